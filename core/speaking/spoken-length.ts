import type { ProgramLanguage } from '../messages/messages.ts'

const seconds = new Map<ProgramLanguage, Intl.NumberFormat>()

/** From this duration on, lengths are formatted as `m:ss`. */
const CLOCK_FROM_MS = 10_000

/**
 * Formats a speaking time: `4.2 s`, `4,2 s` under ten seconds, else `m:ss` or `h:mm:ss`, rounded down. A positive
 * time is never shown as 0.0 s.
 */
export function spokenLength(ms: number, language: ProgramLanguage): string {
  const tenths = Math.round(ms / 100)
  if (tenths >= CLOCK_FROM_MS / 100) return clock(Math.max(ms, CLOCK_FROM_MS))
  let format = seconds.get(language)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    seconds.set(language, format)
  }
  return `${ms <= 0 ? '0' : format.format(Math.max(1, tenths) / 10)}\u00A0s`
}

function clock(ms: number): string {
  const all = Math.floor(ms / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`
}
