import type { TimeSpan } from '../../transcript/time-span.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { CaptionNames } from '../caption-names.ts'
import type { Cue } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** Input for editing a cue. Every edit in this folder is a list to be applied as one step of undo. */
export interface CueContext {
  readonly transcript: Transcript
  /** As shown: made from the transcript by the rules. */
  readonly cues: readonly Cue[]
  readonly rules: CaptionRules
  /** Length of the recording; 0 if unknown. */
  readonly durationMs: number
  /** ISO 639-1; for paragraphs without a language. */
  readonly language: string
  readonly names?: CaptionNames
  /** The kept part of a trimmed recording, inside which captions are; omitted: all is kept. */
  readonly part?: TimeSpan
  /** A new id each time, for edits and marks; unique in the transcript. */
  readonly newId: () => string
}
