import { hasMessage, say, type ProgramLanguage } from '../messages/messages.ts'
import { formats, type FormatId } from './formats.ts'

interface CountedLoss {
  readonly code: string
  readonly count: number
}

/** A sentence listing what a format omits; null if it keeps everything. */
export function lossWords(
  losses: readonly CountedLoss[],
  format: FormatId,
  language: ProgramLanguage,
): string | null {
  if (losses.length === 0) return null
  const listed = lossList(losses, language)
  return say(language, 'export.loss', { format: formats[format].label[language], losses: listed })
}

/** The omitted content, in words. */
export function lossList(losses: readonly CountedLoss[], language: ProgramLanguage): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const items = losses.map(({ code, count }) => {
    const key = `export.losses.${code}`
    return hasMessage(key) ? say(language, key, { count }) : say(language, 'export.losses.other', { code })
  })
  return list.format(items)
}
