import type { Transcript } from '#core/transcript/transcript'

/** Enough to recognize the passage in one line. */
const MOST_WORDS = 12

/** What is said from a time on, in its paragraph; empty where nobody speaks any more. */
export function wordsFrom({ paragraphs }: Pick<Transcript, 'paragraphs'>, atMs: number): string {
  for (const { words } of paragraphs) {
    const last = words.at(-1)
    if (last === undefined || last.endMs <= atMs) continue
    const from = words.findIndex(({ endMs }) => endMs > atMs)
    return words
      .slice(from, from + MOST_WORDS)
      .map(({ before, text }) => before + text)
      .join('')
      .trim()
  }
  return ''
}
