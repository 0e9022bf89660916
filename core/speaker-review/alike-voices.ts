import type { TimeSpan } from '../transcript/time-span.ts'
import { frameTime } from '../windows/frames.ts'
import { type ClusterItem, type Embeddings, makeItems } from '../speakers/cluster/items.ts'
import { SpeakerSplits } from '../speakers/cluster/two-speakers.ts'
import type { Piece } from '../speakers/pieces.ts'
import { dot } from '../speakers/vectors.ts'

/** Two speakers who may be one person, with the evidence. */
export interface AlikeVoices {
  readonly speakerIds: readonly [string, string]
  /** Mean similarity between the speech of the two, as a cosine. */
  readonly similarity: number
  /**
   * From this similarity on, counting merges them into one speaker: it depends on the room and on how much
   * they say.
   */
  readonly bar: number
  /** How similar the speech of each is to itself; null if there is too little. */
  readonly within: readonly [number | null, number | null]
}

/** How far below the bar two voices may be and still be asked about. */
const REACH = 0.1

/**
 * Pairs of speakers near or above the bar for one speaker, the most similar first.
 * @param speakerOf the speaker of a span according to the transcript's turns
 */
export function alikeVoices(
  pieces: readonly Piece[],
  embeddings: Embeddings,
  speakerOf: (span: TimeSpan) => string | null,
): AlikeVoices[] {
  const items = makeItems(pieces, embeddings, 0)
  const splits = new SpeakerSplits(items)
  const groups = new Map<string, number[]>()
  for (const [index, item] of items.entries()) {
    const speakerId = speakerOf(spanOf(item))
    if (speakerId !== null) groups.set(speakerId, [...(groups.get(speakerId) ?? []), index])
  }
  const voices = [...groups].map(([speakerId, own]) => ({ speakerId, own, sum: sumOf(items, own) }))
  return voices
    .flatMap((one, index) =>
      voices.slice(index + 1).map((other): AlikeVoices => {
        const similarity = dot(one.sum, other.sum) / (one.own.length * other.own.length)
        return {
          speakerIds: [one.speakerId, other.speakerId],
          similarity: rounded(similarity),
          bar: rounded(splits.barBetween(one.own, other.own)),
          within: [within(one.sum, one.own.length), within(other.sum, other.own.length)],
        }
      }),
    )
    .filter(({ similarity, bar }) => similarity >= bar - REACH)
    .sort((a, b) => b.similarity - b.bar - (a.similarity - a.bar))
}

function sumOf(items: readonly ClusterItem[], own: readonly number[]): Float64Array {
  const sum = new Float64Array(items[0]?.vector.length ?? 0)
  for (const each of own) {
    const vector = items[each]?.vector
    for (let index = 0; index < sum.length; index++)
      sum[index] = (sum[index] as number) + (vector?.[index] ?? 0)
  }
  return sum
}

/** Mean similarity of all pairs of unit vectors, from their sum. */
function within(sum: Float64Array, count: number): number | null {
  return count < 2 ? null : rounded((dot(sum, sum) - count) / (count * (count - 1)))
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

const spanOf = ({ startFrame, endFrame }: ClusterItem): TimeSpan => ({
  startMs: frameTime(startFrame) * 1000,
  endMs: frameTime(endFrame) * 1000,
})
