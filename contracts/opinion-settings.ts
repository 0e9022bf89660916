import { z } from 'zod'
import { Hotwords } from './settings.ts'

/** Parts of a recording, whole ms, in order; they do not overlap. */
export const SpansShape = z.array(
  z.object({ startMs: z.number().int().nonnegative(), endMs: z.number().int().nonnegative() }),
)

/** A second text of parts of a recording, to be compared with one of its transcripts. */
export const OpinionSettings = z.object({
  transcriptId: z.string(),
  /** Null: all that was transcribed. */
  spans: SpansShape.min(1).max(20_000).nullable(),
  model: z.string(),
  /** ISO 639 code, or `auto`: one language for all parts, by a vote. */
  language: z.string().regex(/^(auto|[a-z]{2,3})$/),
  /** Two passes everywhere, also where the first is sure of its text. */
  careful: z.boolean(),
  /** Words of the glossary that the recognizer looks for, if its kind can. */
  hotwords: Hotwords.optional(),
})
export type OpinionSettings = z.infer<typeof OpinionSettings>
