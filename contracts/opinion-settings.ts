import { z } from 'zod'
import { Hotwords } from './settings.ts'

/** Parts of a recording, whole ms, in order; they do not overlap. */
export const SpansShape = z.array(
  z.object({ startMs: z.number().int().nonnegative(), endMs: z.number().int().nonnegative() }),
)

/** A second text of parts of a recording, to compare with one of its transcripts. */
export const OpinionSettings = z.object({
  transcriptId: z.string(),
  /** Null: everything that was transcribed. */
  spans: SpansShape.min(1).max(20_000).nullable(),
  model: z.string(),
  /** ISO 639 code, or `auto`: one language for all parts, detected by majority vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  /** Two passes everywhere, even where the first one is confident. */
  careful: z.boolean(),
  /** One pass, and word times of a model without them are spread over the speech: enough to compare words. */
  quick: z.boolean().optional(),
  /** Glossary words that the recognizer looks for, if its kind supports it. */
  hotwords: Hotwords.optional(),
})
export type OpinionSettings = z.infer<typeof OpinionSettings>
