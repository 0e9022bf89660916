/** The local calendar day, `YYYY-MM-DD`. */
export function localDay(atMs: number): string {
  const date = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The first ms of the next day; days may have 23 or 25 hours. */
export function nextDayMs(atMs: number): number {
  const date = new Date(atMs)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}
