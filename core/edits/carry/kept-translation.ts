import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'

/**
 * A translation whose words are all gone: on the words that took their time, as when a sentence was typed anew; else
 * without a place on the nearest word that is left, so that no text is lost. Null for other marks, and where no word is
 * left.
 */
export function keptTranslation(mark: Mark, before: Transcript, after: Transcript): Mark | null {
  if (mark.kind !== 'translation') return null
  const was = before.paragraphs.flatMap(({ words }) => words)
  const from = was.findIndex(({ id }) => id === mark.fromWordId)
  const to = was.findIndex(({ id }) => id === mark.toWordId)
  if (from < 0 || to < from) return null
  const known = new Set(was.map(({ id }) => id))
  const [startMs, endMs] = [was[from]?.startMs ?? 0, was[to]?.endMs ?? 0]
  const left = after.paragraphs.flatMap(({ kind, words }) => (kind === 'note' ? [] : words))
  const isThere = (word: Word): boolean => word.startMs < endMs && word.endMs > startMs
  const typed = left.filter((word) => !known.has(word.id) && isThere(word))
  const [first] = typed
  const last = typed.at(-1)
  if (first !== undefined && last !== undefined) return { ...mark, fromWordId: first.id, toWordId: last.id }
  const there = new Set(left.map(({ id }) => id))
  const near =
    was.slice(0, from).findLast(({ id }) => there.has(id)) ??
    was.slice(to + 1).find(({ id }) => there.has(id)) ??
    left[0]
  if (near === undefined) return null
  const { language, text } = mark.value
  const value = text === '' ? { language, text } : { language, text, isUnplaced: true as const }
  return { ...mark, fromWordId: near.id, toWordId: near.id, value }
}
