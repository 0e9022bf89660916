import type { ReviewEvidence } from '../speaker-review/questions.ts'
import { unsureTurns } from '../speaker-review/unsure-turns.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { SuspectSpan } from './reasons.ts'

/** Turns whose voice is about as similar to another speaker's; never where a person has decided. */
export function speakerDoubts(transcript: Transcript, { voices, decided }: ReviewEvidence): SuspectSpan[] {
  const decidedIds = new Set(decided)
  return voices
    .flatMap((heard) => unsureTurns(transcript, heard, decidedIds))
    .map(({ fromWordId, toWordId, otherSpeakerId, margin, estimate, seconds }) => ({
      fromWordId,
      toWordId,
      reasons: [{ reason: 'speaker-unsure', otherSpeakerId, margin, estimate, seconds }],
    }))
}
