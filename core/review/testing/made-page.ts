import { conversation, conversationMs } from '../../edits/testing/samples.ts'
import type { Doubt, DoubtReason } from '../../doubt/reasons.ts'
import type { DocumentWithExtras } from '../../formats/format.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { ReviewData } from '../review-data.ts'
import { type ReviewDocument, reviewDocument } from '../review-document.ts'
import { reviewPage } from '../review-page.ts'
import { reviewSpans, type ReviewSoundChoice } from '../review-sound.ts'

export interface MadePage {
  readonly made: ReviewDocument
  readonly before: string
  readonly after: string
  readonly data: ReviewData
}

export const unsure: DoubtReason = { reason: 'low-probability', band: 3, confidence: 0.3 }

export const doubt = (fromWordId: string, toWordId: string, reason: DoubtReason = unsure): Doubt => ({
  fromWordId,
  toWordId,
  reasons: [reason],
  estimate: 0.6,
})

/** A review page of a conversation of 8 s. */
export function madePage(
  changes: Partial<Transcript> = {},
  {
    doubts = [doubt('c2.0', 'c2.1')],
    speakerId = null,
    sound = 'all',
    title = 'Last night',
    script = 'let answer',
  }: {
    readonly doubts?: readonly Doubt[]
    readonly speakerId?: string | null
    readonly sound?: ReviewSoundChoice
    readonly title?: string
    readonly script?: string
  } = {},
): MadePage {
  const whole: Transcript = { ...conversation(), ...changes }
  const recording = { title, fileName: 'a.wav', durationMs: conversationMs, sha256: '0'.repeat(64) }
  const document: DocumentWithExtras = { recording, transcript: whole }
  const made = reviewDocument({ document, whole }, doubts, speakerId)
  const spans = reviewSpans(made, sound, speakerId !== null)
  const [before, after] = reviewPage(made, {
    review: 'review-1',
    language: 'en',
    reviewer: 'Zoé',
    speakerId,
    sound:
      spans.length === 0
        ? null
        : {
            type: 'audio/webm',
            spans: spans.map(({ startMs, endMs }) => [startMs, endMs]),
            isAroundPlaces: sound === 'places',
          },
    script: { code: script, sha256: 'hash' },
  })
  const json = /<script type="application\/json" id="review">(.*)<\/script>/u.exec(before)?.[1] ?? ''
  return { made, before, after, data: JSON.parse(json) as ReviewData }
}
