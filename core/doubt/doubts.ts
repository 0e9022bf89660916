import type { Transcript, Word } from '../transcript/transcript.ts'
import { bandSharesOf } from '../words/band-shares.ts'
import { chunkDoubts } from './chunk-doubts.ts'
import type { ChunkEvidence, DoubtEvidence } from './evidence.ts'
import type { Doubt, DoubtReasonName } from './reasons.ts'
import { speakersOverlap, speechWithoutText, textOverSilence } from './sound-doubts.ts'
import { lowProbability, repetition } from './text-doubts.ts'
import { firstStartingFrom } from './time-index.ts'

/** Reasons that are about certain words; the others cover whatever happens to be there. */
const localReasons: ReadonlySet<DoubtReasonName> = new Set<DoubtReasonName>([
  'low-probability',
  'second-decode-differs',
  'repetition',
  'near-glossary-term',
])

/**
 * All doubtful spans, in reading order (`orderDoubts` makes the list to check of them). Spans about certain
 * words that overlap are one with all their reasons, as are spans over the very same words. Only recognised
 * words are doubted, and a span that lies inside a mark `accepted` no longer is. A recording without a single
 * word has nothing that a doubt could hang on.
 */
export function doubts(transcript: Transcript, evidence: DoubtEvidence = {}): Doubt[] {
  const speech = transcript.paragraphs.filter((paragraph) => paragraph.kind === 'speech')
  const inTime = speech.flatMap(({ words }) => words).sort((a, b) => a.startMs - b.startMs)
  const { chunks = [], regions, found = [] } = evidence
  const shares = bandSharesOf(transcript.run)
  const all: Doubt[] = [
    ...speech.flatMap((paragraph) => lowProbability(paragraph, shares)),
    ...speech.flatMap(repetition),
    ...wordsOfChunks(inTime, chunks).flatMap(([chunk, words]) =>
      chunkDoubts(chunk, words, transcript.language),
    ),
    ...speech.flatMap(({ words }) => speakersOverlap(words, transcript.turns)),
    ...(regions === undefined ? [] : speechWithoutText(inTime, regions)),
    ...(regions === undefined ? [] : speech.flatMap(({ words }) => textOverSilence(words, regions))),
    ...found,
  ]
  const order = transcript.paragraphs.flatMap(({ words }) => words)
  const placeOf = new Map(order.map((word, index) => [word.id, index]))
  const accepted = acceptedSpans(transcript, placeOf)
  const placed = all
    .flatMap((doubt) => placedDoubt(doubt, placeOf))
    .filter(({ from, to }) => !accepted.some((span) => span.from <= from && to <= span.to))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  return joinSpans(placed).map(({ from, to, reasons }) => ({
    fromWordId: order[from]?.id ?? '',
    toWordId: order[to]?.id ?? '',
    reasons,
  }))
}

/** The words whose middle is in a chunk. A chunk where a person has written is no longer what was decoded. */
function wordsOfChunks(
  words: readonly Word[],
  chunks: readonly ChunkEvidence[],
): [ChunkEvidence, readonly Word[]][] {
  const sorted = chunks.toSorted((a, b) => a.startMs - b.startMs)
  const ownWords = new Map<ChunkEvidence, Word[]>()
  for (const word of words) {
    const middle = (word.startMs + word.endMs) / 2
    const chunk = sorted[firstStartingFrom(sorted, middle + 0.5) - 1]
    if (chunk === undefined || middle >= chunk.endMs) continue
    const own = ownWords.get(chunk)
    if (own === undefined) ownWords.set(chunk, [word])
    else own.push(word)
  }
  return [...ownWords].filter(([, own]) => own.every((word) => word.origin === 'recognised'))
}

interface PlacedDoubt {
  from: number
  to: number
  readonly reasons: Doubt['reasons'][number][]
}

function placedDoubt(doubt: Doubt, placeOf: ReadonlyMap<string, number>): PlacedDoubt[] {
  const from = placeOf.get(doubt.fromWordId)
  const to = placeOf.get(doubt.toWordId)
  if (from === undefined || to === undefined) return []
  return [{ from: Math.min(from, to), to: Math.max(from, to), reasons: [...doubt.reasons] }]
}

function acceptedSpans(
  transcript: Transcript,
  placeOf: ReadonlyMap<string, number>,
): { from: number; to: number }[] {
  return transcript.marks
    .filter((mark) => mark.kind === 'accepted')
    .map((mark) => ({
      from: placeOf.get(mark.fromWordId) ?? Infinity,
      to: placeOf.get(mark.toWordId) ?? -Infinity,
    }))
}

function joinSpans(spans: readonly PlacedDoubt[]): PlacedDoubt[] {
  const result: PlacedDoubt[] = []
  const byPlace = new Map<string, PlacedDoubt>()
  let local: PlacedDoubt | null = null
  for (const span of spans) {
    const isLocal = span.reasons.every(({ reason }) => localReasons.has(reason))
    const same = byPlace.get(`${span.from} ${span.to}`)
    if (isLocal && local !== null && span.from <= local.to) {
      local.to = Math.max(local.to, span.to)
      local.reasons.push(...span.reasons)
    } else if (same !== undefined) same.reasons.push(...span.reasons)
    else {
      result.push(span)
      byPlace.set(`${span.from} ${span.to}`, span)
      if (isLocal) local = span
    }
  }
  return result
}
