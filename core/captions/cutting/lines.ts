import { breaksLine, type CostTable } from '../costs/cost-table.ts'

/**
 * The lines of one speaker's cue: which atoms begin a line. The cheapest lines break at the weakest
 * connections, have similar lengths, and put the longer one below.
 */

/** Puts the longer line below when all else is equal; far below any other cost. */
const TOP_HEAVY_COST = 0.001

/** A prefix that leaves too little room for the first atom gets the first line to itself. */
export function isPrefixAlone(table: CostTable, from: number): boolean {
  const prefix = table.prefixLengths[from] ?? 0
  return prefix > 0 && prefix + 1 + table.lineLength(from, from + 1) > table.rules.maxCharactersPerLine
}

/** How many characters of the first atom's line the prefix uses. */
function indentOf(table: CostTable, from: number): number {
  const prefix = table.prefixLengths[from] ?? 0
  return prefix === 0 || isPrefixAlone(table, from) ? 0 : prefix + 1
}

const linesLeft = (table: CostTable, from: number): number =>
  table.rules.maxLines - (isPrefixAlone(table, from) ? 1 : 0)

/** The cost of the best lines for the atoms `from` to `to`; Infinity if they do not fit. */
export function linesCost(table: CostTable, from: number, to: number): number {
  const indent = indentOf(table, from)
  const total = indent + table.lineLength(from, to)
  const room = table.rules.maxCharactersPerLine
  const most = linesLeft(table, from)
  if (breaksLine(table, from, to)) return markedLinesFit(table, from, to, indent) ? 0 : Infinity
  for (let count = Math.ceil(total / room); count <= most; count++) {
    const cost = countCost(table, from, to, count, indent, total / count)
    if (cost < Infinity) return cost
  }
  return Infinity
}

/** Lines broken by marks cost nothing, as a person wants them so. */
function markedLinesFit(table: CostTable, from: number, to: number, indent: number): boolean {
  const starts = markedStarts(table, from, to)
  if (starts.length > linesLeft(table, from)) return false
  return starts.every((start, line) => {
    const length = table.lineLength(start, starts[line + 1] ?? to) + (line === 0 ? indent : 0)
    return length <= table.rules.maxCharactersPerLine
  })
}

function markedStarts(table: CostTable, from: number, to: number): number[] {
  const starts = [from]
  for (let at = from + 1; at < to; at++) if (breaksLine(table, at - 1, at + 1)) starts.push(at)
  return starts
}

function countCost(
  table: CostTable,
  from: number,
  to: number,
  count: number,
  indent: number,
  mean: number,
): number {
  const room = table.rules.maxCharactersPerLine
  if (count <= 1) {
    const length = indent + table.lineLength(from, to)
    return length > room ? Infinity : lineCost(table, length, mean, false)
  }
  let best = Infinity
  for (let at = from + 1; at < to; at++) {
    const length = indent + table.lineLength(from, at)
    if (length > room) break
    const own = lineCost(table, length, mean, true) + (table.lineBreakCosts[at] ?? 0)
    if (own >= best) continue
    best = Math.min(best, own + countCost(table, at, to, count - 1, 0, mean))
  }
  return best
}

/** @param mean the length of each line if all were equal; a single line has this length */
function lineCost(table: CostTable, length: number, mean: number, hasLineBelow: boolean): number {
  const { unevenCharacter, shortLine, shortLineCharacters } = table.rules.costs
  const off = Math.abs(length - mean)
  const uneven = off * unevenCharacter + (hasLineBelow && length > mean ? off * TOP_HEAVY_COST : 0)
  if (off === 0 || length >= shortLineCharacters) return uneven
  return uneven + (1 - length / shortLineCharacters) * shortLine
}

/** Where the best lines begin, `from` first; the earlier place on a tie. */
export function lineStarts(table: CostTable, from: number, to: number): number[] {
  if (breaksLine(table, from, to)) return markedStarts(table, from, to)
  const indent = indentOf(table, from)
  const total = indent + table.lineLength(from, to)
  let count = Math.ceil(total / table.rules.maxCharactersPerLine)
  while (
    count <= linesLeft(table, from) &&
    countCost(table, from, to, count, indent, total / count) === Infinity
  ) {
    count++
  }
  const mean = total / count
  const starts = [from]
  let used = indent
  for (let line = from; count > 1; count--) {
    line = cheapestBreak(table, line, to, count, used, mean)
    starts.push(line)
    used = 0
  }
  return starts
}

function cheapestBreak(
  table: CostTable,
  from: number,
  to: number,
  count: number,
  indent: number,
  mean: number,
): number {
  let best = Infinity
  let place = from + 1
  for (let at = from + 1; at < to; at++) {
    const length = indent + table.lineLength(from, at)
    if (length > table.rules.maxCharactersPerLine) break
    const cost =
      lineCost(table, length, mean, true) +
      (table.lineBreakCosts[at] ?? 0) +
      countCost(table, at, to, count - 1, 0, mean)
    if (cost < best) {
      best = cost
      place = at
    }
  }
  return place
}
