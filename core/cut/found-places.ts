import type { Edit } from '../edits/edit.ts'
import { byStart, type CutReason, type CutStretch } from '../transcript/cut-reason.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { findParagraphs } from '../transcript/word-paragraphs.ts'
import { chosenFillers, chosenRepetitions } from './chosen-words.ts'
import { type CutRange, cutWords, restoreWords } from './cut-edits.ts'
import { cutParagraphs } from './cut-runs.ts'

/** Kinds of places that are found to be cut, in the order in which they are offered. */
export const foundKinds = [
  'filler',
  'pause',
  'repetition',
  'no-words',
] as const satisfies readonly CutReason[]
export type FoundKind = (typeof foundKinds)[number]

/** A place that is cut for its kind, or could be. */
export interface FoundPlace extends TimeSpan {
  /** The same before and after it is cut. */
  readonly id: string
  readonly isCut: boolean
  /** Null: it has no words. */
  readonly words: CutRange | null
  readonly text: string
  /** Rows that cut it, without words. */
  readonly stretches: readonly CutStretch[]
}

type Text = Pick<Transcript, 'paragraphs' | 'marks'>

/** Fillers or repetitions of a transcript, cut or not, by time. */
export function foundWords(transcript: Text, kind: 'filler' | 'repetition', language: string): FoundPlace[] {
  const cutOf = cutParagraphs(transcript)
  const cut = transcript.paragraphs.flatMap((paragraph) =>
    cutOf(paragraph)
      .runs.filter(({ mark }) => mark.value.reason === kind)
      .map(({ from, to }) => wordsPlace(paragraph, from, to, true)),
  )
  const paragraphOf = findParagraphs(transcript.paragraphs)
  const choose = kind === 'filler' ? chosenFillers : chosenRepetitions
  const others = choose(transcript, language).flatMap(({ fromWordId, count }) => {
    const paragraph = paragraphOf(fromWordId)
    const from = paragraph?.words.findIndex(({ id }) => id === fromWordId) ?? -1
    return paragraph === undefined || from < 0 ? [] : [wordsPlace(paragraph, from, from + count - 1, false)]
  })
  return [...cut, ...others].toSorted(byStart)
}

function wordsPlace({ words }: Paragraph, from: number, to: number, isCut: boolean): FoundPlace {
  const own = words.slice(from, to + 1)
  const [first, last] = [own[0], own.at(-1)]
  const ids = { fromWordId: first?.id ?? '', toWordId: last?.id ?? '' }
  return {
    id: ids.fromWordId,
    startMs: first?.startMs ?? 0,
    endMs: last?.endMs ?? 0,
    isCut,
    words: ids,
    text: own.map(({ before, text }, place) => (place === 0 ? text : before + text)).join(''),
    stretches: [],
  }
}

/**
 * Places without words: those that are found (in order), and what is cut for the same reason. Rows of other reasons do
 * not count.
 */
export function foundStretches(
  kind: 'pause' | 'no-words',
  found: readonly TimeSpan[],
  stretches: readonly CutStretch[],
): FoundPlace[] {
  const rows = stretches.filter(({ reason }) => reason === kind).toSorted(byStart)
  const owned = new Set<CutStretch>()
  let first = 0
  const places = found.map(({ startMs, endMs }) => {
    while ((rows[first]?.endMs ?? Infinity) <= startMs) first += 1
    const own: CutStretch[] = []
    for (let at = first; (rows[at]?.startMs ?? Infinity) < endMs; at += 1) {
      const row = rows[at]
      if (row !== undefined && row.endMs > startMs) own.push(row)
    }
    for (const row of own) owned.add(row)
    return stretchPlace({ startMs: Math.round(startMs), endMs: Math.round(endMs) }, own)
  })
  const alone = rows.filter((row) => !owned.has(row)).map((row) => stretchPlace(row, [row]))
  return [...places, ...alone].toSorted(byStart)
}

const stretchPlace = ({ startMs, endMs }: TimeSpan, stretches: readonly CutStretch[]): FoundPlace => ({
  id: String(startMs),
  startMs,
  endMs,
  isCut: stretches.length > 0,
  words: null,
  text: '',
  stretches,
})

/** What cuts places or restores them: edits, and rows that are added and removed by id; one step of undo. */
export interface PlaceChange {
  readonly edits: readonly Edit[]
  readonly set: readonly CutStretch[]
  readonly remove: readonly string[]
}

/** Cuts places as far as they are not cut exactly so: pauses that were shortened to another length are changed. */
export function cutPlaces(
  transcript: Transcript,
  kind: FoundKind,
  places: readonly FoundPlace[],
  newId: () => string,
): PlaceChange {
  const changed = places.filter((place) => place.words === null && !isCutExactly(place))
  const ranges = places.flatMap(({ words }) => (words === null ? [] : [{ ...words, reason: kind }]))
  return {
    edits: cutWords(transcript, ranges, newId),
    set: changed.map(({ startMs, endMs }) => ({ id: newId(), startMs, endMs, reason: kind })),
    remove: rowsOf(changed),
  }
}

/** Whether the cut that there is equals the place. */
export function isCutExactly({ isCut, words, stretches, startMs, endMs }: FoundPlace): boolean {
  const [row] = stretches
  return (
    isCut && (words !== null || (stretches.length === 1 && row?.startMs === startMs && row.endMs === endMs))
  )
}

export const restorePlaces = (
  transcript: Transcript,
  places: readonly FoundPlace[],
  newId: () => string,
): PlaceChange => ({
  edits: restoreWords(
    transcript,
    places.flatMap(({ words, isCut }) => (words === null || !isCut ? [] : [words])),
    newId,
  ),
  set: [],
  remove: rowsOf(places),
})

const rowsOf = (places: readonly FoundPlace[]): string[] =>
  places.flatMap(({ stretches }) => stretches.map(({ id }) => id))

export interface CutSet {
  readonly transcript: Transcript
  readonly stretches: readonly CutStretch[]
}

/** What would be cut if nothing were cut for this kind, without the words of it that were deleted afterwards. */
export const withoutKind = ({ transcript, stretches }: CutSet, kind: FoundKind): CutSet => ({
  transcript: {
    ...transcript,
    marks: transcript.marks.filter((mark) => mark.kind !== 'cut' || mark.value.reason !== kind),
  },
  stretches: stretches.filter(({ reason }) => reason !== kind),
})

/** What would be cut if all these places were. */
export function withAllCut(
  { transcript, stretches }: CutSet,
  kind: FoundKind,
  places: readonly FoundPlace[],
): CutSet {
  const changed = places.filter((place) => !isCutExactly(place))
  const removed = new Set(rowsOf(changed))
  const marks = changed.flatMap(({ id, words }): Mark[] =>
    words === null ? [] : [{ id: `found ${id}`, kind: 'cut', ...words, value: { reason: kind } }],
  )
  const rows = changed.flatMap(({ id, words, startMs, endMs }): CutStretch[] =>
    words === null ? [{ id: `found ${id}`, startMs, endMs, reason: kind }] : [],
  )
  return {
    transcript: { ...transcript, marks: [...transcript.marks, ...marks] },
    stretches: [...stretches.filter(({ id }) => !removed.has(id)), ...rows].toSorted(byStart),
  }
}
