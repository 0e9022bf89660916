const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** `01:02:03,004` with the decimal sign of the format. */
export function clockTime(ms: number, decimalSign: ',' | '.'): string {
  const seconds = Math.floor(ms / 1_000)
  return `${clockParts(seconds)}${decimalSign}${pad(ms % 1_000, 3)}`
}

function clockParts(seconds: number): string {
  const hours = Math.floor(seconds / 3_600)
  return `${pad(hours, 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`
}
