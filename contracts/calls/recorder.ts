import { z } from 'zod'
import {
  type MomentKind,
  momentKinds,
  recordingTypes,
  sourceRoles,
  stopReasons,
} from '#core/recording/journal-entry'
import type { JsonValue } from '#core/transcript/json-value'
import { LiveChangeShape, SafeSources } from '../sound-wire.ts'
import type { CallGroup } from './call.ts'

const count = z.number().int().nonnegative()
/**
 * Time of the blocks' clock: ms since the epoch, monotonic, sleep included (core/recording/steady-clock.ts).
 */
const clockMs = z.number().nonnegative()
const title = z.string().trim().min(1).max(300)

export const RecordedSourceShape = z.object({
  name: z.string().trim().min(1).max(300),
  role: z.enum(sourceRoles),
  device: z.string().max(1_000),
})

/** Stored with the recording; `given` is false if the box was unticked again. */
export const ConsentShape = z.object({ given: z.boolean(), atMs: clockMs })

export const MomentShape = z.object({
  id: z.string().min(1).max(100),
  kind: z.enum(momentKinds),
  /** In the recording's own time. */
  atMs: z.number().int().nonnegative(),
  value: z.json() as unknown as z.ZodType<JsonValue>,
})
export type MomentShape = { id: string; kind: MomentKind; atMs: number; value: JsonValue }

/** A recording in progress, or one whose file is being made, by any program. */
export const RunningCard = z.object({
  runningId: z.string(),
  title: z.string(),
  language: z.string(),
  people: count.nullable(),
  type: z.enum(recordingTypes),
  /** `finishing`: stopped and safe; its file is being made and checked. */
  state: z.enum(['recording', 'paused', 'finishing']),
  /** Another program records it: shown, but not controlled from here. */
  elsewhere: z.boolean(),
  /** Whether a page is connected to send its sound, including while paused; true if `elsewhere`. */
  isAttended: z.boolean(),
  startedAtMs: clockMs,
  /** Length so far. */
  durationMs: count,
  /** How much of it is on disk. */
  safeMs: count,
  sources: z.array(
    RecordedSourceShape.extend({
      /** Number of the source's next block; a page that was reloaded continues from it with a new run. */
      nextSequence: count,
      safeMs: count,
    }),
  ),
  consent: ConsentShape.nullable(),
  /** Whether text while recording was requested; false if `elsewhere`. */
  liveText: z.boolean().optional(),
  moments: z.array(MomentShape),
  /**
   * Minutes of recording that fit on the disk at this rate; null before the first check, and if `elsewhere`.
   */
  roomMinutes: count.nullable(),
  stopReason: z.enum(stopReasons).nullable(),
  /** Progress while finishing, 0–1. */
  finished: z.number().min(0).max(1).nullable(),
})
export type RunningCard = z.infer<typeof RunningCard>

export const RecoveredCard = z.object({
  recordingId: z.string(),
  title: z.string(),
  startedAtMs: clockMs,
  endedAtMs: clockMs,
  durationMs: count,
})
export type RecoveredCard = z.infer<typeof RecoveredCard>

export const KeptLiveText = z.object({
  canBeTranscript: z.boolean(),
  lost: z.object({
    corrections: z.array(
      z.object({
        /** In the recording's own time. */
        startMs: count,
        source: z.string(),
        was: z.string(),
        text: z.string(),
      }),
    ),
    names: z.array(z.object({ source: z.string(), name: z.string() })),
  }),
})
export type KeptLiveText = z.infer<typeof KeptLiveText>

const running = z.object({ runningId: z.string() })
const recording = z.object({ recordingId: z.string() })
const done = z.object({})

/** The sound itself is sent outside these calls: contracts/sound-wire.ts. */
export const recorderCalls = {
  /** How long a recording with this many sources can be on this disk. */
  room: {
    in: z.object({ sources: z.number().int().min(1).max(16) }),
    out: z.object({ freeBytes: count, minutes: count }),
  },
  /** Faults: `disk.full` if there is no room for one minute, `disk.read-only`, `disk.failed`. */
  start: {
    in: z.object({
      title,
      language: z.string().regex(/^(auto|[a-z]{2,3})$/),
      people: z.number().int().min(1).max(64).nullable(),
      type: z.enum(recordingTypes),
      sources: z.array(RecordedSourceShape).min(1).max(16),
      consent: ConsentShape.nullable(),
      /** Text while recording, sent over the sound's channel. */
      liveText: z.boolean().optional(),
      /** Start time: sound captured earlier is dropped. */
      atMs: clockMs,
      /** Number of each source's first block, for a page that resumes with blocks it kept; default 0. */
      firstSequences: z.array(count).max(16).optional(),
    }),
    out: running,
  },
  /** All recordings in progress in this library; usually none or one. */
  running: { in: z.object({}), out: z.array(RunningCard) },
  /** Drops sound captured from `atMs` until `resume`. */
  pause: { in: running.extend({ atMs: clockMs }), out: done },
  resume: { in: running.extend({ atMs: clockMs }), out: done },
  /** The computer slept during the recording: stored with it, to explain the gap in its sound. */
  slept: { in: running.extend({ fromMs: clockMs, toMs: clockMs }), out: done },
  /** Adds a moment, or replaces the one with the same id. */
  setMoment: { in: running.extend({ moment: MomentShape }), out: done },
  removeMoment: { in: running.extend({ momentId: z.string() }), out: done },
  /**
   * Changes the text while recording; pages get the change over the sound's channel. Answers once it is on
   * disk. Faults: `edit.refused` for an unknown line or source, `recorder.stopped`.
   */
  changeText: { in: running.extend({ change: LiveChangeShape }), out: done },
  setConsent: { in: running.extend({ consent: ConsentShape }), out: done },
  setTitle: { in: running.extend({ title }), out: done },
  /** Another device took over the source; its blocks form a new run. */
  setDevice: { in: running.extend({ source: count, device: z.string().max(1_000) }), out: done },
  /**
   * Answers once all sound is on disk or cannot be written: `sources` reports what is, `atMs` when the
   * recording ended, possibly before this call. Its file is made afterwards (`finishing`, then
   * `recording-added`).
   */
  stop: {
    in: running.extend({ atMs: clockMs }),
    out: z.object({ sources: SafeSources, atMs: clockMs }),
  },
  /** Waits until a stopped recording is in the library; null if nothing was recorded. */
  result: { in: running, out: z.object({ recordingId: z.string().nullable() }) },
  /**
   * The text made while recording; null if there was none. `canBeTranscript`: it has words and the recording
   * has no transcript. `lost`: changes by a person that have no place in the transcript, until dismissed.
   */
  liveText: { in: recording, out: KeptLiveText.nullable() },
  /** Makes a transcript of the text from recording time, including the person's changes. */
  takeLiveText: { in: recording, out: z.object({ transcriptId: z.string() }) },
  putAwayLostChanges: { in: recording, out: done },
  /**
   * Interrupted recordings that were recovered: already in the library, and waiting for the person's
   * decision.
   */
  recovered: { in: z.object({}), out: z.array(RecoveredCard) },
  /** The last ten seconds of a recovered recording as a WAV file, to listen to before deciding. */
  lastSeconds: { in: recording, out: z.object({ base64: z.string() }) },
  keep: { in: recording, out: done },
  /** Not asked again until this program's next start. */
  later: { in: recording, out: done },
  /** Deletes the recording permanently, with its sound; only after the person has confirmed. */
  discard: { in: recording, out: done },
} as const satisfies CallGroup
