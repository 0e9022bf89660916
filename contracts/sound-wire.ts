import { z } from 'zod'
import { WireErrorShape } from './wire.ts'

/**
 * How sound reaches a running recording, outside the calls. A page opens a channel, sends `attach`, then
 * blocks as binary messages (core/recording/block-bytes.ts). It keeps every block until `safe` reports it on
 * disk; after a lost connection it attaches again and resends everything it keeps: repeats are dropped.
 */
const count = z.number().int().nonnegative()
export const SoundFromPage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('attach'),
    runningId: z.string(),
    language: z.enum(['en', 'fr']),
    /** How much of the live text the page already has. */
    has: z.object({ lines: count, spoken: count, changes: count }).optional(),
    /**
     * For each source, the number of the first block that the page keeps, or of its next one: after the
     * studio was killed, recording resumes there.
     */
    kept: z
      .array(z.object({ source: count, sequence: count }))
      .max(16)
      .optional(),
  }),
])
export type SoundFromPage = z.infer<typeof SoundFromPage>

/**
 * Text while recording: `loading` the models; `following`; `behind` by too much, possibly catching up;
 * `given-up`, as this computer is too slow, or `failed`: no more text before Stop; `busy` with another
 * recording; `off`: not requested.
 */
export const LiveState = z.enum(['off', 'loading', 'following', 'behind', 'given-up', 'failed', 'busy'])
export type LiveState = z.infer<typeof LiveState>

const onClock = { source: count, startMs: count, endMs: count }
/** Times in the recording's own time. */
export const SpokenStretch = z.object(onClock)
export type SpokenStretch = z.infer<typeof SpokenStretch>
/** `text` null: speech that was skipped, to catch up or because its decode failed. */
export const LiveLine = z.object({ id: z.string(), ...onClock, text: z.string().nullable() })
export type LiveLine = z.infer<typeof LiveLine>

export const LiveDraftText = z.object({ source: count, startMs: count, text: z.string() })
export type LiveDraftText = z.infer<typeof LiveDraftText>

/** Maximum length of a line that a person writes; a line is at most some seconds of speech. */
const MAX_LINE_LETTERS = 5_000
/** A paragraph on the page has far fewer. */
const MAX_LINES_NAMED = 1_000
const singleLine = z.string().transform((text) => text.replaceAll(/\s+/gu, ' ').trim())
const lineIds = z.array(z.string().max(100)).max(MAX_LINES_NAMED).readonly()
/** What a person changed in the text while recording: the text of a line, or who speaks on a source. */
export const LiveChangeShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('line'),
    lineId: z.string().max(100),
    text: singleLine.pipe(z.string().max(MAX_LINE_LETTERS)),
  }),
  z.object({
    kind: z.literal('name'),
    source: count,
    name: singleLine.pipe(z.string().max(200)),
    /** Null: all of the source. */
    lineIds: lineIds.nullable(),
    typedIn: lineIds.exactOptional(),
  }),
])

export const SafeSources = z.array(
  z.object({
    source: count,
    /** Every block with a lower number is on disk and may be discarded. */
    sequence: count,
    /** Length on disk, in frames of 48 kHz. */
    frames: count,
  }),
)
export type SafeSources = z.infer<typeof SafeSources>

export const SoundToPage = z.discriminatedUnion('kind', [
  /** The answer to `attach`: what is on disk already. */
  z.object({ kind: z.literal('attached'), sources: SafeSources, isPaused: z.boolean() }),
  /**
   * After each sync, about once a second; also before `stopped`, and before a page's attempt to attach to an
   * ended recording is refused.
   */
  z.object({ kind: z.literal('safe'), sources: SafeSources }),
  /** Send sound only as it is captured until `go-on`: the disk is slow. Nothing already sent is dropped. */
  z.object({ kind: z.literal('wait') }),
  z.object({ kind: z.literal('go-on') }),
  z.object({ kind: z.literal('disk-low'), minutes: count }),
  /** Sound that was not captured, as on a computer that is too busy: it is silent in the recording. In ms. */
  z.object({ kind: z.literal('missing'), source: count, atMs: count, lengthMs: count }),
  /** Writing has failed for ten seconds and is retried each second; null: writing works again. */
  z.object({ kind: z.literal('failing'), error: WireErrorShape.nullable() }),
  /**
   * Additions to the live text: lines and stretches from number `from…` on, final once sent, and changes by a
   * person, of which the newest for each line or source applies.
   */
  z.object({
    kind: z.literal('live'),
    state: LiveState,
    /** How far the text lags behind the sound, ms. */
    lagMs: count,
    /** Why it failed; null in any other state. */
    error: WireErrorShape.nullable(),
    /** Names of a model that could not be used and of the one used instead. */
    fallback: z.object({ model: z.string(), by: z.string(), error: WireErrorShape }).nullable(),
    /** What is being said; replaced by its final line. */
    draft: LiveDraftText.nullable(),
    fromLine: count,
    lines: z.array(LiveLine),
    fromSpoken: count,
    spoken: z.array(SpokenStretch),
    fromChange: count,
    changes: z.array(LiveChangeShape),
  }),
  /**
   * The recording ended, here or in another window, at `atMs` by the blocks' clock; blocks are dropped from
   * now on.
   */
  z.object({ kind: z.literal('stopped'), reason: z.string(), atMs: z.number() }),
  /** `attach` failed. */
  z.object({ kind: z.literal('refused'), error: WireErrorShape }),
])
export type SoundToPage = z.infer<typeof SoundToPage>

/** Size of one binary message: a block of one second. */
export const MAX_SOUND_BYTES = 128 * 1024
