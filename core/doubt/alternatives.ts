import { replaceTextEdit } from '../edits/kinds/replace-text.ts'
import type { ReplaceTextEdit } from '../edits/edit.ts'
import { paragraphText, type Transcript, type Word } from '../transcript/transcript.ts'
import type { Doubt } from './reasons.ts'

/** Another text for some words of a place to check. */
export interface Alternative {
  readonly text: string
  /** The words that it replaces, or lies between when `between` is true. */
  readonly fromWordId: string
  readonly toWordId: string
  readonly between: boolean
  /** A term of the glossary. */
  readonly isTerm: boolean
}

/** Other texts for a place: terms first, then those of other models and decodes; each text once. */
export function alternatives({ reasons }: Pick<Doubt, 'reasons'>): Alternative[] {
  const found = reasons.flatMap((reason): Alternative[] => {
    if (reason.reason === 'near-glossary-term') {
      const { correction, fromWordId, toWordId } = reason
      return [{ text: correction, fromWordId, toWordId, between: false, isTerm: true }]
    }
    const isOther = reason.reason === 'second-decode-differs' || reason.reason === 'other-model-differs'
    if (!isOther || reason.other === '') return []
    const { other, between, fromWordId, toWordId } = reason
    return [{ text: other, fromWordId, toWordId, between, isTerm: false }]
  })
  const texts = new Set<string>()
  return found
    .toSorted((a, b) => Number(b.isTerm) - Number(a.isTerm))
    .filter(({ text }) => !texts.has(text) && texts.add(text))
}

/** Puts another text in place of the words; null if they are no longer in one paragraph. */
export function alternativeEdit(
  transcript: Transcript,
  { text, fromWordId, toWordId, between }: Alternative,
  id: string,
): ReplaceTextEdit | null {
  const paragraph = transcript.paragraphs.find(({ words }) => words.some((word) => word.id === fromWordId))
  const from = paragraph?.words.findIndex((word) => word.id === fromWordId) ?? -1
  const to = paragraph?.words.findIndex((word) => word.id === toWordId) ?? -1
  if (paragraph === undefined || from < 0 || to < from) return null
  const until = between ? from + 1 : to + 1
  const before = paragraph.words.slice(0, between ? from + 1 : from)
  const lead = between ? ' ' : (paragraph.words[from]?.before ?? '')
  return replaceTextEdit(transcript, {
    id,
    paragraphId: paragraph.id,
    text: textOf(before) + lead + text + textOf(paragraph.words.slice(until)),
  })
}

const textOf = (words: readonly Word[]): string => paragraphText({ words })
