import { isSameName } from '../transcript/same-name.ts'
import { dot, type Vector, weightedMean } from '../speakers/vectors.ts'
import type { SpeakerVoice } from './speaker-voice.ts'

/**
 * Minimum cosine at which a speaker may be somebody whose voice is remembered: in steps of 0.05, the lowest
 * at which no two voices of our own synthetic samples were confused (0 of 630 pairs, so under 1 %). Its
 * errors on the open set, which was not used to choose it: bench/RESULTS.md, "Remembered voices".
 */
export const OFFER_FROM = 0.75
/** The next remembered voice, and the next speaker of the recording, must be less similar by this much. */
export const AHEAD_BY = 0.1
/**
 * Minimum speech in seconds, as less says too little: to remember a voice, and to offer or refuse a name for
 * it.
 */
export const MIN_SECONDS = { remembered: 10, compared: 5 } as const
/** One long recording must not outweigh all others, in seconds. */
const MAX_WEIGHT = 60

/** A voice that a person chose to remember, for one voice model. */
export interface RememberedVoice {
  readonly id: string
  readonly name: string
  /** Unit vector. */
  readonly vector: Vector
}

/** An unnamed speaker of a transcript who may be somebody whose voice is remembered. */
export interface VoiceOffer {
  readonly speakerId: string
  readonly voiceId: string
  /** Cosine. */
  readonly similarity: number
}

export interface OffersInput {
  /** Everybody who speaks. */
  readonly speakers: readonly { readonly id: string; readonly name: string | null }[]
  /** Their voices, of the same voice model as the remembered ones. */
  readonly heard: readonly SpeakerVoice[]
  readonly remembered: readonly RememberedVoice[]
  /** Whether a person said that the speaker is somebody else. */
  readonly isDeclined: (speakerId: string, voiceId: string) => boolean
}

/**
 * Who an unnamed speaker may be: a voice is offered only if it is similar enough and neither it nor the
 * speaker has a close second choice. At most one voice per speaker, and one speaker per voice.
 */
export function voiceOffers({ speakers, heard, remembered, isDeclined }: OffersInput): VoiceOffer[] {
  const pairs = heard
    .filter(({ seconds }) => seconds >= MIN_SECONDS.compared)
    .flatMap(({ speakerId, vector }) =>
      remembered
        .filter(({ id, vector: { length } }) => length === vector.length && !isDeclined(speakerId, id))
        .map((voice) => ({ speakerId, voiceId: voice.id, similarity: dot(vector, voice.vector) })),
    )
  const unnamed = new Set(speakers.filter(({ name }) => name === null).map(({ id }) => id))
  const isTaken = ({ name }: RememberedVoice): boolean =>
    speakers.some((speaker) => speaker.name !== null && isSameName(speaker.name, name))
  const taken = new Set(remembered.filter(isTaken).map(({ id }) => id))
  return pairs.filter(
    (pair) =>
      pair.similarity >= OFFER_FROM &&
      unnamed.has(pair.speakerId) &&
      !taken.has(pair.voiceId) &&
      pairs.every(
        (other) =>
          other === pair ||
          (other.speakerId !== pair.speakerId && other.voiceId !== pair.voiceId) ||
          pair.similarity - other.similarity >= AHEAD_BY,
      ),
  )
}

/**
 * Combines one voice from what was kept of it in several recordings. `parts`: unit vectors of one voice
 * model; at least one.
 */
export function joinedVoice(
  parts: readonly { readonly vector: Vector; readonly seconds: number }[],
): Float64Array {
  return weightedMean(parts.map(({ vector, seconds }) => ({ vector, weight: Math.min(seconds, MAX_WEIGHT) })))
}
