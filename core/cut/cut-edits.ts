import type { Edit } from '../edits/edit.ts'
import { removeMarkEdit } from '../edits/kinds/remove-mark.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { CutReason } from '../transcript/cut-reason.ts'
import type { CutValue } from '../transcript/marks/kinds/cut.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { cutWordIds } from './cut-runs.ts'

/** Words from one to another, both included. */
export interface CutRange {
  readonly fromWordId: string
  readonly toWordId: string
  /** Default: a person struck them. */
  readonly reason?: CutReason
}

/** Whether every word of the range is cut; false for no words. */
export function isRangeCut(transcript: Transcript, range: CutRange): boolean {
  const words = wordsIn(transcript)(range)
  const cut = cutWordIds(transcript)
  return words.length > 0 && words.every(({ id }) => cut.has(id))
}

/** Edits of one step that cut the words of the range, or restore them if all are cut. */
export const toggleCut = (transcript: Transcript, range: CutRange, newId: () => string): Edit[] =>
  isRangeCut(transcript, range)
    ? restoreWords(transcript, [range], newId)
    : cutWords(transcript, [range], newId)

/** Edits of one step that cut the words of ranges, as far as they are not cut yet. */
export function cutWords(transcript: Transcript, ranges: readonly CutRange[], newId: () => string): Edit[] {
  const cut = cutWordIds(transcript)
  const read = wordsIn(transcript)
  return ranges.flatMap((range) =>
    runsOf(read(range), ({ id }) => !cut.has(id)).map((run) =>
      cutEdit(transcript, run, { reason: range.reason ?? 'person' }, newId),
    ),
  )
}

/** Edits of one step that restore the words of ranges; other words of the same cuts stay cut. */
export function restoreWords(
  transcript: Transcript,
  ranges: readonly CutRange[],
  newId: () => string,
): Edit[] {
  if (ranges.length === 0) return []
  const freed = new Set(ranges.flatMap(wordsIn(transcript)).map(({ id }) => id))
  return restored(transcript, ({ id }) => freed.has(id), newId)
}

/** Edits of one step that restore what is cut by marks within a time of the recording. */
export function restoreSpan(transcript: Transcript, span: TimeSpan, newId: () => string): Edit[] {
  const isInside = ({ startMs, endMs }: TimeSpan): boolean => {
    const middle = (startMs + endMs) / 2
    return middle >= span.startMs && middle < span.endMs
  }
  const sounds = transcript.marks.filter((mark) => mark.kind === 'cut-sound' && isInside(mark.value))
  return [
    ...sounds.map((mark) => removeMarkEdit(transcript, { id: newId(), markId: mark.id })),
    ...restored(transcript, isInside, newId),
  ]
}

/** Edits of one step that restore all that is cut by marks. */
export const restoreAll = (transcript: Transcript, newId: () => string): Edit[] =>
  transcript.marks
    .filter(({ kind }) => kind === 'cut' || kind === 'cut-sound')
    .map((mark) => removeMarkEdit(transcript, { id: newId(), markId: mark.id }))

function restored(transcript: Transcript, isFreed: (word: Word) => boolean, newId: () => string): Edit[] {
  const read = wordsIn(transcript)
  return transcript.marks.flatMap((mark): Edit[] => {
    if (mark.kind !== 'cut') return []
    const words = read(mark)
    if (!words.some(isFreed)) return []
    const { startMs, endMs, ...value } = mark.value
    // An edge that a person set stays with the word that it belongs to.
    const left = runsOf(words, (word) => !isFreed(word)).map((run) =>
      cutEdit(
        transcript,
        run,
        {
          ...value,
          ...(startMs !== undefined && run.fromWordId === mark.fromWordId ? { startMs } : {}),
          ...(endMs !== undefined && run.toWordId === mark.toWordId ? { endMs } : {}),
        },
        newId,
      ),
    )
    return [removeMarkEdit(transcript, { id: newId(), markId: mark.id }), ...left]
  })
}

const cutEdit = (
  transcript: Transcript,
  { fromWordId, toWordId }: CutRange,
  value: CutValue,
  newId: () => string,
): Edit =>
  setMarkEdit(transcript, { id: newId(), mark: { id: newId(), kind: 'cut', fromWordId, toWordId, value } })

function runsOf(words: readonly Word[], isIn: (word: Word) => boolean): CutRange[] {
  const runs: CutRange[] = []
  let wasIn = false
  for (const word of words) {
    const is = isIn(word)
    const last = runs.at(-1)
    if (is && wasIn && last !== undefined) runs[runs.length - 1] = { ...last, toWordId: word.id }
    else if (is) runs.push({ fromWordId: word.id, toWordId: word.id })
    wasIn = is
  }
  return runs
}

/** Reads ranges of words in the order of the text. */
function wordsIn({ paragraphs }: Pick<Transcript, 'paragraphs'>): (range: CutRange) => readonly Word[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const places = new Map(words.map(({ id }, place) => [id, place]))
  return ({ fromWordId, toWordId }) => {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    return from === undefined || to === undefined ? [] : words.slice(from, to + 1)
  }
}
