import { breaksLine, type Track } from './track.ts'

/**
 * The lines of one speaker's cue: which atoms begin a line. The cheapest lines break where the least is cut, have
 * similar lengths, and put the longer one below.
 */

/** Puts the longer line below when all else is equal; far below any other cost. */
const TOP_HEAVY_COST = 0.001

/** A prefix that leaves too little room for the first atom gets the first line to itself. */
export function isPrefixAlone(track: Track, from: number): boolean {
  const prefix = track.prefixLengths[from] ?? 0
  return prefix > 0 && prefix + 1 + track.lineLength(from, from + 1) > track.rules.maxCharactersPerLine
}

/** How many characters of the first atom's line the prefix takes. */
function indentOf(track: Track, from: number): number {
  const prefix = track.prefixLengths[from] ?? 0
  return prefix === 0 || isPrefixAlone(track, from) ? 0 : prefix + 1
}

const linesLeft = (track: Track, from: number): number =>
  track.rules.maxLines - (isPrefixAlone(track, from) ? 1 : 0)

/** The cost of the best lines for the atoms `from` to `to`; Infinity if they do not fit. */
export function linesCost(track: Track, from: number, to: number): number {
  const indent = indentOf(track, from)
  const total = indent + track.lineLength(from, to)
  const room = track.rules.maxCharactersPerLine
  const most = linesLeft(track, from)
  if (breaksLine(track, from, to)) return markedLinesFit(track, from, to, indent) ? 0 : Infinity
  for (let count = Math.ceil(total / room); count <= most; count++) {
    const cost = countCost(track, from, to, count, indent, total / count)
    if (cost < Infinity) return cost
  }
  return Infinity
}

/** Lines broken by marks cost nothing: a person wants them so. */
function markedLinesFit(track: Track, from: number, to: number, indent: number): boolean {
  const starts = markedStarts(track, from, to)
  if (starts.length > linesLeft(track, from)) return false
  return starts.every((start, line) => {
    const length = track.lineLength(start, starts[line + 1] ?? to) + (line === 0 ? indent : 0)
    return length <= track.rules.maxCharactersPerLine
  })
}

function markedStarts(track: Track, from: number, to: number): number[] {
  const starts = [from]
  for (let at = from + 1; at < to; at++) if (breaksLine(track, at - 1, at + 1)) starts.push(at)
  return starts
}

function countCost(
  track: Track,
  from: number,
  to: number,
  count: number,
  indent: number,
  mean: number,
): number {
  const room = track.rules.maxCharactersPerLine
  if (count <= 1) {
    const length = indent + track.lineLength(from, to)
    return length > room ? Infinity : lineCost(track, length, mean, false)
  }
  let best = Infinity
  for (let at = from + 1; at < to; at++) {
    const length = indent + track.lineLength(from, at)
    if (length > room) break
    const own = lineCost(track, length, mean, true) + (track.lineBreakCosts[at] ?? 0)
    if (own >= best) continue
    best = Math.min(best, own + countCost(track, at, to, count - 1, 0, mean))
  }
  return best
}

/** @param mean the length of each line if all were equal; a single line has this length */
function lineCost(track: Track, length: number, mean: number, hasLineBelow: boolean): number {
  const { unevenCharacter, shortLine, shortLineCharacters } = track.rules.costs
  const off = Math.abs(length - mean)
  const uneven = off * unevenCharacter + (hasLineBelow && length > mean ? off * TOP_HEAVY_COST : 0)
  if (off === 0 || length >= shortLineCharacters) return uneven
  return uneven + (1 - length / shortLineCharacters) * shortLine
}

/** Where the best lines begin, `from` first; the earlier place on a tie. */
export function lineStarts(track: Track, from: number, to: number): number[] {
  if (breaksLine(track, from, to)) return markedStarts(track, from, to)
  const indent = indentOf(track, from)
  const total = indent + track.lineLength(from, to)
  let count = Math.ceil(total / track.rules.maxCharactersPerLine)
  while (
    count <= linesLeft(track, from) &&
    countCost(track, from, to, count, indent, total / count) === Infinity
  ) {
    count++
  }
  const mean = total / count
  const starts = [from]
  let used = indent
  for (let line = from; count > 1; count--) {
    line = cheapestBreak(track, line, to, count, used, mean)
    starts.push(line)
    used = 0
  }
  return starts
}

function cheapestBreak(
  track: Track,
  from: number,
  to: number,
  count: number,
  indent: number,
  mean: number,
): number {
  let best = Infinity
  let place = from + 1
  for (let at = from + 1; at < to; at++) {
    const length = indent + track.lineLength(from, at)
    if (length > track.rules.maxCharactersPerLine) break
    const cost =
      lineCost(track, length, mean, true) +
      (track.lineBreakCosts[at] ?? 0) +
      countCost(track, at, to, count - 1, 0, mean)
    if (cost < best) {
      best = cost
      place = at
    }
  }
  return place
}
