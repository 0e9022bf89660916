import { z } from 'zod'
import { WireErrorShape } from './wire.ts'

/**
 * How sound reaches a running recording, beside the calls. A page opens a channel, sends `attach`, and then blocks as
 * binary messages (core/recording/block-bytes.ts). It keeps every block until `safe` says that it is on disk; after a
 * lost connection it attaches again and sends all that it keeps: repeats are dropped.
 */
export const SoundFromPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attach'), runningId: z.string(), language: z.enum(['en', 'fr']) }),
])
export type SoundFromPage = z.infer<typeof SoundFromPage>

const count = z.number().int().nonnegative()
const sources = z.array(
  z.object({
    source: count,
    /** Every block with a lower number is on disk: it may be forgotten. */
    sequence: count,
    /** Length on disk, in frames of 48 kHz. */
    frames: count,
  }),
)

export const SoundToPage = z.discriminatedUnion('kind', [
  /** The answer to `attach`: what is on disk already. */
  z.object({ kind: z.literal('attached'), sources, isPaused: z.boolean() }),
  /** After each sync, about once a second. */
  z.object({ kind: z.literal('safe'), sources }),
  /** Send no more than is captured until `go-on`: the disk is slow. Nothing that was sent is dropped. */
  z.object({ kind: z.literal('wait') }),
  z.object({ kind: z.literal('go-on') }),
  z.object({ kind: z.literal('disk-low'), minutes: count }),
  /** The recording has ended, here or by another window; blocks are dropped from now on. */
  z.object({ kind: z.literal('stopped'), reason: z.string() }),
  /** `attach` failed. */
  z.object({ kind: z.literal('refused'), error: WireErrorShape }),
])
export type SoundToPage = z.infer<typeof SoundToPage>

/** Of one binary message: a block of one second. */
export const MOST_SOUND_BYTES = 128 * 1024
