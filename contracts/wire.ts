import { z } from 'zod'
import { errorCodes } from './error-codes.ts'
import type { WireError } from './errors.ts'
import { StudioEvent } from './events.ts'

export const WireErrorShape = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  remedy: z.string().exactOptional(),
  detail: z.string().exactOptional(),
})
export const wireErrorFits: (error: z.infer<typeof WireErrorShape>) => WireError = (error) => error

const number = z.number().int().nonnegative()

/** Messages from a page, over any transport. */
export const FromPage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    number,
    name: z.string(),
    input: z.unknown(),
    language: z.enum(['en', 'fr']),
    /** How the page writes dates, such as `en-GB`. */
    locale: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('cancel'), number }),
  /** Subscribes to events after `since`, or to new ones if null; sent again after a lost connection. */
  z.object({ kind: z.literal('watch'), since: number.nullable() }),
])
export type FromPage = z.infer<typeof FromPage>

/** Messages to a page. */
export const ToPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), number, output: z.unknown() }),
  z.object({ kind: z.literal('failed'), number, error: WireErrorShape }),
  z.object({ kind: z.literal('events'), events: z.array(StudioEvent) }),
])
export type ToPage = z.infer<typeof ToPage>

/** Audio and images of a recording, under `/media/<recordingId>/` in the web host, `media://` in the window. */
export const mediaKinds = ['sound', 'original', 'peaks', 'levels', 'pcm'] as const
export type MediaKind = (typeof mediaKinds)[number]
