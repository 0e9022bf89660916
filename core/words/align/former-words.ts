import type { FormerWord, Word } from '../../transcript/transcript.ts'
import { spread } from './spread.ts'
import type { TimeSpan } from '../../transcript/time-span.ts'

// Removing one space joins two words; more at once are not a typing error.
const mostJoined = 8

/** Whether words became one by losing only the space between them. */
export function isJoined(words: readonly Word[], text: string): boolean {
  if (words.length < 2 || words.length > mostJoined) return false
  return words.map((word) => word.text.trim()).join('') === text.trim()
}

/**
 * What the word that replaces `words` stores as its former words: for each its own former words, else the word
 * itself. A single word that a person typed has no former state, because all of its letters were changes.
 */
export function formerWords(words: readonly Word[]): readonly FormerWord[] {
  const [only] = words
  if (words.length !== 1 || only === undefined)
    return words.flatMap((word) => formerNow(word) ?? [formerWord(word)])
  return only.was ?? (isTyped(only) ? [] : [formerWord(only)])
}

/** A word's former words within its current time, which may have been moved or shortened. */
export function formerNow(word: Word): readonly FormerWord[] | undefined {
  return word.was && inTheTimeOf(word, word.was)
}

/** Whether a person typed the word, so that it has no recognized text. */
export function isTyped({ origin, confidence }: FormerWord): boolean {
  return (origin === 'edited' || origin === 'written') && confidence === null
}

function formerWord({ id, text, startMs, endMs, confidence, origin }: Word): FormerWord {
  return { id, text: text.trim(), startMs, endMs, confidence, origin }
}

/**
 * The words with their former words restored; null when they have none. `around`: all words of the paragraph, none of
 * which may have the id of a restored word.
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
      // Same key order as in every word, so that a restored transcript is byte-identical.
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
