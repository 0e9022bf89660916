import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Transcript, Word } from '../transcript/transcript.ts'
import { type CutParagraph, type CutRun, cutParagraphs } from './cut-runs.ts'
import { KeptWords } from './kept-words.ts'

/** How far an edge that nobody set may be from the cut words, in ms: a longer pause belongs to no word. */
export const REACH_MS = 500
/** Between words that are cut apart from one another, a pause of at most this is cut too, in ms. */
const JOINED_PAUSE_MS = 1_000

/** A time in which something is cut and no kept word is said, in ms. */
export interface CutPiece extends TimeSpan {
  /** The end of the last kept word before it and the start of the next one, as far as was looked. */
  readonly afterMs: number
  readonly beforeMs: number
  /** Whether the edge was set by a person, or is that of a cut stretch: it is where it is. */
  readonly isStartSet: boolean
  readonly isEndSet: boolean
  /** What cuts its start, and its end. */
  readonly starts: PieceSource
  readonly ends: PieceSource
}

/** A mark or a stretch, and the time that it cuts there; pieces of one are joined over any pause. */
export interface PieceSource extends TimeSpan {
  readonly of: Mark | TimeSpan
  /** False: the piece begins or ends where a kept word does, as the source cuts more beyond that. */
  readonly isEdge: boolean
}

export interface CutSources {
  readonly transcript: Pick<Transcript, 'paragraphs' | 'marks'>
  /** What is cut besides words. */
  readonly stretches?: readonly TimeSpan[]
}

export interface CutPieces {
  /** In order, apart from one another. */
  readonly pieces: readonly CutPiece[]
  readonly keptWords: KeptWords
  /** Ids of cut words that are said wholly while kept ones are: they are struck, and their sound stays. */
  readonly heardWords: readonly string[]
}

/** The time of cut words and stretches without that of kept words. */
export function cutPieces({ transcript, stretches = [] }: CutSources): CutPieces {
  const { paragraphs } = transcript
  const cuts = paragraphs.map(cutParagraphs(transcript))
  const keptWords = new KeptWords(cuts)
  const heardWords: string[] = []
  const pieces: CutPiece[] = []
  for (const [place, cut] of cuts.entries()) {
    if (cut.runs.length === 0) continue
    const own = piecesOf(paragraphs[place]?.words ?? [], cut, keptWords)
    for (const piece of own.pieces) pieces.push(piece)
    for (const id of own.heardWords) heardWords.push(id)
  }
  const set = { isStartSet: true, isEndSet: true, isFirst: true, isLast: true }
  for (const mark of transcript.marks)
    if (mark.kind === 'cut-sound') pieces.push(...withoutKept({ ...mark.value, ...set, of: mark }, keptWords))
  for (const stretch of stretches) pieces.push(...withoutKept({ ...stretch, ...set, of: stretch }, keptWords))
  return { pieces: joined(inOrder(pieces), keptWords), keptWords, heardWords }
}

interface Known extends Pick<CutPieces, 'pieces' | 'heardWords'> {
  /** All that was said around, as it was then. */
  readonly around: readonly CutParagraph[]
}

const known = new WeakMap<CutParagraph, Known>()

/** The pieces of a paragraph stay the same objects as long as what is said around it does. */
function piecesOf(words: readonly Word[], cut: CutParagraph, keptWords: KeptWords): Known {
  const { startMs, endMs } = reachOf(cut)
  const [fromMs, untilMs] = [startMs - REACH_MS, endMs + JOINED_PAUSE_MS]
  const before = known.get(cut)
  if (before !== undefined && keptWords.hasSameBetween(fromMs, untilMs, before.around)) return before
  const around = keptWords.paragraphsBetween(fromMs, untilMs)
  const heardWords: string[] = []
  const pieces = cut.runs.flatMap((run) => piecesOfRun(words, run, keptWords, heardWords))
  const made = { around, pieces, heardWords }
  known.set(cut, made)
  return made
}

/** A person may have set edges beyond the paragraph's words. */
function reachOf(cut: CutParagraph): TimeSpan {
  let { startMs, endMs } = cut
  for (const { mark } of cut.runs) {
    startMs = Math.min(startMs, mark.value.startMs ?? startMs)
    endMs = Math.max(endMs, mark.value.endMs ?? endMs)
  }
  return { startMs, endMs }
}

function piecesOfRun(
  words: readonly Word[],
  { mark, from, to, isFirst, isLast }: CutRun,
  keptWords: KeptWords,
  heardWords: string[],
): CutPiece[] {
  let [startMs, endMs] = [Infinity, -Infinity]
  for (let place = from; place <= to; place += 1) {
    const word = words[place]
    if (word === undefined || word.endMs <= word.startMs) continue
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.endMs)
  }
  if (endMs <= startMs) return []
  const kept = keptWords.between(startMs, endMs)
  if (kept.length > 0)
    for (const word of words.slice(from, to + 1))
      if (word.endMs > word.startMs && kept.some((span) => covers(span, word))) heardWords.push(word.id)
  const set = {
    startMs: isFirst ? mark.value.startMs : undefined,
    endMs: isLast ? mark.value.endMs : undefined,
  }
  const whole = {
    startMs: set.startMs ?? startMs,
    endMs: set.endMs ?? endMs,
    isStartSet: set.startMs !== undefined,
    isEndSet: set.endMs !== undefined,
    isFirst,
    isLast,
    of: mark,
  }
  return withoutKept(whole, keptWords)
}

const covers = (span: TimeSpan, { startMs, endMs }: TimeSpan): boolean =>
  span.startMs <= startMs && span.endMs >= endMs

interface Wanted extends Pick<CutPiece, 'isStartSet' | 'isEndSet'>, TimeSpan {
  readonly of: Mark | TimeSpan
  /** Whether the mark or stretch begins, and ends, with it. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

function withoutKept(wanted: Wanted, keptWords: KeptWords): CutPiece[] {
  const { of } = wanted
  const pieces: CutPiece[] = []
  let afterMs = Math.max(0, wanted.startMs - REACH_MS)
  const endMs = wanted.endMs + JOINED_PAUSE_MS
  const kept = keptWords.between(afterMs, endMs)
  for (const { startMs: beforeMs, endMs: nextMs } of [...kept, { startMs: endMs, endMs }]) {
    const span = { startMs: Math.max(wanted.startMs, afterMs), endMs: Math.min(wanted.endMs, beforeMs) }
    if (span.endMs > span.startMs)
      pieces.push({
        ...span,
        afterMs,
        beforeMs,
        isStartSet: wanted.isStartSet && span.startMs === wanted.startMs,
        isEndSet: wanted.isEndSet && span.endMs === wanted.endMs,
        starts: { ...span, of, isEdge: wanted.isFirst && pieces.length === 0 },
        ends: { ...span, of, isEdge: false },
      })
    afterMs = Math.max(afterMs, nextMs)
  }
  const last = pieces.pop()
  return last === undefined ? pieces : [...pieces, { ...last, ends: { ...last.ends, isEdge: wanted.isLast } }]
}

function inOrder(pieces: CutPiece[]): CutPiece[] {
  const isSorted = pieces.every(({ startMs }, place) => (pieces[place - 1]?.startMs ?? -Infinity) <= startMs)
  return isSorted ? pieces : pieces.sort((a, b) => a.startMs - b.startMs)
}

/** Unites pieces that overlap or touch, those of one mark, and those with only a short pause between. */
function joined(pieces: readonly CutPiece[], keptWords: KeptWords): CutPiece[] {
  const apart: CutPiece[] = []
  for (const piece of pieces) {
    const last = apart.at(-1)
    if (last === undefined || !areOne(last, piece, keptWords)) {
      apart.push(piece)
      continue
    }
    const end = piece.endMs >= last.endMs ? piece : last
    apart[apart.length - 1] = {
      ...last,
      endMs: end.endMs,
      beforeMs: end.beforeMs,
      isEndSet: end.isEndSet,
      ends: end.ends,
    }
  }
  return apart
}

function areOne(last: CutPiece, next: CutPiece, keptWords: KeptWords): boolean {
  const pauseMs = next.startMs - last.endMs
  if (pauseMs <= 0) return true
  const isPauseCut =
    last.ends.of === next.starts.of || (pauseMs <= JOINED_PAUSE_MS && !last.isEndSet && !next.isStartSet)
  return isPauseCut && !keptWords.hasBetween(last.endMs, next.startMs)
}
