import { changedRuns, isChanged } from '../edits/changed-places.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { spellingKey } from './spelling-key.ts'
import { MAX_TERM_WORDS, type Term, termKey } from './term.ts'
import { wordParts } from './word-parts.ts'

/** A person's correction of recognized words, without surrounding punctuation. */
export interface Correction {
  readonly heard: string
  readonly text: string
  /** The first of its current words. */
  readonly wordId: string
}

/** A shorter word is too likely to be a different word elsewhere. */
const MIN_LETTERS = 3

/** Corrections of up to six words into up to six others; a change of only case or punctuation is not one. */
export function corrections({ paragraphs, language }: Transcript): Correction[] {
  return paragraphs.flatMap((paragraph) =>
    changedRuns(paragraph.words).flatMap(({ first, last }) => {
      const made = correctionOf(paragraph.words.slice(first, last + 1), languageOf(paragraph, language))
      return made === null ? [] : [made]
    }),
  )
}

const languageOf = (paragraph: Paragraph, language: string): string =>
  paragraph.language === 'und' ? language : paragraph.language

function correctionOf(words: readonly Word[], language: string): Correction | null {
  const former = words.flatMap(({ was = [] }) => was.map(({ text }) => text))
  // A word without former words was added, so what was recognized in its place is unknown.
  if (former.length === 0 || words.some(({ was = [] }) => was.length === 0)) return null
  if (former.length > MAX_TERM_WORDS || words.length > MAX_TERM_WORDS) return null
  const heard = coreOf(former, language)
  const text = coreOf(
    words.map((word) => word.text),
    language,
  )
  const isSame = spellingKey(heard.split(' ')) === spellingKey(text.split(' '))
  return isSame || heard === '' || text === '' ? null : { heard, text, wordId: words[0]?.id ?? '' }
}

/** The words without what precedes the first and follows the last. */
function coreOf(texts: readonly string[], language: string): string {
  const { lead } = wordParts(texts[0] ?? '', language)
  const { tail } = wordParts(texts.at(-1) ?? '', language)
  const whole = texts.join(' ')
  return whole.slice(lead.length, Math.max(lead.length, whole.length - tail.length))
}

/** Whether the recognizer produced these words anywhere by itself. */
function isRecognized({ paragraphs, language }: Transcript, text: string): boolean {
  const wanted = text.split(' ').map((word) => spellingKey([word]))
  return paragraphs.some((paragraph) => {
    const spoken = languageOf(paragraph, language)
    const keys = paragraph.words.map((word) =>
      isChanged(word) ? null : spellingKey([wordParts(word.text, spoken).core]),
    )
    return keys.some((_, from) => wanted.every((key, index) => keys[from + index] === key))
  })
}

/**
 * Terms suggested by corrections made at least twice: words that the recognizer never produced by itself and
 * that are not terms yet.
 */
export function unknownTerms(
  transcript: Transcript,
  all: readonly Correction[],
  known: readonly Term[],
): Term[] {
  const keys = new Set(known.flatMap(({ text, forms = [] }) => [text, ...forms].map(termKey)))
  return [...Map.groupBy(all, ({ text }) => text)].flatMap(([text, made]) => {
    const isTerm = made.length < 2 || text.length < MIN_LETTERS || keys.has(termKey(text))
    return isTerm || isRecognized(transcript, text) ? [] : [{ text }]
  })
}
