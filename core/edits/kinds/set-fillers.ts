import { withFillers } from '../../transcript/filler-choice.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { SetFillersEdit } from '../edit.ts'

/** Never refused. No word changes: fillers are found wherever the transcript is shown or written. */
export function applySetFillers(transcript: Transcript, { fillers }: SetFillersEdit): Transcript {
  return (transcript.fillers ?? null) === fillers ? transcript : withFillers(transcript, fillers)
}
