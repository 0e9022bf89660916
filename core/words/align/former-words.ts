import type { FormerWord, Word } from '../../transcript/transcript.ts'
import { spread, type Span } from './spread.ts'

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
  if (words.length === 1 && only !== undefined && only.was === undefined && isTyped(only)) return []
  return words.flatMap((word) => word.was ?? [formerWord(word)])
}

function isTyped({ origin, confidence }: Word): boolean {
  return (origin === 'edited' || origin === 'written') && confidence === null
}

function formerWord({ id, text, startMs, endMs, confidence, origin }: Word): FormerWord {
  return { id, text: text.trim(), startMs, endMs, confidence, origin }
}

/**
 * The words with those in place that they remember; null where they remember none. `around`: all words of the
 * paragraph, of which no other may have the id of one that comes back.
 */
export function asTheyWere(words: readonly Word[], around: readonly Word[]): Word[] | null {
  if (!words.some((word) => word.was !== undefined)) return null
  const own = new Set(words)
  const taken = new Set(around.flatMap((word) => (own.has(word) ? [] : [word.id])))
  return words.flatMap((word) => {
    const { was } = word
    return was === undefined || was.some(({ id }) => taken.has(id)) ? [word] : inTheTimeOf(word, was)
  })
}

/** The word may have been moved since: what it was moves with it. */
function inTheTimeOf(word: Word, was: readonly FormerWord[]): Word[] {
  const span = { startMs: was[0]?.startMs ?? 0, endMs: was.at(-1)?.endMs ?? 0 }
  const isMoved = span.startMs !== word.startMs || span.endMs !== word.endMs
  const moved = isMoved ? movedSpans(was, span, word) : was
  return was.map((former, index) => {
    const { id, text, confidence, origin } = former
    const { startMs, endMs } = moved[index] ?? word
    // Keys in the order of every word: a transcript that is the same again is so to the byte.
    return { id, before: index === 0 ? word.before : ' ', text, startMs, endMs, confidence, origin }
  })
}

function movedSpans(was: readonly FormerWord[], from: Span, to: Span): Span[] {
  const length = from.endMs - from.startMs
  const lengths = was.map(({ text }) => text.length)
  if (length === 0) return spread(lengths, to)
  const place = (ms: number): number =>
    to.startMs + Math.round(((ms - from.startMs) * (to.endMs - to.startMs)) / length)
  return was.map(({ startMs, endMs }) => ({ startMs: place(startMs), endMs: place(endMs) }))
}
