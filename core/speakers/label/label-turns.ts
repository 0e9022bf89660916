import { PCM_RATE } from '../../sound/pcm.ts'
import { frameTime } from '../../windows/frames.ts'
import type { Piece } from '../pieces.ts'
import type { StitchedFrames } from '../../windows/stitch.ts'
import { labelOverlaps } from './label-overlaps.ts'
import { labelPieces } from './label-pieces.ts'
import { Voices } from './voices.ts'

/** Shorter turns are dropped, shorter pauses closed (measured, see docs/engine.md). */
const MIN_TURN_SECONDS = 0.2
const MIN_PAUSE_SECONDS = 0.4

/** Continuous speech of one speaker. Turns of different speakers may overlap. */
export interface DiarizedTurn {
  /** Index of the speaker's centroid. */
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * Who speaks when, in order of time.
 * @param embeddings unit vectors, one for each piece; null where a piece was too short
 * @param centroids the voices, from `clusterPieces`
 */
export function labelTurns(
  stitched: StitchedFrames,
  pieces: readonly Piece[],
  embeddings: readonly (Float32Array | null)[],
  centroids: readonly Float32Array[],
  sampleCount: number,
): DiarizedTurn[] {
  if (centroids.length === 0) return []
  const voices = new Voices(pieces, embeddings, centroids)
  const pieceSpeakers = labelPieces(voices)
  const activity = centroids.map(() => new Uint8Array(stitched.frameCount))
  for (const [index, piece] of pieces.entries()) {
    if (piece.overlapped) continue
    for (const [start, end] of piece.runs) activity[pieceSpeakers[index] as number]?.fill(1, start, end)
  }
  for (const { run, speakers } of labelOverlaps(stitched, voices, pieceSpeakers)) {
    for (const speaker of speakers) activity[speaker]?.fill(1, ...run)
  }
  for (const { localSpeaker, startFrame, endFrame } of stitched.earlyStarts) {
    const begun = pieces.findIndex(
      (piece) =>
        piece.localSpeaker === localSpeaker &&
        !piece.overlapped &&
        piece.startFrame <= endFrame &&
        endFrame < piece.endFrame,
    )
    activity[pieceSpeakers[begun] ?? -1]?.fill(1, startFrame, endFrame)
  }
  const recordingSeconds = sampleCount / PCM_RATE
  return activity
    .flatMap((active, speaker) => smoothStretches(active).map((stretch) => ({ speaker, ...stretch })))
    .filter(({ start, end }) => end - start >= MIN_TURN_SECONDS && start < recordingSeconds)
    .sort((a, b) => a.start - b.start)
    .map(({ speaker, start, end }) => ({
      speaker,
      startMs: Math.round(start * 1000),
      endMs: Math.round(Math.min(end, recordingSeconds) * 1000),
    }))
}

/** Runs of active frames in seconds, ignoring pauses that are too short to count. */
function smoothStretches(active: Uint8Array): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = []
  for (let from = active.indexOf(1); from >= 0;) {
    const stop = active.indexOf(0, from)
    const until = stop < 0 ? active.length : stop
    const [start, end] = [frameTime(from), frameTime(until)]
    const last = stretches.at(-1)
    if (last !== undefined && start - last.end < MIN_PAUSE_SECONDS) last.end = end
    else stretches.push({ start, end })
    from = active.indexOf(1, until)
  }
  return stretches
}
