import type { Transcript } from './transcript.ts'

/** Facts about a recording that accompany its transcript everywhere. */
export interface RecordingFacts {
  readonly title: string
  readonly fileName: string
  readonly durationMs: number
  readonly sha256: string
}

/** A transcript with its recording: what every format reads and writes. */
export interface TranscriptDocument {
  readonly recording: RecordingFacts
  readonly transcript: Transcript
}
