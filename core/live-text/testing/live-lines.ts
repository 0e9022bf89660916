import type { DecodedLine, LiveWord } from '../live-record.ts'

/** Duration of each word of a test in ms, including the pause after it. */
export const WORD_MS = 400

/** The words of a text, one after the other from `startMs` on. */
export function liveWords(text: string, startMs = 0): LiveWord[] {
  const texts = text === '' ? [] : text.split(' ')
  return texts.map((word, index) => ({
    before: index === 0 ? '' : ' ',
    text: word,
    startMs: startMs + index * WORD_MS,
    endMs: startMs + index * WORD_MS + 300,
    confidence: 0.9,
  }))
}

export function liveLine(number: number, text: string, startMs: number, source = 0): DecodedLine {
  const words = liveWords(text, startMs)
  const endMs = startMs + words.length * WORD_MS
  return { id: `live-${number}`, source, startMs, endMs, language: 'en', words }
}
