/** A span of the recording, in whole ms from its start. */
export interface TimeSpan {
  readonly startMs: number
  readonly endMs: number
}

export const hasLength = ({ startMs, endMs }: TimeSpan): boolean => endMs > startMs

/** From the earliest start to the latest end; 0 to 0 if there are none. */
export function hullOf(spans: readonly TimeSpan[]): TimeSpan {
  let [startMs, endMs] = [spans[0]?.startMs ?? 0, 0]
  for (const span of spans) {
    startMs = Math.min(startMs, span.startMs)
    endMs = Math.max(endMs, span.endMs)
  }
  return { startMs, endMs: Math.max(startMs, endMs) }
}
