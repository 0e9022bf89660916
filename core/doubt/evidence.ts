import type { StoredOpinion } from '../second-opinion/stored-opinion.ts'
import type { Term } from '../glossary/term.ts'
import type { ReviewEvidence } from '../speaker-review/questions.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { RejectionReason } from '../words/rejection.ts'
import type { SuspectSpan } from './reasons.ts'

/** Evidence about a recording besides its transcript. Omitted fields raise no doubt. */
export interface DoubtEvidence {
  readonly chunks?: readonly ChunkEvidence[]
  /** Speech regions, in order of time. */
  readonly regions?: readonly TimeSpan[]
  /** Terms of the library and of the recording, to be found where words sound like them. */
  readonly terms?: readonly Term[]
  /** What other models have for parts of the recording, or for all of it. */
  readonly opinions?: readonly OtherModelText[]
  /** Times of words that a person removed: what other models have there is not missing. */
  readonly removed?: readonly TimeSpan[]
  /** How similar the speakers' voices are to what is said. */
  readonly speakers?: ReviewEvidence
  /** Doubts found by other code. */
  readonly found?: readonly SuspectSpan[]
}

export interface OtherModelText {
  /** The model's name. */
  readonly model: string
  readonly opinion: StoredOpinion
}

/** A chunk by its own time, without padding. */
export interface ChunkEvidence extends TimeSpan {
  /** How many times the whole chunk was decoded; defaults to 1. */
  readonly readings?: number
  /** Texts of decodes whose words differ from the transcript's, as recognized. */
  readonly otherTexts?: readonly string[]
  /** Why the first decode was rejected. */
  readonly retried?: RejectionReason | null
  /** The language that the first decode drifted into, if it is another than the transcript's. */
  readonly driftedTo?: string
  /** The edges at which the sound was cut during speech, not in a pause. */
  readonly cutAtStart?: boolean
  readonly cutAtEnd?: boolean
  /** When all tracks were transcribed: the chunk has only words of this one. */
  readonly track?: number
}
