import type { Transcript } from './transcript.ts'

/** What is known of a recording wherever its transcript goes. */
export interface RecordingFacts {
  readonly title: string
  readonly fileName: string
  readonly durationMs: number
  readonly sha256: string
}

/** A transcript with its recording: what every format writes and reads. */
export interface TranscriptDocument {
  readonly recording: RecordingFacts
  readonly transcript: Transcript
}
