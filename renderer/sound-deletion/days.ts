/** The day by the calendar of this place, `YYYY-MM-DD`, so many days from now. */
export function dayFromNow(days: number, nowMs = Date.now()): string {
  const date = new Date(nowMs)
  date.setDate(date.getDate() + days)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Whether a field of a date holds one that is still to come. */
export function isToCome(day: string, nowMs = Date.now()): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > dayFromNow(0, nowMs)
}
