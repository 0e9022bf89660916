import { ownPieces, type VoicesInput } from '../speaker-review/own-pieces.ts'
import { weightedMean } from '../speakers/vectors.ts'

/** A representation of a speaker's voice in one recording. */
export interface SpeakerVoice {
  readonly speakerId: string
  /** Unit vector: the direction of the mean over what the speaker says alone. */
  readonly vector: Float64Array
  /** Amount of speech it was computed from. */
  readonly seconds: number
}

/** The voice of each speaker who talks alone at some time, across all tracks of a recording. */
export function speakerVoices(tracks: readonly VoicesInput[]): SpeakerVoice[] {
  const bySpeaker = Map.groupBy(tracks.flatMap(ownPieces), ({ speakerId }) => speakerId)
  return Array.from(bySpeaker, ([speakerId, own]) => ({
    speakerId,
    vector: weightedMean(own.map(({ vector, piece }) => ({ vector, weight: piece.seconds }))),
    seconds: own.reduce((sum, { piece }) => sum + piece.seconds, 0),
  }))
}
