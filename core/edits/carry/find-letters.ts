import type { TextChange } from './merge-typing.ts'

/** Where a passage is in a text: it begins at `start`, and `changes` turn it into the text there. */
export interface FoundLetters {
  readonly start: number
  readonly changes: readonly TextChange[]
}

// However much somebody typed at one place, that is more likely than a removed letter.
const removedCost = 80
const insertedCost = 60
const longerCost = 1
const mostCells = 1_000_000
const never = 0xff_ff_ff_ff

/**
 * Finds the part of a text that is most similar to `passage`, letter by letter; null when the texts are too
 * long.
 */
export function findLetters(passage: string, text: string): FoundLetters | null {
  const width = text.length + 1
  if ((passage.length + 1) * width > mostCells) return null
  // The least cost of turning the first `row` letters into those before `column`, from wherever that is cheapest;
  // `inserting` when the last of these was inserted.
  const costs = new Uint32Array((passage.length + 1) * width)
  const inserting = new Uint32Array((passage.length + 1) * width).fill(never)
  const cost = (row: number, column: number): number => costs[row * width + column] ?? never
  const insertingCost = (row: number, column: number): number => inserting[row * width + column] ?? never
  const least = (row: number, column: number): number =>
    Math.min(cost(row, column), insertingCost(row, column))
  const isKept = (row: number, column: number): boolean => column > 0 && passage[row - 1] === text[column - 1]
  for (let row = 1; row <= passage.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const removed = least(row - 1, column) + removedCost
      const kept = isKept(row, column) ? least(row - 1, column - 1) : never
      costs[row * width + column] = Math.min(removed, kept)
      if (column === 0) continue
      const first = cost(row, column - 1) + insertedCost
      inserting[row * width + column] = Math.min(first, insertingCost(row, column - 1) + longerCost)
    }
  }
  let column = 0
  for (let end = 1; end < width; end += 1) {
    if (cost(passage.length, end) < cost(passage.length, column)) column = end
  }
  const changes: TextChange[] = []
  let row = passage.length
  let [oldEnd, newEnd] = [row, column]
  const close = (): void => {
    if (oldEnd === row && newEnd === column) return
    changes.unshift({ at: row, removed: oldEnd - row, inserted: text.slice(column, newEnd) })
  }
  let isInserting = false
  while (row > 0) {
    if (isInserting) {
      isInserting = insertingCost(row, column) !== cost(row, column - 1) + insertedCost
      column -= 1
      continue
    }
    const isLetter = isKept(row, column) && cost(row, column) === least(row - 1, column - 1)
    if (isLetter) close()
    row -= 1
    if (isLetter) {
      column -= 1
      ;[oldEnd, newEnd] = [row, column]
    }
    isInserting = row > 0 && insertingCost(row, column) < cost(row, column)
  }
  close()
  return { start: column, changes }
}
