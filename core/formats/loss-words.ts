import { hasMessage, say, type ProgramLanguage } from '../messages/messages.ts'
import { formats, type FormatId } from './formats.ts'

/** A sentence listing what a format leaves out; null if it keeps everything. */
export function lossWords(
  losses: readonly { readonly code: string; readonly count: number }[],
  format: FormatId,
  language: ProgramLanguage,
): string | null {
  if (losses.length === 0) return null
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const items = losses.map(({ code, count }) => {
    const key = `export.losses.${code}`
    return hasMessage(key) ? say(language, key, { count }) : say(language, 'export.losses.other', { code })
  })
  return say(language, 'export.loss', { format: formats[format].label[language], losses: list.format(items) })
}
