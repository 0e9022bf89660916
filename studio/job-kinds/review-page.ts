import { ReviewPageSettings } from '#contracts/review-page'
import { keptFilmPath } from '../export/film-files.ts'
import { withNewestRedactions } from '../export/newest-redactions.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import { makeReviewPage } from '../review/make-review-page.ts'
import type { ReviewStudio } from '../review/review-material.ts'

export const REVIEW_PAGE = 'review-page'
const STEP = 'review-page'

export const reviewPageKey = (settings: ReviewPageSettings): string =>
  settingsHash({ kind: REVIEW_PAGE, ...settings })

/** Job kind that writes a review page of a transcript as it is when it begins, with the newest redactions. */
export function reviewPageKind({
  isLowPriority,
  ...studio
}: ReviewStudio & {
  readonly isLowPriority: () => boolean
}): JobKind<string, typeof STEP> {
  return {
    name: REVIEW_PAGE,
    waitsFor: [],
    atOnce: () => Promise.resolve(1),
    keyOf: async (settings) => reviewPageKey(ReviewPageSettings.parse(settings)),
    wholeFraction: (_settings, _step, fraction) => fraction,
    async run({ job: { id, recordingId, settings }, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const { path, request, ...wanted } = ReviewPageSettings.parse(settings)
      const output = path ?? keptFilmPath(studio.cacheFolder, recordingId, id)
      report(STEP, 0)
      const { transcriptId } = wanted
      await withNewestRedactions(
        studio.library,
        { transcriptId },
        (beforeMoved) =>
          makeReviewPage(studio, { ...wanted, review: request }, output, {
            signal,
            beforeMoved,
            isLowPriority: isLowPriority(),
            onProgress: (fraction) => report(STEP, fraction),
          }),
        path === null ? output : null,
      )
      return { result: output, failure: null }
    },
    rest: () => Promise.resolve(),
  }
}
