import { Fault } from '#contracts/errors'
import { type ReviewDocument, reviewDocument } from '#core/review/review-document'
import { likelyDoubts } from '../doubt/count-in-worker.ts'
import { evidenceOf } from '../doubt/kept-evidence.ts'
import { openedDocument } from '../export/transcript-document.ts'
import type { Studio } from '../studio.ts'

export type ReviewStudio = Pick<Studio, 'library' | 'cacheFolder' | 'models'>

/**
 * What a review page of a transcript has: its words as they may leave the library, and the places to check.
 * @param speakerId whose words alone; null: everybody's. Fault `review.no-words` if they have none that are not redacted.
 */
export async function reviewMaterial(
  studio: ReviewStudio,
  transcriptId: string,
  speakerId: string | null,
): Promise<ReviewDocument> {
  const opened = await openedDocument(studio.library, transcriptId, { isTitled: true })
  const stored = await studio.library.storedTranscript(transcriptId)
  const doubts = await likelyDoubts({ stored, evidence: await evidenceOf(studio, transcriptId) })
  const made = reviewDocument({ document: opened.document, whole: opened.transcript }, doubts, speakerId)
  if (made.document.transcript.paragraphs.every(({ words }) => words.length === 0))
    throw new Fault('review.no-words', { title: made.document.recording.title })
  return made
}
