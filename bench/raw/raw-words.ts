import { PCM_RATE } from '#core/sound/pcm'
import type { TimedWord } from '../scoring/word-starts.ts'
import type { RawText } from './tasks.ts'

/** The embedded Whisper's confidence marks, which are part of its tokens. */
const MARKS = /[\uE001-\uE003]/gu

export const rawText = (texts: readonly RawText[]): string =>
  texts.map(({ text }) => text.replace(MARKS, '').trim()).join(' ')

/** Words with the exact starts from sherpa: a token with a leading space begins a word. */
export function rawWords(texts: readonly RawText[]): TimedWord[] {
  return texts.flatMap(({ span, tokens, timestamps }) => {
    const words: { text: string; start: number }[] = []
    for (const [index, token] of tokens.entries()) {
      const text = token.replace(MARKS, '')
      const last = words.at(-1)
      if (last && !text.startsWith(' ')) last.text += text
      else words.push({ text, start: span.startSample / PCM_RATE + (timestamps[index] ?? 0) })
    }
    return words
  })
}
