import { commonEnds, middleOf } from '../../sequences/common-ends.ts'
import { withCaptionRules } from '../../transcript/caption-settings.ts'
import { sameCaptionTiming, timingWithout, withCaptionTiming } from '../../transcript/caption-timing.ts'
import { withFillers } from '../../transcript/filler-choice.ts'
import { withNumbers } from '../../transcript/number-choice.ts'
import type { Paragraph, Transcript, Word } from '../../transcript/transcript.ts'
import type { ParagraphHead, RestoredParagraphs, RestoredWords, RestoreEdit } from '../edit.ts'
import { applyListPatch, patchBetween } from './list-patch.ts'
import { putBackRuns } from './put-back.ts'
import { putBackWords } from './put-back-words.ts'
import { sameCaptionRules, sameRecord } from '../same.ts'

/** The edit that turns `current` back into `target`. */
export function restoreBetween(id: string, target: Transcript, current: Transcript): RestoreEdit {
  const heads: ParagraphHead[] = []
  const words: RestoredWords[] = []
  const paragraphs = runsBetween(target.paragraphs, current.paragraphs, heads, words)
  return {
    kind: 'restore',
    id,
    paragraphs,
    ...(words.length === 0 ? {} : { words }),
    heads,
    speakers: patchBetween(target.speakers, current.speakers),
    turns: patchBetween(target.turns, current.turns),
    marks: patchBetween(target.marks, current.marks),
    ...(sameCaptionRules(target, current) ? {} : { captionRules: target.captionRules ?? null }),
    ...(target.fillers === current.fillers ? {} : { fillers: target.fillers ?? null }),
    ...(target.numbers === current.numbers ? {} : { numbers: target.numbers ?? null }),
    ...(sameCaptionTiming(target.captionTiming, current.captionTiming)
      ? {}
      : { captionTiming: { before: target.captionTiming ?? null, after: current.captionTiming ?? null } }),
  }
}

/** The restore that gives one paragraph its old words back when nothing else changed. */
export function restoreOfWords(id: string, target: Paragraph, current: Paragraph): RestoreEdit {
  const words = [wordsBetween(target, current)]
  return { kind: 'restore', id, paragraphs: [], words, heads: [], speakers: null, turns: null, marks: null }
}

function wordsBetween(target: Paragraph, current: Paragraph): RestoredWords {
  const [olds, news] = [target.words, current.words]
  const ends = commonEnds(olds, news, sameRecord)
  return {
    paragraphId: target.id,
    afterWordId: olds[ends.head - 1]?.id ?? null,
    remove: middleOf(news, ends).map((word) => word.id),
    put: middleOf(olds, ends),
  }
}

/**
 * The runs of paragraphs that differ. Paragraphs that are the identical object in both separate runs, so that an edit
 * of many scattered paragraphs lists no others.
 */
function runsBetween(
  target: readonly Paragraph[],
  current: readonly Paragraph[],
  heads: ParagraphHead[],
  words: RestoredWords[],
): RestoredParagraphs[] {
  if (target === current) return []
  const runs: RestoredParagraphs[] = []
  const { head: start, tail } = commonEnds(target, current)
  const places = new Map<string, number>()
  for (let place = start; place < current.length - tail; place += 1)
    places.set(current[place]?.id ?? '', place)
  let targetFrom = start
  let currentFrom = start
  const closeRun = (targetTo: number, currentTo: number): void => {
    if (targetTo === targetFrom && currentTo === currentFrom) return
    const removed = current.slice(currentFrom, currentTo)
    const put = target.slice(targetFrom, targetTo)
    // Most edits change words of some paragraphs, which keep their places.
    if (removed.length === put.length && put.every((each, index) => hasSameHead(each, removed[index]))) {
      put.forEach((each, index) => {
        const there = removed[index]
        if (there !== undefined) words.push(wordsBetween(each, there))
      })
      return
    }
    runs.push(restoredRun(current[currentFrom - 1]?.id ?? null, removed, put))
  }
  target.slice(start, target.length - tail).forEach((paragraph, index) => {
    const place = places.get(paragraph.id) ?? -1
    const there = current[place]
    if (place < currentFrom || there === undefined || !keepsWords(paragraph, there)) return
    if (paragraph !== there) heads.push(headOf(paragraph))
    closeRun(start + index, place)
    targetFrom = start + index + 1
    currentFrom = place + 1
  })
  closeRun(target.length - tail, current.length - tail)
  return runs
}

/** When only the speaker changed, the words need not be stored: after a recount that would be all of them. */
function keepsWords(target: Paragraph, current: Paragraph): boolean {
  return target === current || target.words === current.words
}

function restoredRun(
  afterId: string | null,
  removed: readonly Paragraph[],
  put: readonly Paragraph[],
): RestoredParagraphs {
  const present = new Map(removed.flatMap(({ words }) => words.map((word) => [word.id, word])))
  const wordOrId = (word: Word): Word | string => {
    const there = present.get(word.id)
    return there !== undefined && sameRecord(word, there) ? word.id : word
  }
  return {
    afterId,
    remove: removed.map(({ id, words }) => ({ id, wordIds: words.map((word) => word.id) })),
    put: put.map((paragraph) => ({ ...headOf(paragraph), words: paragraph.words.map(wordOrId) })),
  }
}

function hasSameHead(paragraph: Paragraph, other: Paragraph | undefined): boolean {
  return other !== undefined && sameRecord(headOf(paragraph), headOf(other))
}

function headOf(paragraph: Paragraph): ParagraphHead {
  const { words: _, ...head } = paragraph
  return head
}

/** Restored words are only where they are put: a running job may have grouped them into other paragraphs meanwhile. */
function withWordsOnce(
  paragraphs: readonly Paragraph[],
  { paragraphs: runs, words = [] }: RestoreEdit,
): readonly Paragraph[] {
  const restored = runs.flatMap((run) => run.put)
  const homes = new Set([...restored.map(({ id }) => id), ...words.map(({ paragraphId }) => paragraphId)])
  const isPut = new Set([
    ...restored.flatMap((each) => each.words.map((word) => (typeof word === 'string' ? word : word.id))),
    ...words.flatMap(({ put }) => put.map(({ id }) => id)),
  ])
  if (isPut.size === 0) return paragraphs
  const homeOf = new Map<string, Paragraph>()
  for (const paragraph of paragraphs) {
    if (!homes.has(paragraph.id)) continue
    for (const { id } of paragraph.words) if (isPut.has(id) && !homeOf.has(id)) homeOf.set(id, paragraph)
  }
  const isElsewhere = (paragraph: Paragraph, { id }: Word): boolean =>
    (homeOf.get(id) ?? paragraph) !== paragraph
  if (!paragraphs.some((each) => each.words.some((word) => isElsewhere(each, word)))) return paragraphs
  return paragraphs.flatMap((paragraph): Paragraph[] => {
    const own = paragraph.words.filter((word) => !isElsewhere(paragraph, word))
    if (own.length === paragraph.words.length) return [paragraph]
    return own.length === 0 ? [] : [{ ...paragraph, words: own }]
  })
}

/**
 * Never refused: whatever an undo cannot find any more is skipped. Words and paragraphs added since (by a
 * running job) are kept next to their neighbors.
 */
export function applyRestore(transcript: Transcript, edit: RestoreEdit): Transcript {
  const heads = new Map(edit.heads.map((head) => [head.id, head]))
  const put = putBackWords(putBackRuns(transcript.paragraphs, edit.paragraphs), edit.words ?? [])
  let paragraphs = withWordsOnce(put, edit)
  if (heads.size > 0) {
    paragraphs = paragraphs.map((paragraph) => {
      const head = heads.get(paragraph.id)
      return head === undefined ? paragraph : { ...paragraph, ...head }
    })
  }
  const restored = {
    ...transcript,
    speakers: applyListPatch(transcript.speakers, edit.speakers),
    turns: applyListPatch(transcript.turns, edit.turns),
    paragraphs,
    marks: applyListPatch(transcript.marks, edit.marks),
  }
  const ruled = edit.captionRules === undefined ? restored : withCaptionRules(restored, edit.captionRules)
  const shown = edit.fillers === undefined ? ruled : withFillers(ruled, edit.fillers)
  const written = edit.numbers === undefined ? shown : withNumbers(shown, edit.numbers)
  if (edit.captionTiming === undefined) return written
  return withCaptionTiming(written, timingWithout(transcript.captionTiming ?? null, edit.captionTiming))
}
