import { readFile } from 'node:fs/promises'
import { type Region, regionsFromWindows } from '#core/regions/regions'
import { liftGains } from '#core/sound/lift'
import type { JobContext } from '../job-context.ts'
import { segmentWindows } from '../segment-windows.ts'

/** Detects speech regions on audio with gain applied: every detector misses quiet speech otherwise. */
export async function detectSpeech(context: JobContext): Promise<Region[]> {
  const bytes = await readFile(context.files.levels)
  const levels = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const windows = await segmentWindows(
    context,
    context.engines.windows,
    'region-window',
    liftGains(levels),
    (fraction) => context.report('regions', fraction),
  )
  return regionsFromWindows(windows, context.range.endSample)
}
