import { formatLongDate } from '#core/notation/dates'
import type { Terminal } from '../../terminal/terminal.ts'

/** "Recording of November 27, 2026, 14.02": file names cannot contain colons. */
export function recordedTitle(terminal: Terminal, at: Date): string {
  const day = formatLongDate(at.getTime(), terminal.locale)
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${day}, ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`
  return terminal.words('record.title', { date })
}
