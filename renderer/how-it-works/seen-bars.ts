import type { TimeSpan } from '#core/transcript/time-span'
import { PEAK_MS, type PeakPyramid } from '../sound/waveform/peak-pyramid.ts'

const BARS = 160

/** The maximum level of each bar, 0–1, two digits. */
export function seenBars({ levels, gain }: PeakPyramid, { startMs, endMs }: TimeSpan): number[] {
  const [finest = new Uint8Array()] = levels
  const width = (endMs - startMs) / BARS
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((startMs + bar * width) / PEAK_MS)
    const to = Math.max(from + 1, Math.floor((startMs + (bar + 1) * width) / PEAK_MS))
    let loudest = 0
    for (let at = from; at < to; at++) loudest = Math.max(loudest, finest[at] ?? 0)
    return Math.round(Math.min(1, loudest * gain) * 100) / 100
  })
}
