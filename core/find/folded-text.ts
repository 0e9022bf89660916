/** A text without accents, with a mapping to the original positions. */
export interface FoldedText {
  readonly text: string
  /** Converts a position in the folded text to the original; null inside the expansion of one character. */
  readonly toOriginal: (at: number) => number | null
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

/** A character whose folded form has another length: its range in the folded text, and its end in the original. */
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
  return { text, toOriginal: (at) => placeIn(shifts, at) }
}

/** A position next to a combining accent maps to after the accent, which belongs to the preceding letter. */
function placeIn(shifts: readonly Shift[], at: number): number | null {
  let moved = 0
  for (const { from, to, originalTo } of shifts) {
    if (at < to) return at > from ? null : at + moved
    moved = originalTo - to
  }
  return at + moved
}
