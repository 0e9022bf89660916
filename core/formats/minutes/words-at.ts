import { endsWithStop } from '../../align/ends-with-stop.ts'
import type { Paragraph, Word } from '../../transcript/transcript.ts'

/** A moment this long after speech still refers to it, as keys are pressed late. */
const LATE_MS = 5_000

/** The sentence spoken at a time, or shortly before it. */
export function wordsAt(
  paragraphs: readonly Paragraph[],
  atMs: number,
): { readonly paragraph: Paragraph; readonly words: readonly Word[] } | null {
  let found: { paragraph: Paragraph; index: number; startMs: number } | null = null
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'speech') continue
    const index = paragraph.words.findLastIndex(({ startMs }) => startMs <= atMs)
    const word = paragraph.words[index]
    if (word === undefined || atMs - word.endMs > LATE_MS) continue
    if (found === null || word.startMs >= found.startMs) found = { paragraph, index, startMs: word.startMs }
  }
  if (found === null) return null
  const { paragraph, index } = found
  const before = paragraph.words.findLastIndex((word, place) => place < index && endsWithStop(word.text))
  const end = paragraph.words.findIndex((word, place) => place >= index && endsWithStop(word.text))
  return { paragraph, words: paragraph.words.slice(before + 1, end === -1 ? undefined : end + 1) }
}
