import { z } from 'zod'
import { reviewSounds } from '#core/review/review-sound'

/** A page that a person without the program corrects. */
export const ReviewRequest = z.object({
  transcriptId: z.string(),
  reviewSound: z.enum(reviewSounds),
  /** Whose words alone it has; null: everybody's. */
  speakerId: z.string().nullable(),
  /** For whom it is; empty: they write their name themselves. */
  reviewer: z.string().max(200),
  /** In which the page begins. */
  language: z.enum(['en', 'fr']),
  /** Suggested file name, or the name of the download. */
  fileName: z.string().min(1).max(300),
})
export type ReviewRequest = z.infer<typeof ReviewRequest>

/** Input of the job that makes it. */
export const ReviewPageSettings = ReviewRequest.extend({
  /** Of this page, unique: what is typed in it is kept under it. */
  request: z.string().min(1).max(100),
  /** As of a film. */
  path: z.string().nullable(),
})
export type ReviewPageSettings = z.infer<typeof ReviewPageSettings>
