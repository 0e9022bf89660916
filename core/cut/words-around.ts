import type { Paragraph } from '../transcript/transcript.ts'
import { findParagraphs } from '../transcript/word-paragraphs.ts'
import type { FoundPlace } from './found-places.ts'
import { spokenGapAt, type WordPlace } from './spoken-gaps.ts'

/** By these words a person knows a place in the text. */
export interface WordsAround {
  /** Empty: none of its paragraph. */
  readonly before: string
  readonly after: string
}

const COUNT = 3

/** The last words before a place and the first ones after it, of the paragraphs there. */
export function wordsAround(
  paragraphs: readonly Paragraph[],
  { startMs, endMs, words }: Pick<FoundPlace, 'startMs' | 'endMs' | 'words'>,
): WordsAround {
  if (words !== null) {
    const paragraphOf = findParagraphs(paragraphs)
    const placeOf = (wordId: string): WordPlace | null => {
      const paragraph = paragraphOf(wordId)
      const index = paragraph?.words.findIndex(({ id }) => id === wordId) ?? -1
      return paragraph === undefined || index < 0 ? null : { paragraph, index }
    }
    return { before: textBefore(placeOf(words.fromWordId), 0), after: textAfter(placeOf(words.toWordId), 1) }
  }
  const gap = spokenGapAt(paragraphs, (startMs + endMs) / 2)
  return { before: textBefore(gap?.before ?? null, 1), after: textAfter(gap?.after ?? null, 0) }
}

/** `own`: 1 with the word itself, else 0. */
function textBefore(word: WordPlace | null, own: 0 | 1): string {
  if (word === null) return ''
  const until = word.index + own
  return textOf(word.paragraph.words.slice(Math.max(0, until - COUNT), until))
}

function textAfter(word: WordPlace | null, from: 0 | 1): string {
  if (word === null) return ''
  const start = word.index + from
  return textOf(word.paragraph.words.slice(start, start + COUNT))
}

const textOf = (words: Paragraph['words']): string =>
  words.map(({ before, text }, place) => (place === 0 ? text : before + text)).join('')
