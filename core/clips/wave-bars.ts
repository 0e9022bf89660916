import { type KeptSpans, keptMs } from '../cut/kept-spans.ts'
import type { LoudnessCurve } from '../cut/loudness.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/**
 * The wave of a clip as the heights of equally long stretches, 0 to 1 of the loudest; 0 where the sound is silent. Without
 * loudness all have the same height.
 * @param silences times of the recording
 */
export function waveBars(
  kept: KeptSpans,
  loudness: LoudnessCurve | null,
  silences: readonly TimeSpan[],
  count: number,
): readonly number[] {
  const lengthMs = keptMs(kept)
  if (loudness === null) return Array.from({ length: count }, () => 0.5)
  const levels = new Float64Array(count)
  let before = 0
  for (const { startSample, endSample } of kept.spans) {
    const [startMs, endMs] = [startSample, endSample].map((sample) => (sample * 1_000) / kept.rate)
    const [from = 0, to = 0] = [startMs, endMs]
    const last = Math.min(loudness.levels.length, Math.ceil(to / loudness.grainMs))
    for (let grain = Math.floor(from / loudness.grainMs); grain < last; grain += 1) {
      const middle = (grain + 0.5) * loudness.grainMs
      if (silences.some((silence) => silence.startMs <= middle && middle < silence.endMs)) continue
      const at = Math.min(Math.max(middle, from), to) - from + before
      const bar = Math.min(count - 1, Math.floor((at * count) / Math.max(1, lengthMs)))
      levels[bar] = Math.max(levels[bar] ?? 0, loudness.levels[grain] ?? 0)
    }
    before += to - from
  }
  const loudest = Math.max(1, ...levels)
  return [...levels].map((level) => level / loudest)
}
