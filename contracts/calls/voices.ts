import { z } from 'zod'
import type { CallGroup } from './call.ts'

const ms = z.number().int().nonnegative()
const span = z.object({ startMs: ms, endMs: ms })
const voice = z.object({ voiceId: z.string() })
const speaker = z.object({ transcriptId: z.string(), speakerId: z.string() })
/** Where a voice can be heard. */
const sample = span.extend({
  recordingId: z.string(),
  /** Title of the recording. */
  title: z.string(),
})

/** A voice that a person asked to remember. */
export const RememberedVoice = z.object({
  id: z.string(),
  name: z.string(),
  createdAtMs: z.number(),
  /** The recordings that it was made from, oldest first; at least one. */
  parts: z.array(
    sample.extend({
      /** Seconds of speech. */
      seconds: z.number(),
      /** False if another voice model made it: it is not compared with the chosen model's results. */
      isComparable: z.boolean(),
    }),
  ),
})
export type RememberedVoice = z.infer<typeof RememberedVoice>

/** A remembered person who may be a speaker without a name. Never applied automatically. */
export const VoiceOffer = z.object({
  speakerId: z.string(),
  voiceId: z.string(),
  name: z.string(),
  /** The remembered voice. */
  remembered: sample,
  /** The speaker in this recording. */
  here: span,
})
export type VoiceOffer = z.infer<typeof VoiceOffer>

const forgotten = z.object({
  /**
   * False while another program reads older states, or if the library is large: it is erased from the files
   * later.
   */
  isErased: z.boolean(),
  /** Damaged backups, which may contain it and are left unchanged. */
  unreadableBackups: z.number().int().nonnegative(),
})

/** Voices remembered at a person's request, only in this library. */
export const voiceCalls = {
  /** Ordered by name. */
  list: { in: z.object({}), out: z.array(RememberedVoice) },
  /**
   * Remembers the voice of a named speaker, or adds this recording to the voice with that name. Faults:
   * `recording.no-transcript`, `voice.no-name`, `voice.not-compared`, `voice.too-short`, `sound.deleted`.
   */
  remember: { in: speaker, out: voice.extend({ seconds: z.number() }) },
  /** Forgets a voice, or only what was learned from one recording. Fault `voice.unknown`. */
  forget: { in: voice.extend({ recordingId: z.string().exactOptional() }), out: forgotten },
  forgetAll: { in: z.object({}), out: forgotten.extend({ count: z.number().int().nonnegative() }) },
  /** For speakers without a name. Fault `recording.no-transcript`. */
  offers: { in: z.object({ transcriptId: z.string() }), out: z.object({ offers: z.array(VoiceOffer) }) },
  /**
   * The speaker in this span of the transcript's recording is not the remembered person: not offered again.
   * Faults: `recording.no-transcript`, `voice.unknown`.
   */
  decline: {
    in: voice.extend({ transcriptId: z.string(), here: span }),
    out: z.object({}),
  },
} as const satisfies CallGroup
