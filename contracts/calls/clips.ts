import { z } from 'zod'
import type { CallGroup } from './call.ts'

/** UTF-16 units: several long transcripts. */
const LONGEST_CLIP = 20_000_000

/** Random, so that it says nothing of the words. */
const id = z.uuid()

/** Text that was copied or cut with redacted words. */
export const ClipShape = z.object({
  /** One line a paragraph, with the redacted words. */
  text: z.string().max(LONGEST_CLIP),
  /** The parts of it that are redacted. */
  redacted: z.array(z.string()),
})

export const clipCalls = {
  /** Holds a clip while this program runs, for pasting into any transcript of the library; the newest are kept. */
  keep: { in: ClipShape.extend({ id }), out: z.object({}) },
  /** Null if it is not held any more. */
  read: { in: z.object({ id }), out: ClipShape.nullable() },
} as const satisfies CallGroup
