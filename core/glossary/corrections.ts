import { changedRuns, isChanged } from '../edits/changed-places.ts'
import { replaceParagraphText } from '../edits/kinds/replace-text.ts'
import type { ReplaceTextEdit } from '../edits/edit.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { spellingKey } from './spelling-key.ts'
import { MOST_TERM_WORDS, type Term, termKey } from './term.ts'
import { correctedText, wordParts } from './word-parts.ts'

/** What a person made of recognized words, without the punctuation around. */
export interface Correction {
  readonly heard: string
  readonly text: string
  /** The first of its words now. */
  readonly wordId: string
}

/** Words of one paragraph that are the same as those of a correction, by the indexes of the first and the last one. */
export interface SameWords {
  readonly paragraphId: string
  readonly from: number
  readonly to: number
}

/** A shorter word is too likely to be another one elsewhere. */
const LEAST_LETTERS = 3

/** Corrections of up to six words into as many; a change of case or punctuation alone is none. */
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
  // A word without former words was added: then nobody knows what was heard in its place.
  if (former.length === 0 || words.some(({ was = [] }) => was.length === 0)) return null
  if (former.length > MOST_TERM_WORDS || words.length > MOST_TERM_WORDS) return null
  const heard = coreOf(former, language)
  const text = coreOf(
    words.map((word) => word.text),
    language,
  )
  const isSame = spellingKey(heard.split(' ')) === spellingKey(text.split(' '))
  return isSame || heard === '' || text === '' ? null : { heard, text, wordId: words[0]?.id ?? '' }
}

/** The words without what stands before the first and after the last one. */
function coreOf(texts: readonly string[], language: string): string {
  const { lead } = wordParts(texts[0] ?? '', language)
  const { tail } = wordParts(texts.at(-1) ?? '', language)
  const whole = texts.join(' ')
  return whole.slice(lead.length, Math.max(lead.length, whole.length - tail.length))
}

/** Where the transcript still has the words that a correction replaced, as recognized. In reading order. */
export function sameElsewhere({ paragraphs, language }: Transcript, heard: string): SameWords[] {
  if (heard.length < LEAST_LETTERS) return []
  const wanted = heard.split(' ').map((word) => spellingKey([word]))
  return paragraphs.flatMap((paragraph) => {
    const spoken = languageOf(paragraph, language)
    const keys = paragraph.words.map((word) =>
      isChanged(word) ? null : spellingKey([wordParts(word.text, spoken).core]),
    )
    const found: SameWords[] = []
    for (let from = 0; from + wanted.length <= keys.length; from += 1) {
      if (!wanted.every((key, index) => keys[from + index] === key)) continue
      found.push({ paragraphId: paragraph.id, from, to: from + wanted.length - 1 })
      from += wanted.length - 1
    }
    return found
  })
}

/** An edit a paragraph that makes the same correction in all these places. */
export function correctAllEdits(
  { paragraphs, language }: Transcript,
  places: readonly SameWords[],
  text: string,
  newId: () => string,
): ReplaceTextEdit[] {
  const byParagraph = Map.groupBy(places, ({ paragraphId }) => paragraphId)
  return paragraphs.flatMap((paragraph) => {
    const own = byParagraph.get(paragraph.id)
    if (own === undefined) return []
    const spoken = languageOf(paragraph, language)
    let [written, next] = ['', 0]
    const copyUntil = (index: number): void => {
      for (const word of paragraph.words.slice(next, index)) written += word.before + word.text
      next = index
    }
    for (const { from, to } of own) {
      copyUntil(from)
      const texts = paragraph.words.slice(from, to + 1).map((word) => word.text)
      written += (paragraph.words[from]?.before ?? '') + correctedText(texts, text, spoken)
      next = to + 1
    }
    copyUntil(paragraph.words.length)
    return [replaceParagraphText(paragraph, newId(), written)]
  })
}

/**
 * Terms that corrections made at least twice suggest: words that the recognizer wrote nowhere by itself and that are no
 * term yet.
 */
export function unknownTerms(
  transcript: Transcript,
  all: readonly Correction[],
  known: readonly Term[],
): Term[] {
  const keys = new Set(known.flatMap(({ text, forms = [] }) => [text, ...forms].map(termKey)))
  return [...Map.groupBy(all, ({ text }) => text)].flatMap(([text, made]) => {
    const isTerm = made.length < 2 || text.length < LEAST_LETTERS || keys.has(termKey(text))
    if (isTerm || sameElsewhere(transcript, text).length > 0) return []
    const heard = Map.groupBy(made, (one) => one.heard.toLowerCase())
    return [{ text, soundsLike: [...heard.values()].flatMap(([first]) => first?.heard ?? []) }]
  })
}
