import { ownPieces, type VoicesInput } from '../speaker-review/own-pieces.ts'
import { weightedMean } from '../speakers/vectors.ts'

/** What describes the voice of a speaker in one recording. */
export interface SpeakerVoice {
  readonly speakerId: string
  /** Unit vector: the direction of the mean of what the speaker says alone. */
  readonly vector: Float64Array
  /** Speech that it was made of. */
  readonly seconds: number
}

/** The voice of each speaker who talks alone somewhere, over all tracks of a recording. */
export function speakerVoices(tracks: readonly VoicesInput[]): SpeakerVoice[] {
  const bySpeaker = Map.groupBy(tracks.flatMap(ownPieces), ({ speakerId }) => speakerId)
  return Array.from(bySpeaker, ([speakerId, own]) => ({
    speakerId,
    vector: weightedMean(own.map(({ vector, piece }) => ({ vector, weight: piece.seconds }))),
    seconds: own.reduce((sum, { piece }) => sum + piece.seconds, 0),
  }))
}
