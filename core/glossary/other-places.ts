import { replaceParagraphText } from '../edits/kinds/replace-text.ts'
import type { ReplaceTextEdit } from '../edits/edit.ts'
import { isFunctionWord } from '../language/function-words.ts'
import { redactionsBy } from '../transcript/redacted-words.ts'
import { paragraphText, type Paragraph, type Transcript, type Word } from '../transcript/transcript.ts'
import { isFound, type MadeCorrection, startsSentence } from './changed-words.ts'
import { correctedText, wordParts } from './word-parts.ts'

/** Words elsewhere that were recognized the same as those that a person corrected, and their replacement. */
export interface OtherPlace {
  readonly paragraphId: string
  /** Indexes of the first and the last word in the paragraph. */
  readonly from: number
  readonly to: number
  /** The replacement text for these words. */
  readonly text: string
}

/**
 * Other places with the same recognized words, in reading order; none for a word such as "the", where one
 * correction says nothing about the others. Omitted are words that a person typed or accepted, and words that
 * differ in case where that may be due to the start of a sentence.
 */
export function otherPlaces(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'language'>,
  correction: MadeCorrection,
): OtherPlace[] {
  const { heard, text } = correction
  const [first = ''] = heard
  if (heard.length === 1 && isFunctionWord(first, correction.language)) return []
  const isCaseAlone = heard.join(' ').toLowerCase() === text.toLowerCase()
  if (isCaseAlone && correction.isAtStart) return []
  const accepted = acceptedWords(transcript)
  return transcript.paragraphs.flatMap((paragraph) => {
    const spoken = paragraph.language === 'und' ? transcript.language : paragraph.language
    if (paragraph.kind !== 'speech' || spoken !== correction.language) return []
    if (!lowered(paragraph).includes(first.toLowerCase())) return []
    return placesIn(paragraph, correction, isCaseAlone, accepted)
  })
}

const lowerTexts = new WeakMap<Paragraph, string>()

/** A paragraph's text in lower case: most have none of the words, which is known at once. */
function lowered(paragraph: Paragraph): string {
  const known = lowerTexts.get(paragraph)
  if (known !== undefined) return known
  const text = paragraphText(paragraph).toLowerCase()
  lowerTexts.set(paragraph, text)
  return text
}

function placesIn(
  { id: paragraphId, words }: Paragraph,
  correction: MadeCorrection,
  isCaseAlone: boolean,
  accepted: ReadonlySet<string>,
): OtherPlace[] {
  const places: OtherPlace[] = []
  const count = correction.heard.length
  for (let from = 0; from + count <= words.length; from += 1) {
    const run = words.slice(from, from + count)
    if (!isHeard(run, correction, isCaseAlone)) continue
    if (!run.every((word) => isFound(word) && !accepted.has(word.id))) continue
    const text = textAt(run, correction, startsSentence(words, from), isCaseAlone)
    if (text === null) continue
    places.push({ paragraphId, from, to: from + count - 1, text })
    from += count - 1
  }
  return places
}

/** Whether these words match the recognized ones, with punctuation only around the whole run. */
function isHeard(run: readonly Word[], { heard, language }: MadeCorrection, exact: boolean): boolean {
  return run.every(({ text }, index) => {
    const wanted = heard[index] ?? ''
    // Most words of a transcript do not match; comparing lengths first is fast.
    if (text.length < wanted.length) return false
    const { lead, tail } = wordParts(text, language)
    const from = index === 0 ? lead.length : 0
    const core = text.slice(from, index === run.length - 1 ? text.length - tail.length : text.length)
    return exact ? core === wanted : core.toLowerCase() === wanted.toLowerCase()
  })
}

/** The replacement for the words; null if it is unknown whether the correction's capital belongs there. */
function textAt(
  run: readonly Word[],
  { heard, text, language, isAtStart }: MadeCorrection,
  startsHere: boolean,
  isCaseAlone: boolean,
): string | null {
  const texts = run.map((word) => word.text)
  const isCapital = beginsWithCapital(wordParts(texts[0] ?? '', language).core)
  if (isCaseAlone && startsHere) return null
  if (isAtStart && beginsWithCapital(text) && isCapital !== beginsWithCapital(heard[0] ?? '')) return null
  const isRaised = startsHere && isCapital && !beginsWithCapital(text)
  return correctedText(
    texts,
    isRaised ? text.replace(/\p{Ll}/u, (letter) => letter.toUpperCase()) : text,
    language,
  )
}

const beginsWithCapital = (text: string): boolean => /^\P{L}*\p{Lu}/u.test(text)

/** Several corrections of one transcript are looked for. */
const acceptedIn = new WeakMap<object, ReadonlySet<string>>()

function acceptedWords(transcript: Pick<Transcript, 'paragraphs' | 'marks'>): ReadonlySet<string> {
  const known = acceptedIn.get(transcript)
  if (known !== undefined) return known
  const found = findAccepted(transcript)
  acceptedIn.set(transcript, found)
  return found
}

function findAccepted({ paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>): Set<string> {
  const own = marks.filter(({ kind }) => kind === 'accepted')
  const ids = new Set<string>()
  if (own.length === 0) return ids
  const places = new Map<string, number>()
  const all: string[] = []
  for (const { words } of paragraphs) for (const { id } of words) places.set(id, all.push(id) - 1)
  for (const { fromWordId, toWordId } of own) {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    if (from !== undefined && to !== undefined) for (const id of all.slice(from, to + 1)) ids.add(id)
  }
  return ids
}

/** The edits that correct these places of the same transcript, one per paragraph. */
export function correctPlaces(
  transcript: Pick<Transcript, 'paragraphs' | 'marks' | 'speakers'>,
  places: readonly OtherPlace[],
  newId: () => string,
): ReplaceTextEdit[] {
  const byParagraph = Map.groupBy(places, ({ paragraphId }) => paragraphId)
  const redactedIn = redactionsBy(transcript)
  return transcript.paragraphs.flatMap((paragraph): ReplaceTextEdit[] => {
    const own = byParagraph.get(paragraph.id) ?? []
    if (own.length === 0) return []
    let text = ''
    let at = 0
    for (const place of own) {
      const before = paragraph.words[place.from]?.before ?? ''
      text += paragraphText({ words: paragraph.words.slice(at, place.from) }) + before + place.text
      at = place.to + 1
    }
    text += paragraphText({ words: paragraph.words.slice(at) })
    return [replaceParagraphText(paragraph, newId(), text, redactedIn?.(paragraph))]
  })
}
