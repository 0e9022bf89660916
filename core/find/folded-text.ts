/** A text without its accents, and where its characters stood. */
export interface FoldedText {
  readonly text: string
  /** A place in the folded text as one in the original; null inside what one character became. */
  readonly placeOf: (at: number) => number | null
}

const notPlain = /\P{ASCII}/gu
const folds = new Map<string, string>([
  ['\u2019', "'"],
  ['\u2018', "'"],
  ['\u02bc', "'"],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2009', ' '],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
])

function foldCharacter(character: string): string {
  let folded = folds.get(character)
  if (folded === undefined) {
    folded = character.normalize('NFD').replaceAll(/\p{M}/gu, '')
    folds.set(character, folded)
  }
  return folded
}

export function foldAccents(text: string): string {
  return text.replaceAll(notPlain, foldCharacter)
}

/** A character of the original that is longer or shorter folded: its place in the folded text, and where it ends. */
interface Shift {
  readonly from: number
  readonly to: number
  readonly originalTo: number
}

export function foldedText(original: string): FoldedText {
  let text = ''
  let done = 0
  const shifts: Shift[] = []
  for (const match of original.matchAll(notPlain)) {
    const [character] = match
    const folded = foldCharacter(character)
    text += original.slice(done, match.index)
    done = match.index + character.length
    const from = text.length
    text += folded
    if (folded.length !== character.length) shifts.push({ from, to: text.length, originalTo: done })
  }
  text += original.slice(done)
  return { text, placeOf: (at) => placeIn(shifts, at) }
}

/** A place beside an accent of its own is after it: the accent belongs to the letter before. */
function placeIn(shifts: readonly Shift[], at: number): number | null {
  let moved = 0
  for (const { from, to, originalTo } of shifts) {
    if (at < to) return at > from ? null : at + moved
    moved = originalTo - to
  }
  return at + moved
}
