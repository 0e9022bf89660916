import { commonTextEnds, middleOf } from '../../sequences/common-ends.ts'
/** From `at` on, `removed` UTF-16 units were replaced by `inserted`. */
export interface TextChange {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** A range of a text in UTF-16 units, the end excluded. */
interface Stretch {
  readonly from: number
  readonly to: number
}

// About 300 letters replaced by as many: larger changes were pasted rather than typed.
const mostCells = 100_000

/**
 * Merges two people's simultaneous changes to one old text. Mine inserted or deleted letters at one place;
 * theirs kept most of the old letters, those around that place among them. If both typed at one place, mine
 * comes first, so that further typing by either stays contiguous. Null when the changes conflict.
 *
 * `words`: the part of `old` that mine changed, all of it when omitted; if theirs removed most of that part,
 * other words are there now. `own`: what mine changed, if known; letters alone do not show where a word was
 * typed next to one that begins the same way.
 */
export function mergeTyping(
  old: string,
  mine: string,
  theirs: string,
  words: Stretch = { from: 0, to: old.length },
  own: TextChange = changeOf(old, mine),
): string | null {
  const others = changesBetween(old, theirs)
  const change = others === null ? null : changeAmong(others, words, own)
  if (change === null) return null
  return theirs.slice(0, change.at) + change.inserted + theirs.slice(change.at + change.removed)
}

/**
 * My change as a change of their text, given `others`, the other person's changes; null when they conflict.
 */
export function changeAmong(
  others: readonly TextChange[],
  words: Stretch,
  own: TextChange,
): TextChange | null {
  if (own.removed > 0 && own.inserted !== '') return null
  return own.removed > 0 ? placeDeletion(own, others) : placeInsertion(words, own, others)
}

/** Whether `text` is `old` with insertions only. */
export function isPureInsertion(old: string, text: string): boolean {
  return changeOf(old, text).removed === 0
}

function placeInsertion(words: Stretch, own: TextChange, others: readonly TextChange[]): TextChange | null {
  const removed = others.reduce((sum, { at, removed: count }) => {
    return sum + Math.max(0, Math.min(at + count, words.to) - Math.max(at, words.from))
  }, 0)
  if (removed * 2 > words.to - words.from) return null
  if (others.some((change) => change.at < own.at && own.at < change.at + change.removed)) return null
  return { ...own, at: placeIn(others, own.at, 'before') }
}

function placeDeletion(own: TextChange, others: readonly TextChange[]): TextChange | null {
  const until = own.at + own.removed
  const isWrittenIn = others.some(
    ({ at, removed, inserted }) => inserted !== '' && at < until && at + removed > own.at,
  )
  if (isWrittenIn) return null
  const at = placeIn(others, own.at, 'after')
  return { at, removed: placeIn(others, until, 'before') - at, inserted: '' }
}

/** Maps a place in the old text to theirs: before or after what they inserted there. */
function placeIn(others: readonly TextChange[], place: number, side: 'before' | 'after'): number {
  let there = place
  for (const { at, removed, inserted } of others) {
    if (at < place || (at === place && removed === 0 && side === 'after')) {
      there += inserted.length - Math.min(removed, place - at)
    }
  }
  return there
}

export function changeOf(old: string, text: string): TextChange {
  const ends = commonTextEnds(old, text)
  return { at: ends.head, removed: middleOf(old, ends).length, inserted: middleOf(text, ends) }
}

/** The changes between the two texts, with as many letters in common as possible; null when the texts are too long. */
function changesBetween(old: string, text: string): TextChange[] | null {
  const whole = changeOf(old, text)
  const { at, removed, inserted } = whole
  if (removed === 0 || inserted === '') return removed === 0 && inserted === '' ? [] : [whole]
  if (removed * inserted.length > mostCells) return null
  const kept = lettersInBoth(old.slice(at, at + removed), inserted)
  const changes: TextChange[] = []
  let oldFrom = 0
  let newFrom = 0
  for (const [oldAt, newAt] of [...kept, [removed, inserted.length] as const]) {
    if (oldAt > oldFrom || newAt > newFrom) {
      changes.push({ at: at + oldFrom, removed: oldAt - oldFrom, inserted: inserted.slice(newFrom, newAt) })
    }
    oldFrom = oldAt + 1
    newFrom = newAt + 1
  }
  return changes
}

/** Positions of a longest common subsequence, in `a` and in `b`. */
function lettersInBoth(a: string, b: string): [number, number][] {
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  const at = (row: number, column: number): number => length[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      length[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const places: [number, number][] = []
  let row = 0
  let column = 0
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) places.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return places
}
