import { FRAME_SECONDS } from '../../windows/frames.ts'
import type { Piece } from '../pieces.ts'
import { type Vector, weightedMean } from '../vectors.ts'

/* All numbers measured, see docs/engine.md. */
const MAX_ITEM_SECONDS = 3
/** An item may be this many times longer, to avoid leaving a short remainder. */
const LENGTH_TOLERANCE = 1.05
const MAX_GAP_SECONDS = 0.5
const MIN_ITEM_SECONDS = 0.5
const MIN_ITEM_OF_LITTLE_SPEECH_SECONDS = 0.25
/** Clustering takes the square of this in memory (4 bytes each) and time: about 6 h of speech. */
const MAX_ITEMS = 7200
const MAX_DOUBLINGS = 4

/** The unit of clustering: neighboring pieces of one local speaker, with the mean of their embeddings. */
export interface ClusterItem {
  /** Unit vector. */
  readonly vector: Vector
  readonly seconds: number
  readonly localSpeaker: number
  readonly startFrame: number
  readonly endFrame: number
}

export type Embeddings = readonly (Float32Array | null)[]

/**
 * Items of a recording: at least `wanted` if there is enough speech, made of shorter pieces the less speech there is,
 * so that even a single word has a speaker.
 * @param embeddings unit vectors, one for each piece; null where a piece was too short
 */
export function makeItems(pieces: readonly Piece[], embeddings: Embeddings, wanted: number): ClusterItem[] {
  const items = joinedItems(pieces, embeddings, MIN_ITEM_SECONDS, 1)
  if (items.length > MAX_ITEMS) return fewerItems(pieces, embeddings)
  if (items.length >= Math.max(2, wanted)) return items
  const shorter = joinedItems(pieces, embeddings, MIN_ITEM_OF_LITTLE_SPEECH_SECONDS, 1)
  if (shorter.length >= Math.max(1, wanted)) return shorter
  const single = pieces.flatMap((piece, index) => {
    const vector = embeddings[index]
    return vector
      ? [{ ...spanOf([piece]), vector, seconds: piece.seconds, overlapped: piece.overlapped }]
      : []
  })
  const alone = single.filter((item) => !item.overlapped)
  return alone.length >= Math.max(1, wanted) ? alone : single
}

/**
 * Joins pieces over longer spans, so that even a whole day can be clustered. Items still left out only lose
 * their vote: every piece is labeled in the end.
 */
function fewerItems(pieces: readonly Piece[], embeddings: Embeddings): ClusterItem[] {
  let items: ClusterItem[] = []
  for (let doubling = 1; doubling <= MAX_DOUBLINGS; doubling++) {
    items = joinedItems(pieces, embeddings, MIN_ITEM_SECONDS, 2 ** doubling)
    if (items.length <= MAX_ITEMS) return items
  }
  const longest = new Set([...items].sort((a, b) => b.seconds - a.seconds).slice(0, MAX_ITEMS))
  return items.filter((item) => longest.has(item))
}

function joinedItems(
  pieces: readonly Piece[],
  embeddings: Embeddings,
  shortestSeconds: number,
  reach: number,
): ClusterItem[] {
  const items: ClusterItem[] = []
  let joined: { piece: Piece; vector: Float32Array }[] = []
  let seconds = 0
  const endItem = (): void => {
    if (joined.length > 0 && seconds >= shortestSeconds) {
      const vector = weightedMean(joined.map((part) => ({ vector: part.vector, weight: part.piece.seconds })))
      items.push({ ...spanOf(joined.map(({ piece }) => piece)), vector, seconds })
    }
    joined = []
    seconds = 0
  }
  for (const [index, piece] of pieces.entries()) {
    const vector = embeddings[index]
    if (!vector || piece.overlapped) continue
    const last = joined.at(-1)?.piece
    if (
      last !== undefined &&
      (last.localSpeaker !== piece.localSpeaker ||
        (piece.startFrame - last.endFrame) * FRAME_SECONDS > MAX_GAP_SECONDS * reach ||
        seconds + piece.seconds > MAX_ITEM_SECONDS * LENGTH_TOLERANCE * reach)
    ) {
      endItem()
    }
    joined.push({ piece, vector })
    seconds += piece.seconds
  }
  endItem()
  return items
}

function spanOf(pieces: readonly Piece[]): Pick<ClusterItem, 'localSpeaker' | 'startFrame' | 'endFrame'> {
  return {
    localSpeaker: pieces[0]?.localSpeaker ?? 0,
    startFrame: pieces[0]?.startFrame ?? 0,
    endFrame: pieces.at(-1)?.endFrame ?? 0,
  }
}
