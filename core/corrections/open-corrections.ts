import { findWord } from '../edits/places.ts'
import type { Mark, Transcript, Word } from '../transcript/transcript.ts'
import {
  type CorrectionOf,
  correctionKey,
  type ExpectedWord,
  type ProposedCorrection,
  type ProposedCorrections,
  type WordsCorrection,
} from './proposed-corrections.ts'

/** Words `from..to` (`to` not included, indexes) of a paragraph; none if `from` is `to`. */
export interface WordsPlace {
  readonly paragraph: number
  readonly from: number
  readonly to: number
}

export interface OpenCorrection<
  Item extends ProposedCorrection = ProposedCorrection,
> extends CorrectionOf<Item> {
  /** The words that it is about, or between which it inserts some; null: none. */
  readonly place: WordsPlace | null
}

type CorrectionSet = CorrectionOf['set'] & Pick<ProposedCorrections, 'items'>

/**
 * Those that can still be decided, set by set: what they expect is still there, they were not dismissed, and what they
 * propose is not there yet.
 */
export function openCorrections(transcript: Transcript, sets: readonly CorrectionSet[]): OpenCorrection[] {
  if (sets.every(({ items }) => items.length === 0)) return []
  const settled = new Set(
    transcript.marks.flatMap((mark) => (mark.kind === 'correction-settled' ? mark.value : [])),
  )
  const present = new Set(transcript.marks.flatMap(presentKey))
  return sets.flatMap((set) =>
    set.items.flatMap((item) => {
      if (settled.has(correctionKey({ set, item }))) return []
      if (present.has(keyOfMark(item) ?? '')) return []
      const place = placeOf(transcript, item)
      return place === undefined ? [] : [{ set, item, place }]
    }),
  )
}

/** Of a mark that a correction may propose too, as when an answer that was accepted is read again. */
function presentKey(mark: Mark): string[] {
  if (mark.kind === 'comment') return [commentKey(mark.fromWordId, mark.value)]
  return mark.kind === 'accepted' ? [acceptedKey(mark.fromWordId, mark.toWordId)] : []
}

/** Of the mark that accepting it sets; undefined if it sets none. */
function keyOfMark(item: ProposedCorrection): string | undefined {
  if (item.kind === 'comment') return commentKey(item.fromWordId, item.text)
  return item.kind === 'right' ? acceptedKey(item.expected[0]?.id, item.expected.at(-1)?.id) : undefined
}

const commentKey = (fromWordId: string, text: string): string => `comment ${fromWordId}\n${text}`

const acceptedKey = (fromWordId = '', toWordId = ''): string => `accepted ${fromWordId}\n${toWordId}`

/** Undefined if it can no longer be decided. */
function placeOf(transcript: Transcript, item: ProposedCorrection): WordsPlace | null | undefined {
  switch (item.kind) {
    case 'words':
      return placeOfWords(transcript, item)
    case 'right':
      return placeOfExpected(transcript, item.expected)
    case 'comment':
      return placeBetween(transcript, item.fromWordId, item.toWordId)
    case 'wording': {
      const mark = transcript.marks.find(({ id }) => id === item.markId)
      if (mark?.kind !== 'wording' || mark.value !== item.expected) return undefined
      return placeBetween(transcript, mark.fromWordId, mark.toWordId)
    }
    case 'speaker-name': {
      const speaker = transcript.speakers.find(({ id }) => id === item.speakerId)
      return speaker === undefined || speaker.name === item.name
        ? undefined
        : placeOfSpeaker(transcript, item.speakerId)
    }
    case 'told': {
      const { nearWordId } = item
      return nearWordId === null ? null : (placeBetween(transcript, nearWordId, nearWordId) ?? null)
    }
  }
}

/** Undefined if the place has other words. */
export function placeOfWords(
  transcript: Pick<Transcript, 'paragraphs'>,
  { wordBeforeId, wordAfterId, expected }: WordsCorrection,
): WordsPlace | undefined {
  if (expected.length > 0) return placeOfExpected(transcript, expected)
  const before = wordBeforeId === null ? null : findWord(transcript, wordBeforeId)
  const after = wordAfterId === null ? null : findWord(transcript, wordAfterId)
  const near = before ?? after
  if (near === null || (wordBeforeId !== null && before === null)) return undefined
  const from = before === null ? 0 : before.word + 1
  const next = transcript.paragraphs[near.paragraph]?.words[from]?.id ?? null
  return next === wordAfterId ? { paragraph: near.paragraph, from, to: from } : undefined
}

function placeOfExpected(
  transcript: Pick<Transcript, 'paragraphs'>,
  expected: readonly ExpectedWord[],
): WordsPlace | undefined {
  const first = expected[0] === undefined ? null : findWord(transcript, expected[0].id)
  if (first === null) return undefined
  const words = transcript.paragraphs[first.paragraph]?.words ?? []
  const isThere = expected.every(({ id, text }, index) => {
    const word = words[first.word + index]
    return word?.id === id && word.text === text
  })
  return isThere
    ? { paragraph: first.paragraph, from: first.word, to: first.word + expected.length }
    : undefined
}

/** Of words that end in another paragraph, those of the first one. */
function placeBetween(
  transcript: Pick<Transcript, 'paragraphs'>,
  fromWordId: string,
  toWordId: string,
): WordsPlace | undefined {
  const [from, to] = [findWord(transcript, fromWordId), findWord(transcript, toWordId)]
  if (from === null || to === null || to.paragraph < from.paragraph) return undefined
  const isOne = from.paragraph === to.paragraph
  if (isOne && to.word < from.word) return undefined
  const end = isOne ? to.word + 1 : (transcript.paragraphs[from.paragraph]?.words.length ?? 0)
  return { paragraph: from.paragraph, from: from.word, to: end }
}

function placeOfSpeaker({ paragraphs }: Transcript, speakerId: string): WordsPlace | null {
  const paragraph = paragraphs.findIndex((each) => each.speakerId === speakerId && each.words.length > 0)
  return paragraph < 0 ? null : { paragraph, from: 0, to: paragraphs[paragraph]?.words.length ?? 0 }
}

/** The words at a place, and those around it in its paragraph. */
export function wordsOf(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  { paragraph, from, to }: WordsPlace,
): { readonly now: readonly Word[]; readonly before: Word | undefined; readonly after: Word | undefined } {
  const words = paragraphs[paragraph]?.words ?? []
  return { now: words.slice(from, to), before: words[from - 1], after: words[to] }
}

/** Its time in the sound, ms; of an insertion, from the word before to the word after. */
export function timeOfPlace(
  transcript: Pick<Transcript, 'paragraphs'>,
  place: WordsPlace | null,
): { readonly startMs: number; readonly endMs: number } {
  if (place === null) return { startMs: 0, endMs: 0 }
  const { now, before, after } = wordsOf(transcript, place)
  const startMs = (now[0] ?? before ?? after)?.startMs ?? 0
  return { startMs, endMs: Math.max(startMs, (now.at(-1) ?? after ?? before)?.endMs ?? 0) }
}
