import type { Word } from '../transcript/transcript.ts'
import { comparableWords } from './comparable.ts'

const same = (a: Word | undefined, b: Word | undefined): boolean =>
  a !== undefined && b !== undefined && comparableWords(a.text).join() === comparableWords(b.text).join()

/**
 * Puts words that were found again (by decoding a hole alone) among the words of a chunk, by time.
 * The edge of a hole may repeat a word that the text has already: such a word is left out.
 */
export function insertCovered(words: readonly Word[], covered: readonly Word[]): Word[] {
  let result = [...words]
  if (covered.length === 0) return result
  const first = covered[0] as Word
  const at = result.findIndex((word) => word.startMs > first.startMs)
  const place = at < 0 ? result.length : at
  const before = result[place - 1]
  const after = result[place]
  const fresh = covered.filter(
    (word, index) =>
      !(index === 0 && same(word, before)) && !(index === covered.length - 1 && same(word, after)),
  )
  const lastMs = after?.startMs ?? Infinity
  const firstMs = before?.startMs ?? -Infinity
  const fitted = fresh.map((word) => {
    const startMs = Math.min(Math.max(word.startMs, firstMs), lastMs)
    return { ...word, startMs, endMs: Math.max(startMs, Math.min(word.endMs, lastMs)) }
  })
  result = [...result.slice(0, place), ...fitted, ...result.slice(place)]
  return result
}
