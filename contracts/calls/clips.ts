import { z } from 'zod'
import type { CallGroup } from './call.ts'

/** UTF-16 units; enough for several long transcripts. */
const MAX_CLIP = 20_000_000

/** Random, so that it reveals nothing about the text. */
const id = z.uuid()

/** Copied or cut text that contains redacted words. */
export const ClipShape = z.object({
  /** One line per paragraph, including the redacted words. */
  text: z.string().max(MAX_CLIP),
  /** The redacted parts of `text`. */
  redacted: z.array(z.string()),
})

export const clipCalls = {
  /**
   * Keeps a clip while this program runs, for pasting into any transcript of the library; only the newest are
   * kept.
   */
  keep: { in: ClipShape.extend({ id }), out: z.object({}) },
  /** Null if the clip is no longer kept. */
  read: { in: z.object({ id }), out: ClipShape.nullable() },
} as const satisfies CallGroup
