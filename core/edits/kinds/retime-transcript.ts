import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import { retimedTranscript } from '../../transcript/retimed-transcript.ts'
import { movedAgain, UNMOVED } from '../../transcript/time-map.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { RetimeTranscriptEdit } from '../edit.ts'
import type { EditLimits } from '../times.ts'

/** Never refused. */
export function applyRetimeTranscript(
  transcript: Transcript,
  { move }: RetimeTranscriptEdit,
  { durationMs }: EditLimits,
): Transcript {
  const whole = movedAgain(transcript.captionTiming ?? UNMOVED, move)
  return retimedTranscript(withCaptionTiming(transcript, null), whole, durationMs)
}
