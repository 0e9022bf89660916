import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomsOf } from './atoms.ts'
import { captionParagraphs } from './caption-words.ts'
import { cueCost } from './cue-cost.ts'
import { linesCost } from './lines.ts'
import { readingOrder } from './reading-order.ts'
import { presetFor } from './presets/netflix.ts'
import { cheapestCues, type CueSpan } from './segmentation.ts'
import { addAtom, beginSharing, sharedLength } from './shared-cue.ts'
import { randomMarks } from './testing/random-marks.ts'
import { randomParagraphs } from './testing/random-transcript.ts'
import { breaksLine, makeTrack, type Track } from './track.ts'

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

const tracks: fc.Arbitrary<Track> = fewWords
  .chain((paragraphs) =>
    fc.tuple(fc.constant(paragraphs), randomMarks(paragraphs), fc.integer({ min: 12, max: 42 })),
  )
  .map(([paragraphs, marks, maxCharactersPerLine]) => {
    const atoms = captionParagraphs(paragraphs, marks, 'en').map((paragraph) => ({
      speakerId: paragraph.speakerId,
      atoms: atomsOf(paragraph, maxCharactersPerLine),
    }))
    const names = { prefixOf: () => '', names: 'never' as const, speakerBefore: undefined }
    return makeTrack(readingOrder(atoms), { ...rules, maxCharactersPerLine }, names)
  })

/** The cost of one cue, worked out from its atoms alone; null if the rules do not allow it. */
function costOf(track: Track, from: number, to: number): number | null {
  const atoms = track.placed.slice(from, to)
  if (atoms.some(({ atom }) => atom.fixed !== undefined)) return atoms.length === 1 ? 0 : null
  let spokenUntilMs = 0
  let lastSentence = from
  let words = 0
  for (let at = from; at < to; at++) {
    if (at > from && track.mustBreak[at] === 1) return null
    if (at > from && track.sentenceStarts[at] === 1) lastSentence = at
    words += track.wordCounts[at] ?? 0
    spokenUntilMs = Math.max(spokenUntilMs, track.endsMs[at] ?? 0)
    const nextMs = at + 1 < track.count ? (track.startsMs[at + 1] ?? 0) : Infinity
    const latestMs = (track.startsMs[from] ?? 0) + rules.maxDurationMs
    if (at > from && Math.min(spokenUntilMs, nextMs) > latestMs) return null
  }
  const second = atoms.findIndex(({ voice }) => voice !== atoms[0]?.voice)
  let lines = linesCost(track, from, second < 0 ? to : from + second)
  let characters = track.lineLength(from, to)
  if (lines === Infinity) return null
  if (second > 0) {
    if (breaksLine(track, from, from + second)) return null
    const shared = beginSharing(track, from, from + second)
    for (let at = from + second; at < to; at++) if (!addAtom(track, shared, at)) return null
    lines = rules.costs.sharedCue
    characters = sharedLength(shared)
  }
  return Math.round(
    (lines + cueCost(track, { from, to, spokenUntilMs, lastSentence, characters, words })) * steps,
  )
}

function cheapestOfAll(track: Track, from: number): number {
  if (from === track.count) return 0
  let best = Infinity
  for (let to = from + 1; to <= track.count; to++) {
    const cost = costOf(track, from, to)
    if (cost !== null) best = Math.min(best, cost + cheapestOfAll(track, to))
  }
  return best
}

const sumOf = (track: Track, spans: readonly CueSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + (costOf(track, from, to) ?? Infinity), 0)

test('cutting is as cheap as the cheapest of all ways to cut', () => {
  fc.assert(
    fc.property(tracks, (track) => {
      fc.pre(track.count <= 14)
      const spans = cheapestCues(track)
      expect(spans.map(({ from }) => from)).toEqual([0, ...spans.map(({ to }) => to)].slice(0, spans.length))
      expect(spans.at(-1)?.to ?? 0).toBe(track.count)
      expect(sumOf(track, spans)).toBe(cheapestOfAll(track, 0))
    }),
    { numRuns: 300 },
  )
})
