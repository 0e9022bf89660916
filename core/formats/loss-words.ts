import { formatList } from '../notation/numbers.ts'
import { hasMessage, say, type ProgramLanguage } from '../messages/messages.ts'
import { formats, type FormatId } from './formats.ts'

interface CountedLoss {
  readonly code: string
  readonly count: number
}

/** Not omitted by the format: the names that were asked for do not exist, or what of the cut is to be known. */
const sentenceKeys = {
  'unnamed-speakers': 'export.names.unnamed',
  'unknown-speakers': 'export.names.unknown',
  'cut-heard': 'cut.heard',
  'cut-partly': 'cut.partly',
  'cut-moments': 'cut.moments',
  'cut-chapters': 'cut.chapters',
  'cut-page': 'export.cut.page',
} as const

const sentenceOf = (code: string) => Object.entries(sentenceKeys).find(([known]) => known === code)?.[1]

/** What a format omits, and which names its captions lack, in sentences; null if there is nothing to say. */
export function lossWords(
  losses: readonly CountedLoss[],
  format: FormatId,
  language: ProgramLanguage,
): string | null {
  const omitted = losses.filter(({ code }) => sentenceOf(code) === undefined)
  const label = formats[format].label[language]
  const sentences = [
    ...(omitted.length === 0
      ? []
      : [say(language, 'export.loss', { format: label, losses: lossList(omitted, language) })]),
    ...[nameWords(losses, language)].filter((words) => words !== null),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Which names captions were to show and cannot, and what of the cut is to be known, in sentences; null if none. */
export function nameWords(losses: readonly CountedLoss[], language: ProgramLanguage): string | null {
  const sentences = losses.flatMap(({ code, count }) => {
    const key = sentenceOf(code)
    return key === undefined ? [] : [say(language, key, { count })]
  })
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** The omitted content, in words. */
export function lossList(losses: readonly CountedLoss[], language: ProgramLanguage): string {
  const items = losses.map(({ code, count }) => {
    const key = `export.losses.${code}`
    return hasMessage(key) ? say(language, key, { count }) : say(language, 'export.losses.other', { code })
  })
  return formatList(items, language)
}
