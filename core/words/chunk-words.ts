import type { Word } from '../transcript/transcript.ts'
import { comparableWords } from './comparable.ts'

/** At most this many words are recognized twice at the edge of a hole. */
const MAX_OVERLAP = 3

const same = (a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && comparableWords(a.text).join() === comparableWords(b.text).join()

/**
 * Inserts words found again (by decoding a hole alone) among the words of a chunk, by time. Words at the
 * edges of a hole that the text already has are omitted.
 */
export function insertCovered(words: readonly Word[], covered: readonly Word[]): Word[] {
  const first = covered[0]
  if (first === undefined) return [...words]
  const later = words.findIndex((word) => word.startMs > first.startMs)
  const head = repeatedHead(words, covered, later < 0 ? words.length : later)
  const rest = covered.slice(head.count)
  const fresh = rest.slice(0, rest.length - repeatedTail(words, rest, head.place))

  const before = words[head.place - 1]
  const after = words[head.place]
  const fitted = fresh.map((word) => {
    const startMs = Math.min(Math.max(word.startMs, before?.startMs ?? 0), after?.startMs ?? Infinity)
    return { ...word, startMs, endMs: Math.max(startMs, Math.min(word.endMs, after?.startMs ?? Infinity)) }
  })
  return [...words.slice(0, head.place), ...fitted, ...words.slice(head.place)]
}

/** How many of the found words repeat those that end at `place`, or one later, as the found start may be early. */
function repeatedHead(
  words: readonly Word[],
  covered: readonly Word[],
  place: number,
): { readonly count: number; readonly place: number } {
  for (let count = Math.min(MAX_OVERLAP, covered.length); count > 0; count--) {
    for (const end of [place, place + 1]) {
      if (end < count || end > words.length) continue
      const repeats = covered.slice(0, count).every((word, index) => same(word, words[end - count + index]))
      if (repeats) return { count, place: end }
    }
  }
  return { count: 0, place }
}

/** How many of the last found words repeat those that begin at `place`. */
function repeatedTail(words: readonly Word[], covered: readonly Word[], place: number): number {
  for (let count = Math.min(MAX_OVERLAP, covered.length); count > 0; count--) {
    const tail = covered.slice(covered.length - count)
    if (tail.every((word, index) => same(word, words[place + index]))) return count
  }
  return 0
}
