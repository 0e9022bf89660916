import { withNumbers } from '../../transcript/number-choice.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { SetNumbersEdit } from '../edit.ts'

/**
 * Never refused. No word changes: numbers to be written in digits are found wherever the transcript is shown
 * or written.
 */
export function applySetNumbers(transcript: Transcript, { numbers }: SetNumbersEdit): Transcript {
  return (transcript.numbers ?? null) === numbers ? transcript : withNumbers(transcript, numbers)
}
