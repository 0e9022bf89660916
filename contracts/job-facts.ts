import type { JobKindName } from './job-inputs.ts'

/** What pages and the list of recordings need to know about a kind of job besides its input. */
export interface JobKindFacts {
  /** Whether it makes a transcript of the recording, so that its card is shown in the recording's row. */
  readonly makesText: boolean
  /** Whether a notification reports the end of a long run. */
  readonly isAnnounced: boolean
}

const facts: Readonly<Record<JobKindName, JobKindFacts>> = {
  transcribe: { makesText: true, isAnnounced: true },
  align: { makesText: true, isAnnounced: false },
  shots: { makesText: false, isAnnounced: false },
  'captioned-video': { makesText: false, isAnnounced: false },
  'sound-file': { makesText: false, isAnnounced: false },
  'review-page': { makesText: false, isAnnounced: false },
  clip: { makesText: false, isAnnounced: false },
  'second-opinion': { makesText: false, isAnnounced: false },
  'doubt-opinion': { makesText: false, isAnnounced: false },
  'join-check': { makesText: false, isAnnounced: false },
  'idle-join-check': { makesText: false, isAnnounced: false },
  'download-model': { makesText: false, isAnnounced: false },
  'download-episode': { makesText: false, isAnnounced: false },
}

const isKnown = (kind: string): kind is JobKindName => Object.hasOwn(facts, kind)

/** Null for a kind of a later version of the program. */
export const jobKindFacts = (kind: string): JobKindFacts | null => (isKnown(kind) ? facts[kind] : null)
