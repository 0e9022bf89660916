import { speakerSpans } from '../paragraphs/speaker-spans.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { dot } from '../speakers/vectors.ts'
import { type AlikeVoices, alikeVoices } from './alike-voices.ts'
import { ownPieces, speakerOf, type VoicesInput } from './own-pieces.ts'

/**
 * How similar pieces of speech are to the voice of each speaker of a transcript. Similarities are cosines.
 */
export interface HeardVoices {
  /** Speakers whose own speech was compared. */
  readonly speakerIds: readonly string[]
  /** In order of time. */
  readonly pieces: readonly HeardPiece[]
  /** Pairs of speakers who may be one person, the most probable first. */
  readonly alike: readonly AlikeVoices[]
}

/** A span of up to 1.5 s in which one speaker talks alone. */
export interface HeardPiece extends TimeSpan {
  /** Its speaker according to the turns: an index of `speakerIds`. */
  readonly speaker: number
  /** Neighboring pieces with the same number are one voice to the segmentation. */
  readonly localSpeaker: number
  /** Similarity to each speaker's other speech, in the order of `speakerIds`; null: there is none. */
  readonly similarities: readonly (number | null)[]
}

/** Compares the pieces of a recording, or of one of its tracks, with the speakers of the turns. */
export function hearVoices(input: VoicesInput): HeardVoices {
  const { pieces, embeddings, turns } = input
  const own = ownPieces(input)
  const speakerIds = [...new Set(own.map(({ speakerId }) => speakerId))]
  const sums = speakerIds.map((speakerId) => {
    const sum = new Float64Array(own[0]?.vector.length ?? 0)
    for (const each of own) if (each.speakerId === speakerId) add(sum, each.vector, each.piece.seconds)
    return sum
  })
  const heard = own.map(({ piece, vector, span, speakerId }): HeardPiece => {
    const speaker = speakerIds.indexOf(speakerId)
    const similarities = sums.map((sum, index) => {
      if (index !== speaker) return similarityTo(sum, vector)
      // Compared with itself, short speech would always be similar to its speaker.
      const others = Float64Array.from(sum)
      add(others, vector, -piece.seconds)
      return similarityTo(others, vector)
    })
    return { ...span, speaker, localSpeaker: piece.localSpeaker, similarities }
  })
  const speakers = speakerSpans(turns)
  const voiceOf = (span: TimeSpan): string | null => speakerOf(span, speakers)
  return {
    speakerIds,
    pieces: heard.sort((a, b) => a.startMs - b.startMs),
    alike: alikeVoices(pieces, embeddings, voiceOf),
  }
}

/** A vector this short consists of rounding errors. */
const NOTHING = 1e-6

function similarityTo(sum: Float64Array, vector: Float32Array): number | null {
  const length = Math.sqrt(dot(sum, sum))
  return length < NOTHING ? null : Math.round((dot(sum, vector) / length) * 1000) / 1000
}

function add(sum: Float64Array, vector: Float32Array, weight: number): void {
  for (let index = 0; index < sum.length; index++) {
    sum[index] = (sum[index] as number) + weight * (vector[index] as number)
  }
}
