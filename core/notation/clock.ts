const pad = (value: number): string => String(value).padStart(2, '0')

/** `2:03`, or `1:02:03` from one hour; rounded down to the second. */
export function shortTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return seconds < 3_600 ? `${Math.floor(seconds / 60)}:${pad(seconds % 60)}` : readableTime(ms)
}

/** `0:02:03`, with hours, for a heading. */
export function readableTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}
