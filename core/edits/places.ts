import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { orderTimes } from '../words/align/order-times.ts'
import { EditRefused } from './refused.ts'

/** The position of a word; indexes into `transcript.paragraphs` and the paragraph's words. */
export interface WordPlace {
  readonly paragraph: number
  readonly word: number
}

/** @throws EditRefused `paragraph-gone` */
export function paragraphIndex(transcript: Transcript, paragraphId: string): number {
  const index = transcript.paragraphs.findIndex((paragraph) => paragraph.id === paragraphId)
  if (index < 0) throw new EditRefused('paragraph-gone', paragraphId)
  return index
}

/** The paragraph at an index that is known to be in range. */
export function paragraphAt(transcript: Pick<Transcript, 'paragraphs'>, index: number): Paragraph {
  const paragraph = transcript.paragraphs[index]
  if (paragraph === undefined) throw new EditRefused('paragraph-gone', `at ${index}`)
  return paragraph
}

// Below this number of lookups, building an index of all places is not worth it.
const FEW_SEARCHES = 8

interface Searched {
  times: number
  places: ReadonlyMap<string, WordPlace> | null
}

/** By paragraph list, which never changes in place: thousands of marks are set on the same words. */
const searched = new WeakMap<readonly Paragraph[], Searched>()

export function findWord({ paragraphs }: Pick<Transcript, 'paragraphs'>, wordId: string): WordPlace | null {
  const known = searched.get(paragraphs) ?? { times: 0, places: null }
  if (known.times === 0) searched.set(paragraphs, known)
  known.times += 1
  if (known.times > FEW_SEARCHES) {
    known.places ??= placesOfWords(paragraphs)
    return known.places.get(wordId) ?? null
  }
  for (const [paragraph, { words }] of paragraphs.entries()) {
    const word = words.findIndex((each) => each.id === wordId)
    if (word >= 0) return { paragraph, word }
  }
  return null
}

function placesOfWords(paragraphs: readonly Paragraph[]): Map<string, WordPlace> {
  const places = new Map<string, WordPlace>()
  for (const [paragraph, { words }] of paragraphs.entries()) {
    // Keeps the first of two with the same id, as a search does.
    for (const [word, { id }] of words.entries()) if (!places.has(id)) places.set(id, { paragraph, word })
  }
  return places
}

/** @throws EditRefused `word-gone` */
export function wordPlace(transcript: Transcript, wordId: string): WordPlace {
  const place = findWord(transcript, wordId)
  if (place === null) throw new EditRefused('word-gone', wordId)
  return place
}

/** Negative when `a` is read before `b`. */
export function comparePlaces(a: WordPlace, b: WordPlace): number {
  return a.paragraph - b.paragraph || a.word - b.word
}

/** The paragraphs with `count` of them from `index` replaced. */
export function withParagraphs(
  transcript: Transcript,
  index: number,
  count: number,
  put: readonly Paragraph[],
): Transcript {
  return { ...transcript, paragraphs: transcript.paragraphs.toSpliced(index, count, ...put) }
}

export function hasSpeaker(transcript: Transcript, speakerId: string): boolean {
  return transcript.speakers.some((speaker) => speaker.id === speakerId)
}

/** @throws EditRefused `speaker-gone` */
export function checkSpeaker(transcript: Transcript, speakerId: string): void {
  if (!hasSpeaker(transcript, speakerId)) throw new EditRefused('speaker-gone', speakerId)
}

/** A paragraph's time, from its first word to its last; null when it has no words. */
export function paragraphSpan(
  paragraph: Pick<Paragraph, 'words'>,
): { readonly startMs: number; readonly endMs: number } | null {
  const first = paragraph.words[0]
  const last = paragraph.words.at(-1)
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : null
}

/** The words at the start of a paragraph: no space before the first. */
export function openingWords(words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words
  if (first === undefined) return words
  const before = first.before.trimStart()
  return before === first.before ? words : [{ ...first, before }, ...rest]
}

/** The words at the end of a paragraph: no space after the last. */
export function closingWords(words: readonly Word[]): readonly Word[] {
  const last = words.at(-1)
  if (last === undefined) return words
  const text = last.text.trimEnd()
  return text === last.text ? words : [...words.slice(0, -1), { ...last, text }]
}

/**
 * The words of two paragraphs as one list, times in order; inserts one space between the two texts if there is none.
 */
export function joinedWords(first: readonly Word[], second: readonly Word[]): Word[] {
  return orderTimes([...first, ...spaced(first.at(-1), second)])
}

function spaced(last: Word | undefined, words: readonly Word[]): readonly Word[] {
  const [first, ...rest] = words
  if (last === undefined || first === undefined) return words
  if (/\s$/u.test(last.text) || /^\s/u.test(first.before)) return words
  return [{ ...first, before: ` ${first.before}` }, ...rest]
}
