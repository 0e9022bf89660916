import type { Paragraph, Word } from '../../transcript/transcript.ts'
import { orderTimes } from '../../words/align/order-times.ts'
import type { RestoredParagraph, RestoredParagraphs } from '../edit.ts'
import { paragraphSpan } from '../places.ts'

/** The paragraphs with each run restored at the place where the edit had left it. */
export function putBackRuns(
  paragraphs: readonly Paragraph[],
  runs: readonly RestoredParagraphs[],
): readonly Paragraph[] {
  const [only] = runs
  if (only === undefined) return paragraphs
  if (runs.length === 1) return putBack(paragraphs, only)
  let list = [...paragraphs]
  let places: Map<string, number> | null = null
  for (const run of runs) {
    // Most runs are one paragraph whose text changed, which keeps its place.
    places ??= new Map(list.map((paragraph, index) => [paragraph.id, index]))
    const place = run.remove.length === 1 ? places.get(run.remove[0]?.id ?? '') : undefined
    const there = place === undefined ? undefined : list[place]
    const words = there === undefined ? null : wordsPutBack(there, run)
    if (place !== undefined && words !== null) list[place] = words
    else {
      list = [...putBack(list, run)]
      places = null
    }
  }
  return list
}

/**
 * The paragraph with the restored words of a run that replaces one paragraph under its own id; null for any
 * other run, or when words were added since.
 */
export function wordsPutBack(there: Paragraph, { remove, put }: RestoredParagraphs): Paragraph | null {
  const [removed] = remove
  const [restored] = put
  if (removed === undefined || restored === undefined || remove.length > 1 || put.length > 1) return null
  if (removed.id !== there.id || restored.id !== there.id) return null
  const known = new Set(removed.wordIds)
  if (there.words.some((word) => !known.has(word.id))) return null
  const present = new Map(there.words.map((word) => [word.id, word]))
  return filled(put, present)[0] ?? null
}

function putBack(paragraphs: readonly Paragraph[], restored: RestoredParagraphs): readonly Paragraph[] {
  const removedIds = new Set(restored.remove.map((paragraph) => paragraph.id))
  const knownWords = new Set(restored.remove.flatMap((paragraph) => paragraph.wordIds))
  const first = paragraphs.findIndex((paragraph) => removedIds.has(paragraph.id))
  const last = paragraphs.findLastIndex((paragraph) => removedIds.has(paragraph.id))
  if (first < 0) {
    const put = filled(restored.put, new Map())
    return paragraphs.toSpliced(findInsertionIndex(paragraphs, restored.afterId, put), 0, ...put)
  }
  const run = paragraphs.slice(first, last + 1)
  const removed = run.filter((paragraph) => removedIds.has(paragraph.id))
  const present = new Map(removed.flatMap(({ words }) => words.map((word) => [word.id, word])))
  let put = filled(restored.put, present)
  // A word that was restored on its own, when two joined words were split again, is already in `put`.
  const isPut = new Set(put.flatMap(({ words }) => words.map(({ id }) => id)))
  const isForeign = (word: Word): boolean => !knownWords.has(word.id) && !isPut.has(word.id)
  if (removed.some((paragraph) => paragraph.words.some(isForeign))) {
    put = withForeignWords(put, removed, isForeign)
  }
  for (const paragraph of run) {
    if (removedIds.has(paragraph.id)) continue
    const startMs = paragraphSpan(paragraph)?.startMs ?? 0
    const later = put.findIndex((each) => (paragraphSpan(each)?.startMs ?? 0) > startMs)
    put = put.toSpliced(later < 0 ? put.length : later, 0, paragraph)
  }
  return paragraphs.toSpliced(first, run.length, ...put)
}

/** The paragraphs with their words; a word given by id that no longer exists is omitted. */
function filled(put: readonly RestoredParagraph[], present: ReadonlyMap<string, Word>): Paragraph[] {
  return put.flatMap((paragraph): Paragraph[] => {
    const words = paragraph.words.flatMap((word): Word[] => {
      if (typeof word !== 'string') return [word]
      const there = present.get(word)
      return there === undefined ? [] : [there]
    })
    return words.length === 0 && paragraph.words.length > 0 ? [] : [{ ...paragraph, words }]
  })
}

/** Keeps each word of `removed` that was added after the edit next to its neighbor. */
function withForeignWords(
  put: readonly Paragraph[],
  removed: readonly Paragraph[],
  isForeign: (word: Word) => boolean,
): Paragraph[] {
  const lists = put.map((paragraph) => [...paragraph.words])
  const listWith = (wordId: string): Word[] | undefined =>
    lists.find((words) => words.some((word) => word.id === wordId))
  const left: Paragraph[] = []
  for (const paragraph of removed) {
    const unplaced: Word[] = []
    paragraph.words.forEach((word, index) => {
      if (!isForeign(word)) return
      const before = paragraph.words.slice(0, index).findLast((each) => listWith(each.id) !== undefined)
      const after = paragraph.words.slice(index + 1).find((each) => listWith(each.id) !== undefined)
      const neighbor = before ?? after
      const list = neighbor === undefined ? undefined : listWith(neighbor.id)
      if (neighbor === undefined || list === undefined) unplaced.push(word)
      else {
        const at = list.findIndex((each) => each.id === neighbor.id)
        list.splice(before === undefined ? at : at + 1, 0, word)
      }
    })
    if (unplaced.length > 0) left.push({ ...paragraph, words: unplaced })
  }
  const filledPut = put.map((paragraph, index) => ({ ...paragraph, words: orderTimes(lists[index] ?? []) }))
  return [...filledPut, ...left]
}

function findInsertionIndex(
  paragraphs: readonly Paragraph[],
  afterId: string | null,
  put: readonly Paragraph[],
): number {
  if (afterId === null) return 0
  const after = paragraphs.findIndex((paragraph) => paragraph.id === afterId)
  if (after >= 0) return after + 1
  const startMs = paragraphSpan(put[0] ?? { words: [] })?.startMs ?? 0
  return paragraphs.findLastIndex((each) => (paragraphSpan(each)?.startMs ?? Infinity) <= startMs) + 1
}
