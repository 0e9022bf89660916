/** The local calendar day, `YYYY-MM-DD`, a number of days from now. */
export function dayFromNow(days: number, nowMs = Date.now()): string {
  const date = new Date(nowMs)
  date.setDate(date.getDate() + days)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Whether a date field contains a day in the future. */
export function isToCome(day: string, nowMs = Date.now()): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) && day > dayFromNow(0, nowMs)
}
