import type { RecordingCard, TranscriptCard } from '#contracts/calls/recordings'

export type CardWithText = RecordingCard & { readonly transcript: TranscriptCard }

/** Whether a recording has a finished transcript with words to export. */
export function hasText(card: RecordingCard): card is CardWithText {
  return card.transcript?.state === 'done' && card.transcript.words > 0
}
