import type { Transcript } from '#core/transcript/transcript'
import type { ItemWords } from '../../editor/check-item.ts'
import { textOf } from '../../second-opinion/text-of.ts'

/** Words shown on either side of an item. */
const AROUND = 3
/** Longer texts are cut short in the label of a button. */
const MAX_LABEL = 32

/** Some words before and after a place between two words of a paragraph; null: its start or end. */
export function wordsAround(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  {
    paragraphId,
    wordBeforeId,
    wordAfterId,
  }: {
    readonly paragraphId: string
    readonly wordBeforeId: string | null
    readonly wordAfterId: string | null
  },
): { readonly before: string; readonly after: string } {
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const before = words.findIndex(({ id }) => id === wordBeforeId)
  const after = words.findIndex(({ id }) => id === wordAfterId)
  return {
    before: before < 0 ? '' : textOf(words.slice(Math.max(0, before + 1 - AROUND), before + 1)),
    after: after < 0 ? '' : textOf(words.slice(after, after + AROUND)),
  }
}

/** The present words from the first to the last, with some around them; `present` is null if they are gone. */
export function around(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraphId, fromWordId, toWordId }: ItemWords,
): { readonly before: string; readonly present: string | null; readonly after: string } {
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const from = words.findIndex(({ id }) => id === fromWordId)
  const to = words.findIndex(({ id }) => id === toWordId)
  if (from < 0 || to < from) return { before: '', present: null, after: '' }
  const before = textOf(words.slice(Math.max(0, from - AROUND), from))
  const after = textOf(words.slice(to + 1, to + 1 + AROUND))
  return {
    before: before && `${before} `,
    present: textOf(words.slice(from, to + 1)).replaceAll(/\s+/gu, ' '),
    after: after && ` ${after}`,
  }
}

/** A text as a button's label has it. */
export function short(text: string): string {
  return text.length > MAX_LABEL ? `${text.slice(0, MAX_LABEL).trimEnd()}…` : text
}
