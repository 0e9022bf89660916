import type { FormerWord, Word } from '../../transcript/transcript.ts'
import { spread } from './spread.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'

// Space taken out between two words joins two; more at once is no slip of a key.
const mostJoined = 8

/** Whether words became one by losing the space between them and nothing else. */
export function isJoined(words: readonly Word[], text: string): boolean {
  if (words.length < 2 || words.length > mostJoined) return false
  return words.map((word) => word.text.trim()).join('') === text.trim()
}

/**
 * What the word that `words` become is to remember: of each what it remembers itself, else the word as it is. A
 * single word that a person typed leaves nothing to come back to: every letter of it was a change.
 */
export function formerWords(words: readonly Word[]): readonly FormerWord[] {
  const [only] = words
  if (words.length !== 1 || only === undefined)
    return words.flatMap((word) => formerNow(word) ?? [formerWord(word)])
  return only.was ?? (isTyped(only) ? [] : [formerWord(only)])
}

/** What a word was, in the time that it has now: it may have been moved, or have given time away. */
export function formerNow(word: Word): readonly FormerWord[] | undefined {
  return word.was && inTheTimeOf(word, word.was)
}

/** Whether a person's keys made the word, so that nothing of it was heard. */
export function isTyped({ origin, confidence }: FormerWord): boolean {
  return (origin === 'edited' || origin === 'written') && confidence === null
}

function formerWord({ id, text, startMs, endMs, confidence, origin }: Word): FormerWord {
  return { id, text: text.trim(), startMs, endMs, confidence, origin }
}

/**
 * The words with those in place that they remember; null where they remember none. `around`: all words of the
 * paragraph, of which no other may have the id of one that comes back.
 */
export function restoreFormerWords(words: readonly Word[], around: readonly Word[]): Word[] | null {
  if (!words.some((word) => word.was !== undefined)) return null
  const own = new Set(words)
  const taken = new Set(around.flatMap((word) => (own.has(word) ? [] : [word.id])))
  return words.flatMap((word) => {
    const former = formerNow(word)
    if (former === undefined || former.some(({ id }) => taken.has(id))) return [word]
    return former.map(({ id, text, startMs, endMs, confidence, origin }, index): Word => {
      const before = index === 0 ? word.before : ' '
      // Keys in the order of every word: a transcript that is the same again is so to the byte.
      return { id, before, text, startMs, endMs, confidence, origin }
    })
  })
}

function inTheTimeOf(word: TimeSpan, was: readonly FormerWord[]): readonly FormerWord[] {
  const from = { startMs: was[0]?.startMs ?? 0, endMs: was.at(-1)?.endMs ?? 0 }
  if (from.startMs === word.startMs && from.endMs === word.endMs) return was
  const lengths = was.map(({ text }) => text.length)
  const length = from.endMs - from.startMs
  const place = (ms: number): number =>
    word.startMs + Math.round(((ms - from.startMs) * (word.endMs - word.startMs)) / length)
  const spans =
    length === 0
      ? spread(lengths, word)
      : was.map(({ startMs, endMs }) => ({ startMs: place(startMs), endMs: place(endMs) }))
  return was.map((former, index) => ({ ...former, ...spans[index] }))
}
