import { z } from 'zod'
import { ProposedCorrectionsShape } from '../proposed-corrections.ts'
import type { CallGroup } from './call.ts'

/** Of a document in base64: the page leaves out the sound in web pages. */
const MAX_DOCUMENT = 30_000_000

/** Corrections that a returned document or a review page proposes; they are accepted and dismissed by edits. */
export const correctionCalls = {
  /** Those of a transcript, first read first, settled ones too. Event `corrections-changed`. */
  list: { in: z.object({ transcriptId: z.string() }), out: z.array(ProposedCorrectionsShape) },
  /**
   * Compares a returned document with a transcript, or reads the answer of a review page, and stores what it proposes; `count`: how many corrections. Faults:
   * `corrections.other-format`, `corrections.other-text`, those of reading.
   */
  read: {
    in: z.object({
      transcriptId: z.string(),
      fileName: z.string().min(1).max(500),
      base64: z.string().max(MAX_DOCUMENT),
    }),
    out: z.object({
      count: z.number().int().nonnegative(),
      leftOut: z.array(z.enum(['comments', 'macros'])).readonly(),
    }),
  },
  /** Deletes a set; what was accepted of it stays. An unknown one: nothing happens. */
  discard: { in: z.object({ id: z.string() }), out: z.object({}) },
} as const satisfies CallGroup
