import { coverage, speakerSpans, type SpeakerSpans } from '../paragraphs/speaker-spans.ts'
import type { Embeddings } from '../speakers/cluster/items.ts'
import type { Piece } from '../speakers/pieces.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { SpeakerSegment } from '../transcript/transcript.ts'
import { frameTime } from '../windows/frames.ts'

export interface VoicesInput {
  readonly pieces: readonly Piece[]
  /** Unit vectors, one for each piece; null where a piece was too short. */
  readonly embeddings: Embeddings
  /** The current turns of the transcript. */
  readonly turns: readonly SpeakerSegment[]
}

/** A piece in which one speaker talks alone, with its vector and speaker. */
export interface OwnPiece {
  readonly piece: Piece
  /** Unit vector. */
  readonly vector: Float32Array
  readonly span: TimeSpan
  readonly speakerId: string
}

/** The pieces with a vector that turns assign to a speaker, in the order of the input. */
export function ownPieces({ pieces, embeddings, turns }: VoicesInput): OwnPiece[] {
  const speakers = speakerSpans(turns)
  return pieces.flatMap((piece, index) => {
    const vector = embeddings[index]
    const span = spanOf(piece)
    const speakerId = piece.overlapped ? null : speakerOf(span, speakers)
    return vector && speakerId !== null ? [{ piece, vector, span, speakerId }] : []
  })
}

/** The speaker whose turns cover most of a span; null if none does. */
export function speakerOf(span: TimeSpan, speakers: readonly SpeakerSpans[]): string | null {
  let most = 0
  let found: string | null = null
  for (const speaker of speakers) {
    const covered = coverage(speaker, span)
    if (covered > most) {
      most = covered
      found = speaker.speakerId
    }
  }
  return found
}

/** Times of frames, in whole ms. */
export function spanOf({ startFrame, endFrame }: Pick<Piece, 'startFrame' | 'endFrame'>): TimeSpan {
  return {
    startMs: Math.round(frameTime(startFrame) * 1000),
    endMs: Math.round(frameTime(endFrame) * 1000),
  }
}
