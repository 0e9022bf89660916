import { PCM_RATE } from '../../sound/pcm.ts'
import type { DiarizationInput } from '../diarize.ts'
import { FRAME_SECONDS, WINDOW_FRAMES } from '../../windows/frames.ts'
import { type Piece, MIN_EMBED_SECONDS, makePieces } from '../pieces.ts'
import { stitch } from '../../windows/stitch.ts'
import { toUnit } from '../vectors.ts'
import {
  type LocalSegment,
  type SegmentedWindow,
  WINDOW_SECONDS,
  planWindows,
} from '../../windows/windows.ts'
import { seededRandom } from './seeded-random.ts'

/** One utterance in a synthetic recording, in seconds. */
export interface SceneTurn {
  readonly speaker: number
  readonly start: number
  readonly end: number
}

const DIMENSIONS = 32

/**
 * The engine's output for a scene: perfect segmentation (at most three people per window), and embeddings
 * near each speaker's voice.
 * @param spread distance of embeddings from the voice: 0 none, 1 as far as the voices from each other
 */
export function segmentScene(
  turns: readonly SceneTurn[],
  seconds: number,
  spread = 0.3,
): Omit<DiarizationInput, 'speakers'> {
  const sampleCount = Math.round(seconds * PCM_RATE)
  const windows = planWindows({ startSample: 0, endSample: sampleCount }).map(({ startSample }) =>
    segmentWindow(turns, startSample),
  )
  const pieces = makePieces(stitch(windows, sampleCount))
  const random = seededRandom(7)
  const embeddings = pieces.map((piece) =>
    piece.seconds < MIN_EMBED_SECONDS ? null : embed(speakerOf(piece, turns), spread, random),
  )
  return { windows, pieces, embeddings, sampleCount }
}

/** People who talk one after another, each for 1 to 6 s. */
export function conversation(speakers: number, seconds: number, seed = 1): SceneTurn[] {
  const random = seededRandom(seed)
  const turns: SceneTurn[] = []
  let start = 0.5
  for (let index = 0; start < seconds - 7; index++) {
    // Everybody speaks once in order, so that nobody is left out; then the order is random.
    const speaker = index < speakers ? index : Math.floor(random() * speakers)
    const end = start + 1 + 5 * random()
    turns.push({ speaker, start, end })
    start = end + 0.1 + 0.8 * random()
  }
  return turns
}

function segmentWindow(turns: readonly SceneTurn[], startSample: number): SegmentedWindow {
  const windowStart = startSample / PCM_RATE
  const locals: number[] = []
  const segments: LocalSegment[] = []
  for (const { speaker, start, end } of turns) {
    if (end <= windowStart || start >= windowStart + WINDOW_SECONDS) continue
    if (!locals.includes(speaker)) locals.push(speaker)
    const localSpeaker = locals.indexOf(speaker)
    if (localSpeaker > 2) continue
    const startFrame = Math.max(0, Math.round((start - windowStart) / FRAME_SECONDS))
    const endFrame = Math.min(WINDOW_FRAMES, Math.round((end - windowStart) / FRAME_SECONDS))
    if (endFrame > startFrame) segments.push({ startFrame, endFrame, localSpeaker })
  }
  return { startSample, segments }
}

/** The person who talks longest during a piece. */
function speakerOf(piece: Piece, turns: readonly SceneTurn[]): number {
  const [from, until] = [piece.startFrame * FRAME_SECONDS, piece.endFrame * FRAME_SECONDS]
  let longest = 0
  let found = 0
  for (const { speaker, start, end } of turns) {
    const shared = Math.min(end, until) - Math.max(start, from)
    if (shared > longest) {
      longest = shared
      found = speaker
    }
  }
  return found
}

/** Voices are along the axes, so that all are equally far apart. */
function embed(speaker: number, spread: number, random: () => number): Float32Array {
  const noise = toUnit(Float64Array.from({ length: DIMENSIONS }, () => random() - 0.5))
  const vector = noise.map((value) => spread * value)
  vector[speaker] = (vector[speaker] ?? 0) + 1
  return Float32Array.from(toUnit(vector))
}
