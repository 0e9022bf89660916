import type { FrameGrid } from '../frames/video-frames.ts'
import type { SampleRange } from '../sound/range.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { type CutPiece, cutPieces, type CutSources, REACH_MS } from './cut-pieces.ts'
import { cutParagraphs } from './cut-runs.ts'
import type { KeptSpans } from './kept-spans.ts'
import type { KeptWords } from './kept-words.ts'
import type { LoudnessCurve } from './loudness.ts'
import {
  type EdgeGrid,
  edgeFrom,
  edgeMs,
  type EdgeNumber,
  edgeUntil,
  nearestEdge,
  quietestEdge,
} from './quiet-edges.ts'

/** How far into a cut word the edge at its start may be, in ms. */
const INSIDE_MS = 60
/**
 * By how much a word is heard longer than recognizers say, in ms: against forced alignment the ends of words that touch the
 * next are 40 ms early in meetings and 95 ms in made-up speech (medians), their starts 0 to 50 ms.
 */
const LONGER_MS = 40
/** How much stays of the pause before a word that begins a sentence, in ms: people breathe in there. */
const BREATH_MS = 400
/** A shorter cut at edges that nobody set is not made, in ms: both its fades would not fit. */
const SHORTEST_CUT_MS = 20
/** Shorter sound without a word between two cuts is cut too, in ms: it would be a click. */
const SHORTEST_SOUND_MS = 40

export interface WantedCut extends CutSources {
  readonly durationMs: number
  /** Trim: nothing outside of it is kept. */
  readonly part?: TimeSpan
  /** Of the recording's sound. */
  readonly rate: number
  /** Omitted without a video, and for one of a variable rate. */
  readonly frames?: FrameGrid
  /** Null: edges that nobody set are those of the words. */
  readonly loudness: LoudnessCurve | null
}

export interface FoundSpans {
  readonly kept: KeptSpans
  /** Ids of cut words whose sound stays, as kept words are said at the same time or the cut would be too short. */
  readonly heardWords: readonly string[]
}

/** From one edge to another. */
interface EdgeSpan {
  readonly start: EdgeNumber
  readonly end: EdgeNumber
}

/** What is kept of a recording: nothing outside of its trim, each kept word inside exactly one span. */
export function findKeptSpans(wanted: WantedCut): FoundSpans {
  const { rate, frames, durationMs, part } = wanted
  const { pieces, keptWords, heardWords } = cutPieces(wanted)
  const grid: EdgeGrid = frames === undefined ? { rate } : { rate, frames }
  const whole = { startMs: part?.startMs ?? 0, endMs: Math.min(part?.endMs ?? Infinity, durationMs) }
  const cuts: EdgeSpan[] = []
  const refused: CutPiece[] = []
  for (const [place, piece] of pieces.entries()) {
    const span = edgesOf(piece, {
      grid,
      keptWords,
      loudness: wanted.loudness,
      earliest: cuts.at(-1)?.end ?? -Infinity,
      latestMs: Math.min(piece.beforeMs, pieces[place + 1]?.startMs ?? Infinity),
    })
    if (span === null) refused.push(piece)
    else cuts.push(span)
  }
  const isSilent = (startMs: number, endMs: number): boolean =>
    cuts.length > 0 && endMs - startMs < SHORTEST_SOUND_MS && !keptWords.hasBetween(startMs, endMs)
  return {
    kept: keptBetween(cuts, { grid, whole, durationMs, isSilent }),
    heardWords: [...new Set([...heardWords, ...cutWordsIn(wanted.transcript, refused)])],
  }
}

interface Surroundings {
  readonly grid: EdgeGrid
  readonly keptWords: KeptWords
  readonly loudness: LoudnessCurve | null
  /** The end of the cut before. */
  readonly earliest: EdgeNumber
  /** Where the next kept word or cut starts. */
  readonly latestMs: number
}

interface Known extends Omit<Surroundings, 'keptWords'> {
  readonly span: EdgeSpan | null
}

/** By piece: it stays the same object as long as what is said around it does. */
const known = new WeakMap<CutPiece, Known>()

/** Null if too little would be cut. */
function edgesOf(piece: CutPiece, around: Surroundings): EdgeSpan | null {
  const before = known.get(piece)
  if (before !== undefined && areSame(before, around)) return before.span
  const { keptWords: _keptWords, ...rest } = around
  const span = findEdges(piece, around)
  known.set(piece, { ...rest, span })
  return span
}

const areSame = (a: Omit<Surroundings, 'keptWords'>, b: Surroundings): boolean =>
  a.loudness === b.loudness &&
  a.grid.rate === b.grid.rate &&
  isSameGrid(a.grid.frames, b.grid.frames) &&
  a.latestMs === b.latestMs &&
  a.earliest === b.earliest

/** Views make the grid anew from the same video. */
const isSameGrid = (a: FrameGrid | undefined, b: FrameGrid | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    a.numerator === b?.numerator &&
    a.denominator === b.denominator &&
    a.firstUs === b.firstUs)

function findEdges(piece: CutPiece, around: Surroundings): EdgeSpan | null {
  const { grid, loudness, keptWords } = around
  const { startMs, endMs, afterMs, beforeMs } = piece
  const first = Math.max(edgeFrom(afterMs, grid), around.earliest)
  const last = edgeUntil(around.latestMs, grid)
  const insideMs = Math.min(INSIDE_MS, (endMs - startMs) / 2)
  const limits = { first, last }
  const place = (span: TimeSpan, nearMs: number, isSet: boolean): EdgeNumber => {
    const edge = isSet ? null : quietestEdge(span, nearMs, grid, loudness)
    return nearestEdge(edge === null ? nearMs : edgeMs(edge, grid), limits, grid)
  }
  const longerMs = loudness === null ? 0 : LONGER_MS
  const before = {
    startMs: Math.min(startMs, Math.max(afterMs + longerMs, startMs - REACH_MS)),
    endMs: startMs + insideMs,
  }
  const start = place(before, startMs, piece.isStartSet)
  const nextMs = Math.min(around.latestMs, endMs + REACH_MS)
  const breathMs = nextMs === beforeMs && keptWords.beginsSentence(beforeMs) ? BREATH_MS : 0
  const fromMs = loudness === null ? endMs - insideMs : Math.min(endMs + longerMs, nextMs)
  const after = { startMs: fromMs, endMs: Math.max(fromMs, Math.min(endMs, nextMs), nextMs - breathMs) }
  const end = place(after, piece.isEndSet ? endMs : Math.max(endMs, fromMs), piece.isEndSet)
  if (end <= start && grid.frames !== undefined && (piece.isStartSet || piece.isEndSet))
    return oneFrame(piece, { start, end }, limits)
  const isShort =
    !piece.isStartSet && !piece.isEndSet && edgeMs(end, grid) - edgeMs(start, grid) < SHORTEST_CUT_MS
  return end <= start || isShort ? null : { start, end }
}

/** What somebody set stays a cut where both edges are nearest to the same frame; null if there is no room for one. */
function oneFrame(
  { isStartSet }: CutPiece,
  { start, end }: EdgeSpan,
  { first, last }: { readonly first: EdgeNumber; readonly last: EdgeNumber },
): EdgeSpan | null {
  const from = isStartSet ? Math.min(start, last - 1) : Math.max(end - 1, first)
  return from >= first && from + 1 <= last ? { start: from, end: from + 1 } : null
}

interface Recording {
  readonly grid: EdgeGrid
  /** What may be kept at all. */
  readonly whole: TimeSpan
  readonly durationMs: number
  /** Whether what is between two cuts is so short that it is cut as well. */
  readonly isSilent: (startMs: number, endMs: number) => boolean
}

function keptBetween(cuts: readonly EdgeSpan[], { grid, whole, durationMs, isSilent }: Recording): KeptSpans {
  const { rate, frames } = grid
  const lengthSamples = Math.round((durationMs * rate) / 1_000)
  /** In samples that need not be whole. */
  const spans: { start: number; end: number }[] = []
  const samplesAt = (ms: number): number => (ms === durationMs ? lengthSamples : (ms * rate) / 1_000)
  const keep = (startMs: number, endMs: number): void => {
    if (endMs > startMs && !isSilent(startMs, endMs))
      spans.push({ start: samplesAt(startMs), end: samplesAt(endMs) })
  }
  const [wholeStart, wholeEnd] = [
    whole.startMs <= 0 ? 0 : edgeMs(edgeFrom(whole.startMs, grid), grid),
    whole.endMs >= durationMs ? durationMs : edgeMs(edgeUntil(whole.endMs, grid), grid),
  ]
  let fromMs = wholeStart
  for (const { start, end } of cuts) {
    const [startMs, endMs] = [edgeMs(start, grid), edgeMs(end, grid)]
    keep(fromMs, Math.min(startMs, wholeEnd))
    fromMs = Math.max(fromMs, endMs)
  }
  keep(fromMs, wholeEnd)
  return {
    rate,
    lengthSamples,
    spans: wholeSamples(spans, lengthSamples),
    ...(frames === undefined ? {} : { frames }),
  }
}

/** Rounded by their places in the cut, so that sound and picture stay together after thousands of joins. */
function wholeSamples(
  exact: readonly { readonly start: number; readonly end: number }[],
  lengthSamples: number,
): SampleRange[] {
  let before = 0
  return exact.map(({ start, end }) => {
    const after = before + end - start
    const length = Math.round(after) - Math.round(before)
    before = after
    const isLast = end === lengthSamples
    const startSample = isLast ? lengthSamples - length : Math.min(Math.round(start), lengthSamples - length)
    return { startSample, endSample: startSample + length }
  })
}

/** Ids of the cut words that are said in pieces that are not cut after all. */
function cutWordsIn(transcript: CutSources['transcript'], pieces: readonly CutPiece[]): string[] {
  if (pieces.length === 0) return []
  const cutOf = cutParagraphs(transcript)
  return transcript.paragraphs.flatMap((paragraph) =>
    cutOf(paragraph).runs.flatMap(({ from, to }) =>
      paragraph.words
        .slice(from, to + 1)
        .filter((word) => pieces.some((piece) => word.startMs < piece.endMs && word.endMs > piece.startMs))
        .map(({ id }) => id),
    ),
  )
}
