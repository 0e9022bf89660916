import { endsSentence } from '../language/line-breaks.ts'
import type { Word } from '../transcript/transcript.ts'

/** A longer pause ends a line. */
const PAUSE_MS = 500

/**
 * Utterances: words without a longer pause in between, up to the end of a sentence.
 * @param words of one track, in order of time
 * @param language ISO 639-1
 */
export function linesOf(words: readonly Word[], language: string): Word[][] {
  const lines: Word[][] = []
  let line: Word[] = []
  for (const [index, word] of words.entries()) {
    line.push(word)
    const next = words[index + 1]
    if (next === undefined || isLineEnd(word, next, language)) {
      lines.push(line)
      line = []
    }
  }
  return lines
}

function isLineEnd(word: Word, next: Word, language: string): boolean {
  return next.startMs - word.endMs >= PAUSE_MS || endsSentence(word.text, next.text, language)
}
