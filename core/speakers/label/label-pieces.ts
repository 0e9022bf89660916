import type { Piece } from '../pieces.ts'
import { indexOfHighest } from '../vectors.ts'
import { type Voices, framesBetween } from './voices.ts'

/* All numbers measured, see docs/engine.md. */
/** A piece of this length is labeled without its neighbors. */
const SURE_SECONDS = 1.9
const CONTEXT_SECONDS = 2.5
/** How far to look for neighbors of a piece that has no embedding of its own. */
const CONTEXT_WITHOUT_OWN_SECONDS = 5
const CONTEXT_WEIGHT = 0.5
/** The weight of the neighbors falls with the piece's length, down to `least` of it at `fullSeconds`. */
const CONTEXT_DECAY = { least: 0.15, fullSeconds: 2 }

/** For each piece the index of its speaker: the nearest centroid, taking its neighbors into account. */
export function labelPieces(voices: Voices): number[] {
  const nearest = voices.pieces.map((piece, index) => nearestSpeaker(voices, piece, index))
  return nearest.map((speaker, index) => {
    if (speaker !== null) return speaker
    const { startFrame, endFrame } = voices.pieces[index] as Piece
    return speakerNearBy(voices.pieces, nearest, startFrame, endFrame)
  })
}

/** Speaker of the labeled piece that is nearest in time; the first speaker if there is none. */
export function speakerNearBy(
  pieces: readonly Piece[],
  speakers: readonly (number | null)[],
  startFrame: number,
  endFrame: number,
): number {
  let found = 0
  let shortest = Infinity
  for (const [index, piece] of pieces.entries()) {
    const speaker = speakers[index] ?? null
    if (speaker === null || piece.overlapped) continue
    const distance = framesBetween(piece, startFrame, endFrame)
    if (distance < shortest) {
      shortest = distance
      found = speaker
    }
  }
  return found
}

function nearestSpeaker(voices: Voices, piece: Piece, index: number): number | null {
  const { localSpeaker, startFrame, endFrame, seconds } = piece
  const own = voices.ofPiece(index)
  if (own === null) {
    const around = voices.around(localSpeaker, startFrame, endFrame, CONTEXT_WITHOUT_OWN_SECONDS)
    return around && indexOfHighest(around)
  }
  const around =
    seconds < SURE_SECONDS ? voices.around(localSpeaker, startFrame, endFrame, CONTEXT_SECONDS) : null
  if (around === null) return indexOfHighest(own)
  const length = Math.min(1, seconds / CONTEXT_DECAY.fullSeconds)
  const weight = CONTEXT_WEIGHT * Math.max(CONTEXT_DECAY.least, 1 - (1 - CONTEXT_DECAY.least) * length)
  return indexOfHighest(own.map((similarity, speaker) => similarity + weight * (around[speaker] as number)))
}
