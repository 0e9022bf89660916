import { readFile } from 'node:fs/promises'
import { type Region, regionsFromWindows } from '#core/regions/regions'
import { liftGains } from '#core/sound/lift'
import { durationMsOf } from '#core/sound/pcm'
import { currentMeter } from '../../run-cost/run-meter.ts'
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
  const regions = regionsFromWindows(windows, context.range.endSample)
  const samplesOf = (spans: readonly { startSample: number; endSample: number }[]): number =>
    spans.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)
  currentMeter()?.count({
    soundMs: durationMsOf(samplesOf([context.range])),
    speechMs: durationMsOf(samplesOf(regions)),
  })
  return regions
}
