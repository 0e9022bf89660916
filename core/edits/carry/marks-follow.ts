import type { MarkBehavior } from '../../transcript/marks/mark-kind.ts'
import { kindOf } from '../../transcript/marks/stored-mark.ts'
import { hullOf } from '../../transcript/time-span.ts'
import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'
import type { Edit } from '../edit.ts'
import { followRedactions } from './redactions-follow.ts'
import { cutWithTime } from './cut-follows.ts'
import { placedSound, soundBetween } from './sound-follows.ts'
import { followVoices } from './voices-follow.ts'
import { isFresh, mapWords, type WordMap } from './word-map.ts'

/**
 * The transcript with its marks adjusted to an edit of the words, as each kind defines (`MarkBehavior`); text
 * that a redaction or a redacted voice now covers is redacted. Returns `after` itself if no mark is affected.
 */
export function followMarks(before: Transcript, after: Transcript, edit: Edit): Transcript {
  const words = before.paragraphs === after.paragraphs ? null : mapWords(before, after)
  if (words === null) return followVoices(before, after, edit)
  const marks = after.marks.flatMap((mark) => followed(mark, { words, after, edit }) ?? [])
  const isSame = marks.length === after.marks.length && marks.every((mark, at) => mark === after.marks[at])
  const marked = isSame ? after : { ...after, marks }
  return followVoices(before, followRedactions(before, marked, words, edit), edit)
}

interface Following {
  readonly words: WordMap
  readonly after: Transcript
  readonly edit: Edit
}

/** Null: the mark is removed. */
function followed(mark: Mark, following: Following): Mark | null {
  const { words, after, edit } = following
  const first = words.oldPlaces.get(mark.fromWordId)
  const last = words.oldPlaces.get(mark.toWordId)
  if (first === undefined && last === undefined) return mark
  if (mark.kind === 'redacted-sound') return placedSound(mark, words)
  const behavior = kindOf(mark.kind)?.behavior
  const range = { first, last }
  const stays = behavior?.onEdit === 'stays'
  // An undo restores marks itself; others move to the remaining words.
  const left = !stays || edit.kind === 'restore' ? onRemaining(mark, range, words) : null
  const ends = left ?? (stays ? onReplacing(mark, range, words) : null)
  if (ends !== null) {
    const made = withEnds(mark, ends.fromWordId, ends.toWordId)
    if (made === mark || edit.kind === 'restore') return made
    const wordAt = (id: string): Word | undefined => words.now[words.newPlaces.get(id) ?? -1]
    return cutWithTime(
      made,
      { first: words.old[first ?? -1], last: words.old[last ?? -1] },
      { first: wordAt(ends.fromWordId), last: wordAt(ends.toWordId) },
    )
  }
  return whenGone(mark, behavior, range, words, after)
}

/** Places of a mark's first and last word among the old words; undefined: outside of the changed paragraphs. */
interface OldRange {
  readonly first: number | undefined
  readonly last: number | undefined
}

type Ends = Pick<Mark, 'fromWordId' | 'toWordId'>

function withEnds(mark: Mark, fromWordId: string, toWordId: string): Mark {
  return mark.fromWordId === fromWordId && mark.toWordId === toWordId
    ? mark
    : { ...mark, fromWordId, toWordId }
}

/** From the first to the last of its remaining words. */
function onRemaining(mark: Mark, { first, last }: OldRange, words: WordMap): Ends | null {
  const end = last ?? words.old.length - 1
  let from: Word | null = null
  let to: Word | null = null
  for (let place = first ?? 0; place <= end; place += 1) {
    const word = words.old[place]
    if (word === undefined || !words.newPlaces.has(word.id)) continue
    from ??= word
    to = word
  }
  const fromWordId = first === undefined ? mark.fromWordId : (from ?? endOutside(last, words.wordAfter))?.id
  const toWordId = last === undefined ? mark.toWordId : (to ?? endOutside(first, words.wordBefore))?.id
  return fromWordId === undefined || toWordId === undefined ? null : { fromWordId, toWordId }
}

/** The nearest word outside, if the mark's other end is on that side. */
const endOutside = (otherEnd: number | undefined, word: Word | null): Word | null =>
  otherEnd === undefined ? word : null

/** On the words that replaced its own. */
function onReplacing(mark: Mark, { first, last }: OldRange, words: WordMap): Ends | null {
  const isWide = mark.kind === 'redaction'
  const start = first === undefined ? -1 : placesAt(words, first, isWide)[0]
  const end = last === undefined ? words.now.length : placesAt(words, last, isWide)[1] - 1
  if (start > end) return null
  const fromWordId = first === undefined ? mark.fromWordId : (words.now[start] ?? words.wordAfter)?.id
  const toWordId = last === undefined ? mark.toWordId : (words.now[end] ?? words.wordBefore)?.id
  return fromWordId === undefined || toWordId === undefined ? null : { fromWordId, toWordId }
}

/**
 * Where the words that replaced an old one begin and end. If only letters moved between neighbors, that is
 * the word itself, except for a redaction (`isWide`), as the letters may be its own.
 */
function placesAt(words: WordMap, place: number, isWide: boolean): [from: number, end: number] {
  const [from, end] = [words.from[place] ?? 0, words.to[place] ?? 0]
  const own = words.newPlaces.get(words.old[place]?.id ?? '')
  if (isWide || own === undefined || own < from || own >= end) return [from, end]
  return words.now.slice(from, end).some((word) => isFresh(words, word)) ? [from, end] : [own, own + 1]
}

function whenGone(
  mark: Mark,
  behavior: MarkBehavior<unknown> | undefined,
  { first, last }: OldRange,
  words: WordMap,
  after: Transcript,
): Mark | null {
  if (behavior === undefined || behavior.whenGone === null || mark.kind === 'unknown') return null
  const gone = hullOf(words.old.slice(first ?? 0, (last ?? words.old.length - 1) + 1))
  const { kind, value } = behavior.whenGone(mark.value, gone)
  const moved = { ...mark, kind, value } as Mark
  const place = words.from[first ?? 0] ?? 0
  if (moved.kind === 'redacted-sound') return soundBetween(moved, words, place, place)
  const near = nearestSpoken(after, words, place)
  return near === null ? null : withEnds(moved, near.id, near.id)
}

/** The last word before the place that captions can show, else the next one. */
function nearestSpoken({ paragraphs }: Transcript, words: WordMap, place: number): Word | null {
  const spoken = paragraphs.flatMap((paragraph) => (paragraph.kind === 'note' ? [] : paragraph.words))
  const places = new Map(spoken.map(({ id }, at) => [id, at]))
  const around = [words.wordBefore, ...words.now, words.wordAfter]
  const before = around.slice(0, place + 1).findLast((word) => word !== null && places.has(word.id))
  if (before !== undefined) return before
  return around.slice(place + 1).find((word) => word !== null && places.has(word.id)) ?? spoken[0] ?? null
}
