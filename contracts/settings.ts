import { z } from 'zod'

/** What decides a transcript, besides the sound: the same settings give the same text. */
export const TranscribeSettings = z.object({
  /** ISO 639 code, or `auto`: one language a recording, by a vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  model: z.string(),
  /** How many people speak; null: counted. */
  speakers: z.number().int().min(1).max(64).nullable(),
  /** One decode a chunk, no second look. */
  quick: z.boolean(),
  /** Audio track, from 0. */
  track: z.number().int().nonnegative(),
})
export type TranscribeSettings = z.infer<typeof TranscribeSettings>
