import { comparableWords } from './comparable.ts'

/** Substitutions, insertions and deletions between two texts, divided by the number of words in the reference. */
export function wordErrorRate(reference: string, recognized: string): number {
  const spoken = comparableWords(reference)
  const words = comparableWords(recognized)
  let row = Array.from({ length: words.length + 1 }, (_, index) => index)
  for (const [index, word] of spoken.entries()) {
    const next = [index + 1]
    for (const [column, other] of words.entries()) {
      const kept = (row[column] as number) + (word === other ? 0 : 1)
      next.push(Math.min(kept, (row[column + 1] as number) + 1, (next[column] as number) + 1))
    }
    row = next
  }
  return (row.at(-1) as number) / spoken.length
}
