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
/** Time by the clock that blocks carry: ms since the epoch, never going back, with sleep (core/recording/steady-clock.ts). */
const clockMs = z.number().nonnegative()
const title = z.string().trim().min(1).max(300)

export const RecordedSourceShape = z.object({
  name: z.string().trim().min(1).max(300),
  role: z.enum(sourceRoles),
  device: z.string().max(1_000),
})

/** Kept with the recording; `given` is false where the tick was taken away again. */
export const ConsentShape = z.object({ given: z.boolean(), atMs: clockMs })

export const MomentShape = z.object({
  id: z.string().min(1).max(100),
  kind: z.enum(momentKinds),
  /** On the recording's own clock. */
  atMs: z.number().int().nonnegative(),
  value: z.json() as unknown as z.ZodType<JsonValue>,
})
export type MomentShape = { id: string; kind: MomentKind; atMs: number; value: JsonValue }

/** A recording that is being made, or whose file is, by any program. */
export const RunningCard = z.object({
  runningId: z.string(),
  title: z.string(),
  language: z.string(),
  people: count.nullable(),
  type: z.enum(recordingTypes),
  /** `finishing`: stopped and safe; its file is made and checked. */
  state: z.enum(['recording', 'paused', 'finishing']),
  /** Another program writes it: it is shown and left alone. */
  elsewhere: z.boolean(),
  /** Whether a page is connected for its sound, also while it is paused; true elsewhere. */
  isAttended: z.boolean(),
  startedAtMs: clockMs,
  /** Length so far. */
  durationMs: count,
  /** Of that, on disk. */
  safeMs: count,
  sources: z.array(
    RecordedSourceShape.extend({
      /** The number that the next block of the source has; a page that was reloaded goes on from it with a new run. */
      nextSequence: count,
      safeMs: count,
    }),
  ),
  consent: ConsentShape.nullable(),
  /** Text while recording was asked for; false elsewhere. */
  liveText: z.boolean().optional(),
  moments: z.array(MomentShape),
  /** Room on the disk at this rate; null before the first look, and elsewhere. */
  roomMinutes: count.nullable(),
  stopReason: z.enum(stopReasons).nullable(),
  /** While it is finishing, 0–1. */
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
        /** On the recording's own clock. */
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

/** The sound itself goes beside the calls: contracts/sound-wire.ts. */
export const recorderCalls = {
  /** How long a recording of so many sources may be on this disk. */
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
      /** Text while recording; it comes over the sound's channel. */
      liveText: z.boolean().optional(),
      /** The clock's zero: sound that was captured before is left out. */
      atMs: clockMs,
      /** Number of the first block of each source, where a page goes on with what it kept; 0 where left out. */
      firstSequences: z.array(count).max(16).optional(),
    }),
    out: running,
  },
  /** All that is being recorded in this library; usually none or one. */
  running: { in: z.object({}), out: z.array(RunningCard) },
  /** Sound captured from `atMs` on is left out, until `resume`. */
  pause: { in: running.extend({ atMs: clockMs }), out: done },
  resume: { in: running.extend({ atMs: clockMs }), out: done },
  /** The computer slept meanwhile: it is kept with the recording why its sound has a gap. */
  slept: { in: running.extend({ fromMs: clockMs, toMs: clockMs }), out: done },
  /** Adds a moment, or replaces the one with its id. */
  setMoment: { in: running.extend({ moment: MomentShape }), out: done },
  removeMoment: { in: running.extend({ momentId: z.string() }), out: done },
  /**
   * Changes the text while recording; pages get it over the sound's channel. Answers once it is safe on disk. Faults:
   * `edit.refused` for a line or source that is not there, `recorder.stopped`.
   */
  changeText: { in: running.extend({ change: LiveChangeShape }), out: done },
  setConsent: { in: running.extend({ consent: ConsentShape }), out: done },
  setTitle: { in: running.extend({ title }), out: done },
  /** Another device took the source over; its blocks have a new run. */
  setDevice: { in: running.extend({ source: count, device: z.string().max(1_000) }), out: done },
  /**
   * Answers once all sound is safe on disk, or cannot be written: `sources` says what is, `atMs` when it ended, which may be
   * before it was asked. Its file is made afterwards (`finishing`, then `recording-added`).
   */
  stop: {
    in: running.extend({ atMs: clockMs }),
    out: z.object({ sources: SafeSources, atMs: clockMs }),
  },
  /** Waits for the recording of the library that a stopped one becomes; null if nothing was recorded. */
  result: { in: running, out: z.object({ recordingId: z.string().nullable() }) },
  /**
   * Text that was made while the recording was: null if there was none. `canBeTranscript`: as there is no transcript, and
   * it has words. `lost`: what a person changed in it that has no place in the transcript, until it is put away.
   */
  liveText: { in: recording, out: KeptLiveText.nullable() },
  /** Makes a transcript of the text as it was while recording, with what a person changed in it. */
  takeLiveText: { in: recording, out: z.object({ transcriptId: z.string() }) },
  putAwayLostChanges: { in: recording, out: done },
  /** Interrupted recordings that were recovered: in the library already, and the person is asked. */
  recovered: { in: z.object({}), out: z.array(RecoveredCard) },
  /** The last ten seconds of a recovered recording as a WAV file, to be heard before it is decided on. */
  lastSeconds: { in: recording, out: z.object({ base64: z.string() }) },
  keep: { in: recording, out: done },
  /** Not asked again before the next start of this program. */
  later: { in: recording, out: done },
  /** Deletes the recording for good, with its sound; only after the person was asked. */
  discard: { in: recording, out: done },
} as const satisfies CallGroup
