import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomsOf } from '../words/atoms.ts'
import { captionParagraphs } from '../words/caption-words.ts'
import { cueCost } from '../costs/cue-cost.ts'
import { linesCost } from './lines.ts'
import { readingOrder } from '../words/reading-order.ts'
import { presetFor } from '../presets/netflix.ts'
import { cheapestCues, type CueSpan } from './segmentation.ts'
import { addAtom, beginSharing, sharedLength } from './shared-cue.ts'
import { randomMarks } from '../testing/random-marks.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { breaksLine, type CostTable } from '../costs/cost-table.ts'
import { makeCostTable } from '../costs/make-cost-table.ts'

const rules = presetFor('en')
const mostWords = 12
const steps = 10_000

/** At most 12 words of one or more speakers. */
const fewWords = randomParagraphs.map((paragraphs) => {
  let left = mostWords
  return paragraphs.flatMap((paragraph) => {
    const words = paragraph.words.slice(0, left)
    left -= words.length
    return words.length === 0 ? [] : [{ ...paragraph, words }]
  })
})

const tables: fc.Arbitrary<CostTable> = fewWords
  .chain((paragraphs) =>
    fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs), fc.integer({ min: 12, max: 42 })),
  )
  .map(([paragraphs, marks, maxCharactersPerLine]) => {
    const atoms = captionParagraphs(paragraphs, marks, 'en').map((paragraph) => ({
      speakerId: paragraph.speakerId,
      atoms: atomsOf(paragraph, maxCharactersPerLine),
    }))
    const names = { prefixOf: () => '', names: 'never' as const, speakerBefore: undefined }
    return makeCostTable(readingOrder(atoms), { ...rules, maxCharactersPerLine }, names)
  })

/** The cost of one cue, computed from its atoms alone; null if the rules do not allow it. */
function costOf(table: CostTable, from: number, to: number): number | null {
  const atoms = table.placed.slice(from, to)
  if (atoms.some(({ atom }) => atom.fixed !== undefined)) return atoms.length === 1 ? 0 : null
  let spokenUntilMs = 0
  let lastSentence = from
  let words = 0
  for (let at = from; at < to; at++) {
    if (at > from && table.mustBreak[at] === 1) return null
    if (at > from && table.sentenceStarts[at] === 1) lastSentence = at
    words += table.wordCounts[at] ?? 0
    spokenUntilMs = Math.max(spokenUntilMs, table.endsMs[at] ?? 0)
    const nextMs = at + 1 < table.count ? (table.startsMs[at + 1] ?? 0) : Infinity
    const latestMs = (table.startsMs[from] ?? 0) + rules.maxDurationMs
    if (at > from && Math.min(spokenUntilMs, nextMs) > latestMs) return null
  }
  const second = atoms.findIndex(({ voice }) => voice !== atoms[0]?.voice)
  let lines = linesCost(table, from, second < 0 ? to : from + second)
  let characters = table.lineLength(from, to)
  if (lines === Infinity) return null
  if (second > 0) {
    if (breaksLine(table, from, from + second)) return null
    const shared = beginSharing(table, from, from + second)
    for (let at = from + second; at < to; at++) if (!addAtom(table, shared, at)) return null
    lines = rules.costs.sharedCue
    characters = sharedLength(shared)
  }
  return Math.round(
    (lines + cueCost(table, { from, to, spokenUntilMs, lastSentence, characters, words })) * steps,
  )
}

function cheapestOfAll(table: CostTable, from: number): number {
  if (from === table.count) return 0
  let best = Infinity
  for (let to = from + 1; to <= table.count; to++) {
    const cost = costOf(table, from, to)
    if (cost !== null) best = Math.min(best, cost + cheapestOfAll(table, to))
  }
  return best
}

const sumOf = (table: CostTable, spans: readonly CueSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + (costOf(table, from, to) ?? Infinity), 0)

test('cutting is as cheap as the cheapest of all ways to cut', () => {
  fc.assert(
    fc.property(tables, (table) => {
      fc.pre(table.count <= 14)
      const spans = cheapestCues(table)
      expect(spans.map(({ from }) => from)).toEqual([0, ...spans.map(({ to }) => to)].slice(0, spans.length))
      expect(spans.at(-1)?.to ?? 0).toBe(table.count)
      expect(sumOf(table, spans)).toBe(cheapestOfAll(table, 0))
    }),
    { numRuns: 300 },
  )
})
