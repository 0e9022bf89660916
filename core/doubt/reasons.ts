import type { Band } from '../words/decoded.ts'
import type { RejectionReason } from '../words/rejection.ts'

/** Why a span of words may be wrong, with the evidence rather than a bare number. Times in whole ms. */
export type DoubtReason =
  | LowProbability
  | SecondDecodeDiffers
  | OtherModelDiffers
  | GuardRetried
  | ChunkEdge
  | SpeechWithoutText
  | TextOverSilence
  | Repetition
  | WrongLanguage
  | SpeakerUnsure
  | SpeakersOverlap
  | NearGlossaryTerm
  | UnsurePassage

export type DoubtReasonName = DoubtReason['reason']

/** The model itself was unsure. Only for models that provide a confidence. */
export interface LowProbability {
  readonly reason: 'low-probability'
  /** 1 unsure … 3 least sure. */
  readonly band: Exclude<Band, 0>
  /** Share of such words that are right, 0 to 1; of the least certain word in the span. */
  readonly confidence: number
}

/** Another decode of the same sound has different words here. */
export interface SecondDecodeDiffers {
  readonly reason: 'second-decode-differs'
  /** The other text for the span; empty: none. */
  readonly other: string
  /** True when `other` belongs between the words instead of replacing them. */
  readonly between: boolean
  /** The words that it replaces or lies between: the span of a place may be wider. */
  readonly fromWordId: string
  readonly toWordId: string
}

/** Another model has different words here. */
export interface OtherModelDiffers {
  readonly reason: 'other-model-differs'
  /** The model's name. */
  readonly model: string
  /** Its text for the span; empty: none. */
  readonly other: string
  /** True when `other` belongs between the words instead of replacing them. */
  readonly between: boolean
  /** The words that it replaces or lies between: the span of a place may be wider. */
  readonly fromWordId: string
  readonly toWordId: string
}

/** The first decode of the chunk was rejected, and it was decoded again. */
export interface GuardRetried {
  readonly reason: 'guard-retried'
  readonly because: RejectionReason
}

/** The sound was cut next to this word while somebody was speaking. */
export interface ChunkEdge {
  readonly reason: 'chunk-edge'
  readonly cutMs: number
}

/** There is speech between the two words of the span, but no text. */
export interface SpeechWithoutText {
  readonly reason: 'speech-without-text'
  readonly startMs: number
  readonly endMs: number
}

/** Text where there is no speech. */
export interface TextOverSilence {
  readonly reason: 'text-over-silence'
  readonly startMs: number
  readonly endMs: number
}

/** The same words many times in a row. */
export interface Repetition {
  readonly reason: 'repetition'
  readonly repeated: string
  readonly times: number
}

export interface WrongLanguage {
  readonly reason: 'wrong-language'
  readonly detected: string
  readonly expected: string
}

/** Two voices are about equally similar. */
export interface SpeakerUnsure {
  readonly reason: 'speaker-unsure'
  readonly otherSpeakerId: string
  /** How much more similar the chosen speaker's voice is, in cosine similarity; below 0 the other one's is. */
  readonly margin: number
  /** How often a turn with such a margin is another speaker's, 0 to 1. */
  readonly estimate: number
  /** Duration of the compared speech. */
  readonly seconds?: number
}

/** Several people speak at once. */
export interface SpeakersOverlap {
  readonly reason: 'overlap'
  readonly speakerIds: readonly string[]
}

/** The words sound like a term of the glossary. */
export interface NearGlossaryTerm {
  readonly reason: 'near-glossary-term'
  readonly term: string
  /** What would replace the words: the term with the punctuation that they have. */
  readonly correction: string
  /** The words that it replaces: the span of a place may be wider. */
  readonly fromWordId: string
  readonly toWordId: string
}

/** The model was sure of these words, but unsure of those around them. */
export interface UnsurePassage {
  readonly reason: 'unsure-passage'
}

/** A span of words, both ends included, of one paragraph or of two neighboring ones, and why it may be wrong. */
export interface SuspectSpan {
  readonly fromWordId: string
  readonly toWordId: string
  readonly reasons: readonly DoubtReason[]
}

export interface Doubt extends SuspectSpan {
  /** How likely something in it is wrong, 0 to 1. */
  readonly estimate: number
}
