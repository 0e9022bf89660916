import type { ProgramLanguage } from '#core/messages/messages'
import { formatDuration } from './format-duration.ts'

/** `12:28.140`, in French `12:28,140`. */
export function exactTime(ms: number, language: ProgramLanguage): string {
  const whole = Math.round(ms)
  const sign = language === 'fr' ? ',' : '.'
  return `${formatDuration(whole)}${sign}${String(whole % 1_000).padStart(3, '0')}`
}
