import type { Edit } from '../../edits/edit.ts'
import { kindOf } from '../../transcript/marks/stored-mark.ts'
import type { Mark, Transcript, Word } from '../../transcript/transcript.ts'
import { alignTexts } from '../../words/align/align.ts'
import { setMark } from './mark-edits.ts'
import { carriedId, isCarried } from './marks-to-carry.ts'
import { placesOfEnds, wordOrder, type PlaceRange, type WordOrder } from './word-order.ts'

/**
 * Two transcripts of one recording place the same word within this distance; farther away, the same text is
 * another word.
 */
const NEAR_MS = 2_000

export interface CarriedMarks {
  /** Sets the marks on the words of the new transcript. */
  readonly edits: readonly Edit[]
  /** Marks of the old transcript that are placed in the new one, in their old form. */
  readonly carried: readonly Mark[]
  /** Marks of the old transcript that have no place in the new one. */
  readonly lost: readonly Mark[]
}

/**
 * Carries marks of one transcript over to another of the same recording. Words are aligned by text. A mark
 * that begins or ends at a missing word, or that describes a passage, is placed on the words said at that
 * time; a mark about words themselves (hidden, italic, with a wording) on those that still exist; words stay
 * accepted if each still exists unchanged. A translation that matches no words is kept without a place.
 * @param wanted ids of the marks; default: all of a kind that can be carried over
 */
export function carryMarks(
  from: Transcript,
  to: Transcript,
  newId: () => string,
  wanted?: ReadonlySet<string>,
): CarriedMarks {
  const old = wordOrder(from)
  const now = wordOrder(to)
  const newPlaces = alignedPlaces(old, now)
  const marks = from.marks.filter((mark) => (wanted === undefined ? isCarried(mark) : wanted.has(mark.id)))
  const oldPlaces = placesOfEnds(old, marks)
  const edits: Edit[] = []
  const carried: Mark[] = []
  const lost: Mark[] = []
  for (const mark of marks) {
    const first = oldPlaces.get(mark.fromWordId)
    const last = oldPlaces.get(mark.toWordId)
    const place =
      first === undefined || last === undefined
        ? null
        : newRange(mark, { from: first, to: last }, { old, now, newPlaces })
    const [kept, on] = place === null ? withoutPlace(mark, old.words[first ?? -1], now) : [mark, place]
    const [start, end] = [now.words[on?.from ?? -1], now.words[on?.to ?? -1]]
    if (on === null || start === undefined || end === undefined) {
      lost.push(mark)
      continue
    }
    const placed = { ...kept, id: carriedId(from, mark), fromWordId: start.id, toWordId: end.id }
    edits.push(setMark({ newId }, now, on, placed))
    carried.push(mark)
  }
  return { edits, carried, lost }
}

/** A translation is kept at the nearest word until a person places it. */
function withoutPlace(mark: Mark, word: Word | undefined, now: WordOrder): [Mark, PlaceRange | null] {
  if (mark.kind !== 'translation') return [mark, null]
  const wanted = word?.startMs ?? 0
  const away = now.words.map(({ startMs }) => Math.abs(startMs - wanted))
  const nearest = away.indexOf(away.reduce((least, ms) => Math.min(least, ms), Infinity))
  const value = mark.value.text === '' ? mark.value : { ...mark.value, isUnplaced: true as const }
  return [{ ...mark, value }, onePlace(nearest)]
}

interface Aligned {
  readonly old: WordOrder
  readonly now: WordOrder
  /** For each old word the new one; -1 for none. */
  readonly newPlaces: Int32Array
}

function alignedPlaces(old: WordOrder, now: WordOrder): Int32Array {
  const places = new Int32Array(old.length).fill(-1)
  const textOf = ({ text }: Word): string => text.trim()
  for (const match of alignTexts(old.words.map(textOf), now.words.map(textOf))) {
    const [a, b] = [old.words[match.old], now.words[match.new]]
    if (a !== undefined && b !== undefined && Math.abs(a.startMs - b.startMs) <= NEAR_MS) {
      places[match.old] = match.new
    }
  }
  return places
}

function newRange(mark: Mark, range: PlaceRange, aligned: Aligned): PlaceRange | null {
  switch (kindOf(mark.kind)?.behavior.inNewer) {
    case 'start':
      return onePlace(placeAtTime(range.from, aligned, 'start'))
    case 'end':
      return onePlace(placeAtTime(range.to, aligned, 'end'))
    case 'passage':
      return passageAtTime(range, aligned) ?? keptWords(range, aligned)
    case 'same-words':
      return sameWords(range, aligned)
    default:
      return keptWords(range, aligned)
  }
}

const onePlace = (place: number): PlaceRange | null => (place < 0 ? null : { from: place, to: place })

/**
 * The new word for an old one: the aligned one, else the one at its time that is not aligned with another old
 * word.
 */
function placeAtTime(place: number, { old, now, newPlaces }: Aligned, edge: 'start' | 'end'): number {
  const own = newPlaces[place] ?? -1
  if (own >= 0) return own
  let [low, high] = [place - 1, place + 1]
  while (low >= 0 && (newPlaces[low] ?? -1) < 0) low -= 1
  while (high < newPlaces.length && (newPlaces[high] ?? -1) < 0) high += 1
  const first = (low < 0 ? -1 : (newPlaces[low] ?? -1)) + 1
  const last = (high < newPlaces.length ? (newPlaces[high] ?? now.length) : now.length) - 1
  const wanted = edge === 'start' ? old.words[place]?.startMs : old.words[place]?.endMs
  let nearest = -1
  let least = NEAR_MS
  for (let at = first; at <= last; at += 1) {
    const word = now.words[at]
    if (word === undefined || wanted === undefined) continue
    const off = Math.abs((edge === 'start' ? word.startMs : word.endMs) - wanted)
    if (off < least) {
      least = off
      nearest = at
    }
  }
  return nearest
}

/** The words from the start of the first to the end of the last, even if they were recognized differently. */
function passageAtTime({ from, to }: PlaceRange, aligned: Aligned): PlaceRange | null {
  const [first, last] = [placeAtTime(from, aligned, 'start'), placeAtTime(to, aligned, 'end')]
  return first < 0 || last < 0 ? null : { from: Math.min(first, last), to: Math.max(first, last) }
}

/** The same words in a row, letter for letter. */
function sameWords({ from, to }: PlaceRange, { old, now, newPlaces }: Aligned): PlaceRange | null {
  const first = newPlaces[from] ?? -1
  if (first < 0) return null
  for (let place = from; place <= to; place += 1) {
    const at = first + place - from
    if (newPlaces[place] !== at || old.words[place]?.text !== now.words[at]?.text) return null
  }
  return { from: first, to: first + to - from }
}

/** From the first to the last word that still exists. */
function keptWords({ from, to }: PlaceRange, { newPlaces }: Aligned): PlaceRange | null {
  let [first, last] = [-1, -1]
  for (let place = from; place <= to; place += 1) {
    const now = newPlaces[place] ?? -1
    if (now < 0) continue
    if (first < 0) first = now
    last = now
  }
  return first < 0 ? null : { from: first, to: last }
}
