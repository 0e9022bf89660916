import type { Transcript } from '../transcript/transcript.ts'
import { bandSharesOf } from '../words/band-shares.ts'
import { chunkDoubts } from './chunk-doubts.ts'
import { wordsOfChunks } from './chunk-words.ts'
import { compareModels, type ModelComparison } from './compare-models.ts'
import { estimateError } from './error-estimate.ts'
import type { DoubtEvidence } from './evidence.ts'
import { likelySpans, type PlacedSpan } from './likely-spans.ts'
import { modelDoubts } from './model-doubts.ts'
import { rateOfReason } from './order.ts'
import type { Doubt, DoubtReasonName, SuspectSpan } from './reasons.ts'
import { speakersOverlap, speechWithoutText, textOverSilence } from './sound-doubts.ts'
import { termDoubts } from './term-doubts.ts'
import { speakerDoubts } from './speaker-doubts.ts'
import { lowProbability, repetition } from './text-doubts.ts'
import { wordTraits } from './word-traits.ts'

/** Reasons that concern specific words; the others cover all words in their time. */
const localReasons: ReadonlySet<DoubtReasonName> = new Set<DoubtReasonName>([
  'low-probability',
  'second-decode-differs',
  'repetition',
  'near-glossary-term',
  'other-model-differs',
])

/** Two lists of doubtful spans in reading order. */
export interface FoundDoubts {
  /** Every span with any reason to doubt it. */
  readonly all: readonly Doubt[]
  /** Spans that are wrong at least one time in three: underlined and listed by default. */
  readonly likely: readonly Doubt[]
}

/**
 * Doubts of a transcript, each with its reasons and an estimate of how likely something in it is wrong. Overlapping
 * spans about specific words are merged with all their reasons, as are spans over exactly the same words. Only
 * recognized words are doubted, and spans inside an `accepted` mark are excluded. A recording without words has no
 * doubts, as they need words to attach to.
 */
export function findDoubts(transcript: Transcript, evidence: DoubtEvidence = {}): FoundDoubts {
  const order = transcript.paragraphs.flatMap(({ words }) => words)
  const indexById = new Map(order.map((word, index) => [word.id, index]))
  const accepted = acceptedSpans(transcript, indexById)
  const acceptedWords = new Uint8Array(order.length)
  for (const { from, to } of accepted) acceptedWords.fill(1, from, Math.max(from, to + 1))
  const comparisons = compareModels(transcript, evidence)
  const traits = wordTraits(transcript, evidence, comparisons)
  const estimates = order.map(({ id }, index) => {
    const known = traits.get(id)
    return known === undefined || acceptedWords[index] === 1 ? null : estimateError(known)
  })
  const doubted = order.map(({ id }, index) =>
    !traits.has(id) || acceptedWords[index] === 1 ? null : (estimates[index] ?? 'unknown'),
  )
  const spans = joinSpans(
    [
      ...suspectSpans(transcript, evidence, comparisons),
      ...termDoubts(transcript, evidence.terms ?? [], doubted),
    ]
      .flatMap((span) => placedSpan(span, indexById))
      .filter(({ from, to }) => !accepted.some((span) => span.from <= from && to <= span.to))
      .sort((a, b) => a.from - b.from || a.to - b.to),
  )
  const toDoubt = ({ from, to, reasons }: PlacedSpan, estimate: number): Doubt => ({
    fromWordId: order[from]?.id ?? '',
    toWordId: order[to]?.id ?? '',
    reasons,
    estimate,
  })
  const likely = likelySpans(spans, {
    estimates,
    paragraphs: transcript.paragraphs.map(({ words }) => words.length),
  })
  return {
    all: spans.map((span) => toDoubt(span, estimateOf(span, estimates))),
    likely: likely.map((span) => toDoubt(span, estimateOf(span, estimates))),
  }
}

/** All doubts; `findDoubts` also returns the likely ones. */
export function doubts(transcript: Transcript, evidence: DoubtEvidence = {}): readonly Doubt[] {
  return findDoubts(transcript, evidence).all
}

/** The highest estimate among its words and its reasons. */
function estimateOf({ from, to, reasons }: PlacedSpan, estimates: readonly (number | null)[]): number {
  // Reasons about the gap between two words, or about who says them, do not concern the words themselves.
  const words = reasons.every(isBesideWords) ? [] : estimates.slice(from, to + 1)
  return Math.max(0, ...reasons.map(rateOfReason), ...words.map((estimate) => estimate ?? 0))
}

function isBesideWords(reason: Doubt['reasons'][number]): boolean {
  return (
    reason.reason === 'speech-without-text' ||
    reason.reason === 'speaker-unsure' ||
    ((reason.reason === 'second-decode-differs' || reason.reason === 'other-model-differs') && reason.between)
  )
}

function suspectSpans(
  transcript: Transcript,
  evidence: DoubtEvidence,
  comparisons: readonly ModelComparison[],
): SuspectSpan[] {
  const speech = transcript.paragraphs.filter((paragraph) => paragraph.kind === 'speech')
  const inTime = speech.flatMap(({ words }) => words).sort((a, b) => a.startMs - b.startMs)
  const { chunks = [], regions, speakers, found = [] } = evidence
  const shares = bandSharesOf(transcript.run)
  return [
    ...speech.flatMap((paragraph) => lowProbability(paragraph, shares)),
    ...speech.flatMap(repetition),
    ...wordsOfChunks(inTime, chunks).flatMap(([chunk, words]) =>
      chunkDoubts(chunk, words, transcript.language),
    ),
    ...speech.flatMap(({ words }) => speakersOverlap(words, transcript.turns)),
    ...(regions === undefined ? [] : speechWithoutText(inTime, regions)),
    ...(regions === undefined ? [] : speech.flatMap(({ words }) => textOverSilence(words, regions))),
    ...modelDoubts(comparisons),
    ...(speakers === undefined ? [] : speakerDoubts(transcript, speakers)),
    ...found,
  ]
}

function placedSpan(span: SuspectSpan, indexById: ReadonlyMap<string, number>): PlacedSpan[] {
  const from = indexById.get(span.fromWordId)
  const to = indexById.get(span.toWordId)
  if (from === undefined || to === undefined) return []
  return [{ from: Math.min(from, to), to: Math.max(from, to), reasons: [...span.reasons] }]
}

function acceptedSpans(
  transcript: Transcript,
  indexById: ReadonlyMap<string, number>,
): { from: number; to: number }[] {
  return transcript.marks
    .filter((mark) => mark.kind === 'accepted')
    .map((mark) => ({
      from: indexById.get(mark.fromWordId) ?? Infinity,
      to: indexById.get(mark.toWordId) ?? -Infinity,
    }))
}

function joinSpans(spans: readonly PlacedSpan[]): PlacedSpan[] {
  const result: PlacedSpan[] = []
  const byPlace = new Map<string, PlacedSpan>()
  let local: PlacedSpan | null = null
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
