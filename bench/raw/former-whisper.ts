import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Model } from '#studio/models/model-store'
import { projectRoot } from '../project-root.ts'

const ID = 'whisper-base-int8'
/** As formerly used: silence appended to a chunk, as a share of its length. */
const TAIL_ZEROS = 0.7
/** In addition, frames of sherpa's own padding. */
const TAIL_PADDINGS = 300

/**
 * The previously bundled Whisper base, decoded greedily, for comparison; null if it is missing. It is next to
 * the project, like the recordings. PAROLO_FORMER_MODELS overrides the location.
 * @param present the current one, whose settings are otherwise the same
 */
export function formerWhisper(present: Model): Model | null {
  const models = process.env.PAROLO_FORMER_MODELS ?? path.join(projectRoot, '..', 'shared', 'models')
  const folder = path.resolve(models, ID)
  if (!existsSync(path.join(folder, 'decoder.onnx'))) return null
  const config = structuredClone(present.entry.config) as { whisper: Record<string, unknown> }
  config.whisper.tailPaddings = TAIL_PADDINGS
  return {
    entry: { ...present.entry, id: ID, files: {}, config, tailZeros: TAIL_ZEROS, secondPass: {} },
    folder,
    embedded: false,
  }
}
