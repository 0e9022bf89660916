import type { Transcript } from '../../transcript/transcript.ts'
import type { CueOptions } from '../cue-options.ts'
import type { Cue } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** Input for editing a cue. Every edit in this folder is a list to be applied as one step of undo. */
export interface CueContext extends Omit<CueOptions, 'isRedacted'> {
  readonly transcript: Transcript
  /** As shown: made from the transcript by the rules. */
  readonly cues: readonly Cue[]
  readonly rules: CaptionRules
  /** A new id each time, for edits and marks; unique in the transcript. */
  readonly newId: () => string
}
