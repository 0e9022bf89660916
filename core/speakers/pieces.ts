import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { FRAME_SECONDS, secondsToFrames } from '../windows/frames.ts'
import { NOBODY, type StitchedFrames } from '../windows/stitch.ts'
import { type SampleSpan } from '../windows/windows.ts'

/** Shorter pieces say nothing of the voice: they are not embedded (all numbers measured, see docs/engine.md). */
export const MIN_EMBED_SECONDS = 0.25

const LONGEST_PIECE_FRAMES = Math.round(secondsToFrames(1.5))
const JOINED_GAP_FRAMES = Math.round(secondsToFrames(0.3))
const SHORTEST_OVERLAP_SECONDS = 0.4
/** Who is heard alone so near to an overlap needs no piece out of it. */
const NEAR_OVERLAP_SECONDS = 4

/** Frames from the start of the recording, the second one not included. */
export type FrameRun = readonly [startFrame: number, endFrame: number]

/** A short stretch of one local speaker: what gets one embedding. */
export interface Piece {
  readonly localSpeaker: number
  readonly runs: readonly FrameRun[]
  /** Length of the runs together, without the gaps between them. */
  readonly seconds: number
  readonly startFrame: number
  readonly endFrame: number
  /** Somebody else talks at the same time: good enough to put a name to, not to tell voices apart by. */
  readonly overlapped: boolean
}

/** Stretches in which one speaks alone, in order of time; after them overlaps of those never heard alone near by. */
export function makePieces(frames: StitchedFrames): Piece[] {
  const alone = stretchesAlone(frames).flatMap(({ localSpeaker, runs }) =>
    evenParts(runs).map((part) => makePiece(localSpeaker, part, false)),
  )
  return [...alone, ...overlappedPieces(frames, alone)]
}

/** The sound of a piece, inside the range that is listened to. */
export function pieceRuns(piece: Piece, range: SampleRange): SampleSpan[] {
  return piece.runs.flatMap(([startFrame, endFrame]) => {
    const startSample = Math.max(range.startSample, Math.round(startFrame * FRAME_SECONDS * PCM_RATE))
    const endSample = Math.min(range.endSample, Math.round(endFrame * FRAME_SECONDS * PCM_RATE))
    return endSample > startSample ? [{ startSample, sampleCount: endSample - startSample }] : []
  })
}

/** Frames in which the same two talk at once; the only ones with a second speaker. */
export function overlapRuns({ frameCount, first, second }: StitchedFrames): FrameRun[] {
  const runs: FrameRun[] = []
  let frame = 0
  while (frame < frameCount) {
    let end = frame + 1
    if (second[frame] !== NOBODY) {
      while (end < frameCount && first[end] === first[frame] && second[end] === second[frame]) end++
      runs.push([frame, end])
    }
    frame = end
  }
  return runs
}

interface Stretch {
  readonly localSpeaker: number
  readonly runs: readonly FrameRun[]
}

/** One speaker alone, over pauses of under 0.3 s. */
function stretchesAlone({ frameCount, first, second }: StitchedFrames): Stretch[] {
  const stretches: Stretch[] = []
  let frame = 0
  while (frame < frameCount) {
    const localSpeaker = first[frame] as number
    if (localSpeaker === NOBODY || second[frame] !== NOBODY) {
      frame++
      continue
    }
    const speaksAlone = (at: number): boolean => first[at] === localSpeaker && second[at] === NOBODY
    const runs: FrameRun[] = []
    let end = frame
    let next = frame
    while (next < frameCount) {
      if (speaksAlone(next)) {
        const start = next
        while (next < frameCount && speaksAlone(next)) next++
        runs.push([start, next])
        end = next
      } else if (first[next] === NOBODY && next - end < JOINED_GAP_FRAMES) {
        next++
      } else {
        break
      }
    }
    stretches.push({ localSpeaker, runs })
    frame = end
  }
  return stretches
}

/** Cuts a stretch into the fewest parts of at most 1.5 s, all of one length. */
function evenParts(runs: readonly FrameRun[]): FrameRun[][] {
  const total = framesOf(runs)
  const count = Math.max(1, Math.ceil(total / LONGEST_PIECE_FRAMES))
  const parts: FrameRun[][] = [[]]
  let taken = 0
  for (const [start, end] of runs) {
    let frame = start
    while (frame < end) {
      const partEnd = Math.round((total / count) * parts.length)
      if (taken >= partEnd && parts.length < count) {
        parts.push([])
        continue
      }
      const step = Math.min(end - frame, Math.max(1, partEnd - taken))
      parts.at(-1)?.push([frame, frame + step])
      taken += step
      frame += step
    }
  }
  return parts
}

function overlappedPieces(frames: StitchedFrames, alone: readonly Piece[]): Piece[] {
  const embeddable = Map.groupBy(
    alone.filter((piece) => piece.seconds >= MIN_EMBED_SECONDS),
    (piece) => piece.localSpeaker,
  )
  const near = secondsToFrames(NEAR_OVERLAP_SECONDS)
  const pieces: Piece[] = []
  for (const run of overlapRuns(frames)) {
    const [start, end] = run
    if ((end - start) * FRAME_SECONDS < SHORTEST_OVERLAP_SECONDS) continue
    for (const localSpeaker of [frames.first[start] as number, frames.second[start] as number]) {
      const isHeardNear = embeddable
        .get(localSpeaker)
        ?.some((piece) => piece.startFrame < end + near && piece.endFrame > start - near)
      if (isHeardNear !== true) pieces.push(makePiece(localSpeaker, [run], true))
    }
  }
  return pieces
}

function makePiece(localSpeaker: number, runs: readonly FrameRun[], overlapped: boolean): Piece {
  return {
    localSpeaker,
    runs,
    seconds: framesOf(runs) * FRAME_SECONDS,
    startFrame: runs[0]?.[0] ?? 0,
    endFrame: runs.at(-1)?.[1] ?? 0,
    overlapped,
  }
}

const framesOf = (runs: readonly FrameRun[]): number =>
  runs.reduce((sum, [start, end]) => sum + end - start, 0)
