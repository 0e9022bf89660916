/** `removed` UTF-16 units from `at` on gave way to `inserted`. */
export interface TextChange {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/** From one place of a text to another, in UTF-16 units, the end excluded. */
interface Stretch {
  readonly from: number
  readonly to: number
}

// Three hundred letters that gave way to as many: where more did, two people did not type, one of them pasted.
const mostCells = 100_000

/**
 * What two people made of one old text at the same time. Mine wrote in or took away letters at one place; theirs left
 * most of the old letters, those around that place among them. Where both wrote at one place, mine comes first: so
 * what each goes on to write stays together. Null where they are at odds.
 *
 * `words`: the part of `old` that mine changed, the whole where it is left out. Where theirs took away most of that,
 * other words stand there now. `own`: what mine changed, where that is known; letters alone do not tell where a word was
 * written beside one that begins alike.
 */
export function bothTyped(
  old: string,
  mine: string,
  theirs: string,
  words: Stretch = { from: 0, to: old.length },
  own: TextChange = changeOf(old, mine),
): string | null {
  if (own.removed > 0 && own.inserted !== '') return null
  const others = changesBetween(old, theirs)
  if (others === null) return null
  return own.removed > 0 ? takenAway(theirs, own, others) : writtenIn(words, theirs, own, others)
}

/** Whether a text is an old one with something written in, and nothing taken away. */
export function isOnlyWritten(old: string, text: string): boolean {
  return changeOf(old, text).removed === 0
}

function writtenIn(
  words: Stretch,
  theirs: string,
  own: TextChange,
  others: readonly TextChange[],
): string | null {
  const removed = others.reduce((sum, { at, removed: count }) => {
    return sum + Math.max(0, Math.min(at + count, words.to) - Math.max(at, words.from))
  }, 0)
  if (removed * 2 > words.to - words.from) return null
  if (others.some((change) => change.at < own.at && own.at < change.at + change.removed)) return null
  const at = placeIn(others, own.at, 'before')
  return theirs.slice(0, at) + own.inserted + theirs.slice(at)
}

function takenAway(theirs: string, own: TextChange, others: readonly TextChange[]): string | null {
  const until = own.at + own.removed
  const isWrittenIn = others.some(
    ({ at, removed, inserted }) => inserted !== '' && at < until && at + removed > own.at,
  )
  if (isWrittenIn) return null
  return theirs.slice(0, placeIn(others, own.at, 'after')) + theirs.slice(placeIn(others, until, 'before'))
}

/** Where a place of the old text is in theirs: before what they wrote there, or after it. */
function placeIn(others: readonly TextChange[], place: number, side: 'before' | 'after'): number {
  let there = place
  for (const { at, removed, inserted } of others) {
    if (at < place || (at === place && removed === 0 && side === 'after')) {
      there += inserted.length - Math.min(removed, place - at)
    }
  }
  return there
}

function changeOf(old: string, text: string): TextChange {
  const shorter = Math.min(old.length, text.length)
  let at = 0
  while (at < shorter && old[at] === text[at]) at += 1
  let tail = 0
  while (tail < shorter - at && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  return { at, removed: old.length - tail - at, inserted: text.slice(at, text.length - tail) }
}

/** The changes between the letters that are in both, as many as there can be; null where the texts are too long. */
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

/** Places of a longest common subsequence, in `a` and in `b`. */
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
