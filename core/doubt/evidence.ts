import type { TimeSpan } from '../transcript/time-span.ts'
import type { GuardReason } from '../words/guard.ts'
import type { SuspectSpan } from './reasons.ts'

/** What is known of a recording beside its transcript. Whatever is left out raises no doubt. */
export interface DoubtEvidence {
  readonly chunks?: readonly ChunkEvidence[]
  /** Where somebody is heard, in order of time. */
  readonly regions?: readonly TimeSpan[]
  /** Doubts that are found elsewhere: of language, of voices, of glossary terms. */
  readonly found?: readonly SuspectSpan[]
}

/** A chunk by its own time, without the pad of sound around it. */
export interface ChunkEvidence extends TimeSpan {
  /** How many times the whole chunk was read; once, where not given. */
  readonly readings?: number
  /** Texts of readings whose words are not those of the transcript, as they were heard. */
  readonly otherTexts?: readonly string[]
  /** Why the first decode was not believed. */
  readonly retried?: GuardReason | null
  /** The edges at which the sound was cut while somebody spoke, not in a pause. */
  readonly cutAtStart?: boolean
  readonly cutAtEnd?: boolean
}
