import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Model } from '#studio/models/model-store'
import { projectRoot } from '../project-root.ts'

const ID = 'whisper-base-int8'
/** As it was used: silence appended to a chunk, as a share of its length. */
const TAIL_ZEROS = 0.7
/** And frames of sherpa's own. */
const TAIL_PADDINGS = 300

/**
 * The Whisper base that the program brought before, decoded greedily, for comparison; null where it is not there.
 * It lies beside the project, as the recordings do. PAROLO_FORMER_MODELS names another place.
 * @param present the one of now, whose settings are the same otherwise
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
