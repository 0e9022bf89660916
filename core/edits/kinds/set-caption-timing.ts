import { sameCaptionTiming, withCaptionTiming } from '../../transcript/caption-timing.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { SetCaptionTimingEdit } from '../edit.ts'

/** Never refused. */
export function applySetCaptionTiming(transcript: Transcript, { timing }: SetCaptionTimingEdit): Transcript {
  return sameCaptionTiming(transcript.captionTiming, timing)
    ? transcript
    : withCaptionTiming(transcript, timing)
}
