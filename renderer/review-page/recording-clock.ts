import type { ReviewSound } from '#core/review/review-data'

/** Times of the recording and of a sound that holds stretches of it one after another; all in ms. */
export interface RecordingClock {
  /** The first time from one on, before another, that can be heard; null: none. */
  readonly heardFrom: (fromMs: number, beforeMs: number) => number | null
  readonly inSound: (recordingMs: number) => number
  readonly inRecording: (soundMs: number) => number
  /** The end of the stretch that a time of the recording is in. */
  readonly stretchEnd: (recordingMs: number) => number
}

export function createClock({ spans }: Pick<ReviewSound, 'spans'>): RecordingClock {
  let total = 0
  const stretches = spans.map(([startMs, endMs]) => {
    const atMs = total
    total += endMs - startMs
    return { startMs, endMs, atMs }
  })
  const last = stretches.at(-1)
  const around = (recordingMs: number) =>
    stretches.find(({ endMs }) => endMs > recordingMs) ?? last ?? { startMs: 0, endMs: 0, atMs: 0 }
  return {
    heardFrom(fromMs, beforeMs) {
      const stretch = stretches.find(({ endMs }) => endMs > fromMs)
      return stretch === undefined || stretch.startMs >= beforeMs ? null : Math.max(fromMs, stretch.startMs)
    },
    inSound(recordingMs) {
      const { startMs, atMs } = around(recordingMs)
      return atMs + Math.max(0, recordingMs - startMs)
    },
    inRecording(soundMs) {
      const { startMs, atMs } = stretches.findLast((stretch) => stretch.atMs <= soundMs) ?? around(0)
      return startMs + soundMs - atMs
    },
    stretchEnd: (recordingMs) => around(recordingMs).endMs,
  }
}
