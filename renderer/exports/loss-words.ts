import type { ExportFormat } from '#contracts/calls/exports'
import { hasMessage, type ProgramLanguage } from '#core/messages/messages'
import type { Say } from '../ui/words.tsx'

/** What a format leaves out, in one sentence; null where it keeps everything. */
export function lossWords(
  losses: readonly { readonly code: string; readonly count: number }[],
  format: ExportFormat,
  say: Say,
  language: ProgramLanguage,
): string | null {
  if (losses.length === 0) return null
  const list = new Intl.ListFormat(language, { type: 'disjunction' })
  const items = losses.map(({ code, count }) => {
    const key = `export.losses.${code}`
    return hasMessage(key) ? say(key, { count }) : say('export.losses.other', { code })
  })
  return say('export.loss', { format: say(`export.${format}`), losses: list.format(items) })
}
