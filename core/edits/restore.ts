import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'
import { orderTimes } from '../words/align/order-times.ts'
import type { ParagraphHead, RestoredParagraph, RestoredParagraphs, RestoreEdit } from './edit.ts'
import { applyListPatch, patchBetween } from './list-patch.ts'
import { paragraphSpan } from './places.ts'
import { sameRecord } from './same.ts'

/** The edit that turns `current` back into `target`. */
export function restoreBetween(id: string, target: Transcript, current: Transcript): RestoreEdit {
  const heads: ParagraphHead[] = []
  return {
    kind: 'restore',
    id,
    paragraphs: paragraphsBetween(target.paragraphs, current.paragraphs, heads),
    heads,
    speakers: patchBetween(target.speakers, current.speakers),
    turns: patchBetween(target.turns, current.turns),
    marks: patchBetween(target.marks, current.marks),
  }
}

function paragraphsBetween(
  target: readonly Paragraph[],
  current: readonly Paragraph[],
  heads: ParagraphHead[],
): RestoredParagraphs | null {
  if (target === current) return null
  // Where only the speaker changed, the words need not be held: after a recount that is all of them.
  const keepsWords = (a: Paragraph | undefined, b: Paragraph | undefined): boolean => {
    if (a === undefined || b === undefined) return false
    if (a === b) return true
    if (a.id !== b.id || a.words !== b.words) return false
    heads.push(headOf(a))
    return true
  }
  const shorter = Math.min(target.length, current.length)
  let start = 0
  while (start < shorter && keepsWords(target[start], current[start])) start += 1
  let tail = 0
  while (tail < shorter - start && keepsWords(target.at(-1 - tail), current.at(-1 - tail))) tail += 1
  const removed = current.slice(start, current.length - tail)
  const put = target.slice(start, target.length - tail)
  if (removed.length === 0 && put.length === 0) return null

  const present = new Map(removed.flatMap(({ words }) => words.map((word) => [word.id, word])))
  const wordOrId = (word: Word): Word | string => {
    const there = present.get(word.id)
    return there !== undefined && sameRecord(word, there) ? word.id : word
  }
  return {
    afterId: current[start - 1]?.id ?? null,
    remove: removed.map(({ id, words }) => ({ id, wordIds: words.map((word) => word.id) })),
    put: put.map((paragraph) => ({ ...headOf(paragraph), words: paragraph.words.map(wordOrId) })),
  }
}

function headOf(paragraph: Paragraph): ParagraphHead {
  const { words: _, ...head } = paragraph
  return head
}

/**
 * Never refused: what an undo cannot find any more it leaves out. Words and paragraphs that came in between
 * since (a running job writes them) stay, beside the words they stood beside.
 */
export function applyRestore(transcript: Transcript, edit: RestoreEdit): Transcript {
  const heads = new Map(edit.heads.map((head) => [head.id, head]))
  let { paragraphs } = transcript
  if (edit.paragraphs !== null) paragraphs = putBack(paragraphs, edit.paragraphs)
  if (heads.size > 0) {
    paragraphs = paragraphs.map((paragraph) => {
      const head = heads.get(paragraph.id)
      return head === undefined ? paragraph : { ...paragraph, ...head }
    })
  }
  return {
    ...transcript,
    speakers: applyListPatch(transcript.speakers, edit.speakers),
    turns: applyListPatch(transcript.turns, edit.turns),
    paragraphs,
    marks: applyListPatch(transcript.marks, edit.marks),
  }
}

function putBack(paragraphs: readonly Paragraph[], restored: RestoredParagraphs): readonly Paragraph[] {
  const removedIds = new Set(restored.remove.map((paragraph) => paragraph.id))
  const knownWords = new Set(restored.remove.flatMap((paragraph) => paragraph.wordIds))
  const first = paragraphs.findIndex((paragraph) => removedIds.has(paragraph.id))
  const last = paragraphs.findLastIndex((paragraph) => removedIds.has(paragraph.id))
  if (first < 0) {
    const put = filled(restored.put, new Map())
    return paragraphs.toSpliced(placeOf(paragraphs, restored.afterId, put), 0, ...put)
  }
  const run = paragraphs.slice(first, last + 1)
  const removed = run.filter((paragraph) => removedIds.has(paragraph.id))
  const present = new Map(removed.flatMap(({ words }) => words.map((word) => [word.id, word])))
  let put = filled(restored.put, present)
  const isForeign = (word: Word): boolean => !knownWords.has(word.id)
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

/** The paragraphs with their words; a word that is only named and is no longer there is left out. */
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

/** Puts each word of `removed` that the edit never knew beside the word it stands beside. */
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
    const homeless: Word[] = []
    paragraph.words.forEach((word, index) => {
      if (!isForeign(word)) return
      const before = paragraph.words.slice(0, index).findLast((each) => listWith(each.id) !== undefined)
      const after = paragraph.words.slice(index + 1).find((each) => listWith(each.id) !== undefined)
      const neighbour = before ?? after
      const list = neighbour === undefined ? undefined : listWith(neighbour.id)
      if (neighbour === undefined || list === undefined) homeless.push(word)
      else {
        const at = list.findIndex((each) => each.id === neighbour.id)
        list.splice(before === undefined ? at : at + 1, 0, word)
      }
    })
    if (homeless.length > 0) left.push({ ...paragraph, words: homeless })
  }
  const filledPut = put.map((paragraph, index) => ({ ...paragraph, words: orderTimes(lists[index] ?? []) }))
  return [...filledPut, ...left]
}

function placeOf(
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
