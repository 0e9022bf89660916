import { randomUUID } from 'node:crypto'
import type { ReviewPageSettings, ReviewRequest } from '#contracts/review-page'
import type { Library } from '../library/library.ts'
import { REVIEW_PAGE, reviewPageKey } from './review-page.ts'

/** Requests a review page of a transcript, as a job; returns its id. `path` as for films. */
export async function startReview(
  library: Library,
  request: ReviewRequest,
  path: string | null,
): Promise<string> {
  const { recordingId } = await library.transcript(request.transcriptId)
  const settings: ReviewPageSettings = { ...request, request: randomUUID(), path }
  const { id } = await library.requestJob({
    recordingId,
    kind: REVIEW_PAGE,
    settings,
    settingsKey: reviewPageKey(settings),
  })
  return id
}
