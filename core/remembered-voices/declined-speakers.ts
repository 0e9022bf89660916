import { speakerSpans } from '../paragraphs/speaker-spans.ts'
import { speakerOf } from '../speaker-review/own-pieces.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { SpeakerSegment } from '../transcript/transcript.ts'

/** "Not her": the speech for which a person declined. */
export interface DeclinedVoice extends TimeSpan {
  readonly voiceId: string
}

/**
 * Whether a person declined a voice for a speaker: the one who talks where it was declined, including in a
 * later transcript, and after speakers were merged or counted again.
 */
export function declinedSpeakers(
  declined: readonly DeclinedVoice[],
  turns: readonly SpeakerSegment[],
): (speakerId: string, voiceId: string) => boolean {
  const speakers = speakerSpans(turns)
  const pairs = declined.map((one) => ({ voiceId: one.voiceId, speakerId: speakerOf(one, speakers) }))
  return (speakerId, voiceId) =>
    pairs.some((pair) => pair.speakerId === speakerId && pair.voiceId === voiceId)
}
