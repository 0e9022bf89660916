import type { Mark, Word } from './transcript.ts'

// Marks never change in place; views ask again after each key.
const known = new WeakMap<readonly Mark[], readonly Mark[]>()

/**
 * Ids of a paragraph's words that are written as spoken, whatever the transcript chooses; null: none. A mark
 * that begins or ends in another paragraph extends to this one's start or end.
 */
export function asSaidWords(words: readonly Word[], marks: readonly Mark[]): ReadonlySet<string> | null {
  const own = known.get(marks) ?? marks.filter(({ kind }) => kind === 'as-said')
  known.set(marks, own)
  if (own.length === 0) return null
  const places = new Map(words.map(({ id }, place) => [id, place]))
  const kept = new Set<string>()
  for (const { fromWordId, toWordId } of own) {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    if (from === undefined && to === undefined) continue
    for (const { id } of words.slice(from ?? 0, (to ?? words.length - 1) + 1)) kept.add(id)
  }
  return kept.size === 0 ? null : kept
}
