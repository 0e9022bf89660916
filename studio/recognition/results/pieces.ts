import type { SampleRange } from '#core/sound/range'
import { MIN_EMBED_SECONDS, type Piece, pieceRuns } from '#core/speakers/pieces'
import type { SampleSpan } from '#core/windows/windows'
import type { Checkpoints } from '../checkpoints.ts'

/** Incremented when the same piece would get a different embedding. */
const VERSION = 'v1'

/** A piece with its embedding, if one is stored. */
export interface PieceResult {
  readonly piece: Piece
  readonly runs: readonly SampleSpan[]
  /** Checkpoint key. */
  readonly key: string
  /** Unit vector; null if none is stored or the piece is too short to be embedded. */
  readonly embedding: Float32Array | null
  readonly isWanted: boolean
}

/** The pieces with their stored results. `model`: sha256 of the embedding model. */
export async function readPieces(
  checkpoints: Checkpoints,
  pieces: readonly Piece[],
  range: SampleRange,
  model: string,
): Promise<readonly PieceResult[]> {
  const runs = pieces.map((piece) => pieceRuns(piece, range))
  const keys = runs.map((spans) => {
    const place = spans.map((span) => `${span.startSample}+${span.sampleCount}`).join(',')
    return checkpoints.key(place, model, VERSION)
  })
  const stored = await checkpoints.many('piece', keys)
  return pieces.map((piece, index) => {
    const bytes = stored[index]
    const isLong = piece.seconds >= MIN_EMBED_SECONDS
    return {
      piece,
      runs: runs[index] ?? [],
      key: keys[index] ?? '',
      embedding: isLong && bytes instanceof Uint8Array ? vectorFromBytes(bytes) : null,
      isWanted: isLong && !(bytes instanceof Uint8Array),
    }
  })
}

/** An empty array means "too short to embed". */
export function bytesOfVector(vector: Float32Array | null): Uint8Array {
  return vector ? new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) : new Uint8Array(0)
}

function vectorFromBytes(bytes: Uint8Array): Float32Array | null {
  return bytes.byteLength === 0 ? null : new Float32Array(Uint8Array.from(bytes).buffer)
}
