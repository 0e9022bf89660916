import { atomsOf } from '../words/atoms.ts'
import type { CaptionPart, FixedCue } from '../words/caption-words.ts'
import { cueLine, type CueLine } from '../cue-line.ts'
import { lineStarts, linesCost } from './lines.ts'
import type { PlacedAtom } from '../words/reading-order.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { breaksLine, type CostTable } from '../costs/cost-table.ts'
import { makeCostTable } from '../costs/make-cost-table.ts'

/**
 * The lines of a fixed cue, however long: as its line breaks say; without any, on one line if a `no-break`
 * mark covers it, else on as few as have room, balanced. Every speaker's part begins a line.
 * @param openingOf the text before a speaker's words
 */
export function fixedLines(
  { parts }: FixedCue,
  rules: CaptionRules,
  openingOf: (part: CaptionPart) => string,
): CueLine[] {
  const words = parts.flatMap((part) => part.words)
  const hasBreaks = words.some((word, index) => index > 0 && word.effects?.startsLine === true)
  const isTogether = words.every((word, index) => index === 0 || word.keepsTogether)
  return parts.flatMap((part): CueLine[] => {
    const opening = openingOf(part)
    const table = costTableOf(part, rules, opening)
    const starts = hasBreaks ? markedStarts(table) : isTogether ? [0] : balancedStarts(table)
    return starts.map((start, line) =>
      cueLine(part.speakerId, line === 0 ? opening : '', table.placed.slice(start, starts[line + 1])),
    )
  })
}

function costTableOf(part: CaptionPart, rules: CaptionRules, opening: string): CostTable {
  const { speakerId } = part
  // Words are not cut, so that the text stays as it is.
  const placed = atomsOf(part, Infinity).map((atom): PlacedAtom => ({
    atom,
    speakerId,
    voice: 0,
    paragraph: 0,
  }))
  return makeCostTable(placed, rules, {
    prefixOf: () => opening.trimEnd(),
    names: 'change',
    speakerBefore: undefined,
  })
}

function markedStarts(table: CostTable): number[] {
  const starts = [0]
  for (let at = 1; at < table.count; at++) if (breaksLine(table, at - 1, at + 1)) starts.push(at)
  return starts
}

function balancedStarts(table: CostTable): number[] {
  const starts = linesCost(table, 0, table.count) < Infinity ? lineStarts(table, 0, table.count) : null
  return starts ?? evenStarts(table)
}

/**
 * For more lines than the rules allow: as few as possible, minimizing the sum of squares of the room left.
 */
function evenStarts(table: CostTable): number[] {
  const room = table.rules.maxCharactersPerLine
  const indent = table.prefixLengths[0] ?? 0
  const lines = new Int32Array(table.count + 1).fill(table.count + 1)
  const waste = new Float64Array(table.count + 1).fill(Infinity)
  const cameFrom = new Int32Array(table.count + 1)
  lines[0] = 0
  waste[0] = 0
  for (let from = 0; from < table.count; from++) {
    for (let to = from + 1; to <= table.count; to++) {
      const length = table.lineLength(from, to) + (from === 0 ? indent : 0)
      // A word longer than a line gets a line to itself.
      if (length > room && to > from + 1) break
      const count = (lines[from] ?? 0) + 1
      const sum = (waste[from] ?? 0) + Math.max(0, room - length) ** 2
      const known = lines[to] ?? 0
      if (count > known || (count === known && sum >= (waste[to] ?? 0))) continue
      lines[to] = count
      waste[to] = sum
      cameFrom[to] = from
    }
  }
  const starts: number[] = []
  for (let to = table.count; to > 0; to = cameFrom[to] ?? 0) starts.push(cameFrom[to] ?? 0)
  return starts.reverse()
}
