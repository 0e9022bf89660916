import type { ProgramLanguage } from '#core/messages/messages'
import { formatDuration } from '../../ui/format-duration.ts'

/** `12:28.140`, in French `12:28,140`. */
export function cueTime(ms: number, language: ProgramLanguage): string {
  return `${formatDuration(ms)}${language === 'fr' ? ',' : '.'}${String(Math.round(ms) % 1_000).padStart(3, '0')}`
}
