import { z } from 'zod'
import type { CallGroup } from './call.ts'

/** UTF-16 units; enough for 5,000 terms with their pronunciations. */
export const MAX_GLOSSARY_LENGTH = 500_000

/** A recording's glossary; null: the library's. */
const whose = z.object({ recordingId: z.string().nullable() })
const done = z.object({})

/** A term (core/glossary/term). */
export const TermShape = z.object({
  text: z.string().min(1).max(100),
  forms: z.array(z.string()).readonly().exactOptional(),
  soundsLike: z.array(z.string()).readonly().exactOptional(),
  language: z.string().exactOptional(),
})

export const glossaryCalls = {
  /**
   * As the person typed it (core/glossary/text-form); empty if there is none. Event `glossary-changed`. Fault
   * `recording.unknown`.
   */
  get: { in: whose, out: z.object({ text: z.string() }) },
  /**
   * Lines that are not valid terms are kept, and reported where they are shown. Fault `recording.unknown`.
   */
  set: { in: whose.extend({ text: z.string().max(MAX_GLOSSARY_LENGTH) }), out: done },
  /** Adds a line for each term that is missing from the glossary. Fault `recording.unknown`. */
  add: { in: whose.extend({ terms: z.array(TermShape).min(1).max(5_000) }), out: done },
  /** Terms of the recording and the library, without duplicate names. */
  terms: { in: z.object({ recordingId: z.string() }), out: z.array(TermShape) },
} as const satisfies CallGroup
