import { PEAK_MS, type PeakPyramid } from '../waveform/peak-pyramid.ts'

/** How far an edge may move to reach silence. */
export const SNAP_MS = 60
/**
 * A place counts as quiet if it is no louder than this share of the loudness at the edge; otherwise the edge does not
 * snap.
 */
const QUIET_SHARE = 0.6

/**
 * The quietest place within `withinMs` of `ms`, the nearest if several are equally quiet; `ms` itself if nothing around
 * it is clearly quieter. Whole ms.
 */
export function quietPlace({ levels }: PeakPyramid, ms: number, withinMs: number = SNAP_MS): number {
  const peaks = levels[0] ?? new Uint8Array()
  const here = Math.floor(ms / PEAK_MS)
  const loudnessHere = peaks[here]
  if (loudnessHere === undefined) return Math.round(ms)
  let best = here
  let bestLoudness = loudnessHere * QUIET_SHARE
  const reach = Math.floor(withinMs / PEAK_MS)
  for (let step = 1; step <= reach; step++) {
    for (const place of [here - step, here + step]) {
      const loudness = peaks[place]
      const distance = Math.abs(place * PEAK_MS + PEAK_MS / 2 - ms)
      if (loudness === undefined || distance > withinMs) continue
      const isQuieter =
        best === here ? loudness <= bestLoudness && loudness < loudnessHere : loudness < bestLoudness
      if (!isQuieter) continue
      best = place
      bestLoudness = loudness
    }
  }
  return best === here ? Math.round(ms) : best * PEAK_MS + PEAK_MS / 2
}
