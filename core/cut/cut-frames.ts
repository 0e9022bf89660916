import type { FrameGrid } from '../frames/video-frames.ts'
import type { KeptSpans } from './kept-spans.ts'

/** The frames of a picture of a constant rate, or those at which a varying one is shown. */
export type PictureGrid = Pick<FrameGrid, 'numerator' | 'denominator' | 'firstUs'>

/** Frames that follow one another in the recording and in the cut. */
export interface FrameRun {
  /** The first, counted from the first time of the grid in the recording that is not negative. */
  readonly first: number
  readonly count: number
}

/** The picture of the cut. */
export interface CutFrames {
  /** When the first frame of the grid is shown in the recording: less than a frame after its start, in microseconds. */
  readonly phaseUs: number
  /** When the first frame of the cut is shown, in microseconds: the sound may begin before it. */
  readonly delayUs: number
  readonly runs: readonly FrameRun[]
}

/**
 * The frames of the kept spans. Each begins at the frame of the cut that is nearest to its sound, so that picture and sound
 * never drift apart; with edges where frames begin they are the same frames.
 */
export function framesOfCut(
  { spans, rate }: Pick<KeptSpans, 'spans' | 'rate'>,
  grid: PictureGrid,
): CutFrames {
  const frameUs = (grid.denominator * 1_000_000) / grid.numerator
  const phaseUs = ((grid.firstUs % frameUs) + frameUs) % frameUs
  const beginsWhole = spans[0]?.startSample === 0
  const delayUs = beginsWhole ? phaseUs : 0
  const frameAt = (sample: number, firstUs: number): number =>
    Math.round(((sample * 1_000_000) / rate - firstUs) / frameUs)
  const runs: FrameRun[] = []
  let samples = 0
  for (const { startSample, endSample } of spans) {
    const early = Math.max(0, -frameAt(samples, delayUs))
    const first = Math.max(0, frameAt(startSample, phaseUs) + early)
    const from = Math.max(0, frameAt(samples, delayUs))
    samples += endSample - startSample
    const count = frameAt(samples, delayUs) - from
    if (count > 0) runs.push({ first, count })
  }
  return { phaseUs, delayUs, runs }
}

/** So many seconds of the cut at least are one piece. */
const PIECE_SECONDS = 60
/** More that is cut at once is not decoded on the way: another piece begins after it. */
const MAX_CUT_SECONDS = 30

/** Frames that are encoded at once. */
export interface FramePiece {
  /** Place of its first frame in the cut. */
  readonly at: number
  readonly count: number
  readonly runs: readonly FrameRun[]
}

/** The runs in pieces; a long one is several of them. */
export function framePieces(
  runs: readonly FrameRun[],
  { numerator, denominator }: PictureGrid,
): FramePiece[] {
  const rate = numerator / denominator
  const most = Math.ceil(PIECE_SECONDS * rate)
  const pieces: { at: number; count: number; runs: FrameRun[] }[] = []
  let at = 0
  for (const run of runs) {
    let { first, count } = run
    while (count > 0) {
      const last = pieces.at(-1)
      const before = last?.runs.at(-1)
      const isFar = before !== undefined && first - before.first - before.count > MAX_CUT_SECONDS * rate
      const piece = last === undefined || last.count >= most || isFar ? { at, count: 0, runs: [] } : last
      if (piece !== last) pieces.push(piece)
      const room = most - piece.count
      // What would be left for a further piece is less than one.
      const taken = count < room + most ? count : room
      piece.runs.push({ first, count: taken })
      piece.count += taken
      at += taken
      first += taken
      count -= taken
    }
  }
  return pieces
}
