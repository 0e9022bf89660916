import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { FRAME_SECONDS, secondsToFrames } from '../windows/frames.ts'
import { NOBODY, type FrameTracks } from '../windows/stitch.ts'
import { type SampleSpan } from '../windows/windows.ts'

/** Shorter pieces do not characterize a voice and are not embedded (all numbers measured, see docs/engine.md). */
export const MIN_EMBED_SECONDS = 0.25

const MAX_PIECE_FRAMES = Math.round(secondsToFrames(1.5))
const JOINED_GAP_FRAMES = Math.round(secondsToFrames(0.3))
const MIN_OVERLAP_SECONDS = 0.4
/** A speaker who talks alone this close to an overlap needs no piece from it. */
const NEAR_OVERLAP_SECONDS = 4

/** Frames from the start of the recording, the end excluded. */
export type FrameRun = readonly [startFrame: number, endFrame: number]

/** A short span of one local speaker, which gets one embedding. */
export interface Piece {
  readonly localSpeaker: number
  readonly runs: readonly FrameRun[]
  /** Total length of the runs, without the gaps between them. */
  readonly seconds: number
  readonly startFrame: number
  readonly endFrame: number
  /** Somebody else talks at the same time: good enough to assign a speaker, but not to separate voices. */
  readonly overlapped: boolean
}

/**
 * Spans with a single speaker, in order of time, followed by overlaps of speakers without such a span nearby.
 */
export function makePieces(frames: FrameTracks): Piece[] {
  const alone = stretchesAlone(frames).flatMap(({ localSpeaker, runs }) =>
    evenParts(runs).map((part) => makePiece(localSpeaker, part, false)),
  )
  return [...alone, ...overlappedPieces(frames, alone)]
}

/** The sound of a piece, limited to the analyzed range. */
export function pieceRuns(piece: Piece, range: SampleRange): SampleSpan[] {
  return piece.runs.flatMap(([startFrame, endFrame]) => {
    const startSample = Math.max(range.startSample, Math.round(startFrame * FRAME_SECONDS * PCM_RATE))
    const endSample = Math.min(range.endSample, Math.round(endFrame * FRAME_SECONDS * PCM_RATE))
    return endSample > startSample ? [{ startSample, sampleCount: endSample - startSample }] : []
  })
}

/** Frames in which the same two people talk at once; only overlaps have a second speaker. */
export function overlapRuns({ frameCount, first, second }: FrameTracks): FrameRun[] {
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

/** Spans of one speaker alone, ignoring pauses under 0.3 s. */
function stretchesAlone({ frameCount, first, second }: FrameTracks): Stretch[] {
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

/** Cuts a span into the fewest equal parts of at most 1.5 s. */
function evenParts(runs: readonly FrameRun[]): FrameRun[][] {
  const total = framesOf(runs)
  const count = Math.max(1, Math.ceil(total / MAX_PIECE_FRAMES))
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

function overlappedPieces(frames: FrameTracks, alone: readonly Piece[]): Piece[] {
  const embeddable = Map.groupBy(
    alone.filter((piece) => piece.seconds >= MIN_EMBED_SECONDS),
    (piece) => piece.localSpeaker,
  )
  const near = secondsToFrames(NEAR_OVERLAP_SECONDS)
  const pieces: Piece[] = []
  for (const run of overlapRuns(frames)) {
    const [start, end] = run
    if ((end - start) * FRAME_SECONDS < MIN_OVERLAP_SECONDS) continue
    for (const localSpeaker of [frames.first[start] as number, frames.second[start] as number]) {
      const hasPieceNear = embeddable
        .get(localSpeaker)
        ?.some((piece) => piece.startFrame < end + near && piece.endFrame > start - near)
      if (hasPieceNear !== true) pieces.push(makePiece(localSpeaker, [run], true))
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
