const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** `01:02:03,004` with the decimal sign of the format. */
export function clockTime(ms: number, decimalSign: ',' | '.'): string {
  const seconds = Math.floor(ms / 1_000)
  return `${clockParts(seconds, 2)}${decimalSign}${pad(ms % 1_000, 3)}`
}

/** `2:03`, or `1:02:03` from one hour; rounded down to the second. */
export function shortTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return seconds < 3_600 ? `${Math.floor(seconds / 60)}:${pad(seconds % 60, 2)}` : clockParts(seconds, 1)
}

/** `1:02:03` for a heading. */
export const readableTime = (ms: number): string => clockParts(Math.floor(ms / 1_000), 1)

function clockParts(seconds: number, hourDigits: number): string {
  const hours = Math.floor(seconds / 3_600)
  return `${pad(hours, hourDigits)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`
}
