import { z } from 'zod'
import { cutReasons } from '#core/transcript/cut-reason'
import { SpansShape } from '../opinion-settings.ts'
import type { CallGroup } from './call.ts'

const time = z.number().int().nonnegative()

/** A stretch of a recording without words that is cut (`core/transcript/cut-reason.ts`), in ms of the recording. */
export const CutStretchShape = z
  .object({ id: z.string().min(1).max(100), startMs: time, endMs: time, reason: z.enum(cutReasons) })
  .refine(({ startMs, endMs }) => endMs > startMs)

const recording = z.object({ recordingId: z.string() })
const MOST = 20_000

/** Words are cut by edits: marks of the kind `cut`. */
export const cutCalls = {
  /** In order of time (event `cut-changed`). */
  stretches: { in: recording, out: z.array(CutStretchShape) },
  /** Times of recognized words that a person deleted from a transcript's text, in order. */
  deleted: { in: z.object({ transcriptId: z.string() }), out: SpansShape },
  /**
   * What is wrong at the joins of a transcript's cut that were recognized again (core's JoinFaults; event `joins-checked`), by
   * key of core's JoinToRecognize; also of joins that it no longer has.
   */
  checkedJoins: {
    in: z.object({ transcriptId: z.string() }),
    out: z.array(z.object({ key: z.string(), clipped: z.array(z.string()), heard: z.array(z.string()) })),
  },
  /**
   * Recognizes the joins of a transcript's cut again that were not yet, as a job; null if there are none. Faults:
   * `recording.no-transcript`, `transcript.running`, those of the model and language.
   */
  checkJoins: {
    in: z.object({ transcriptId: z.string() }),
    out: z.object({ jobId: z.string().nullable() }),
  },
  /**
   * Adds stretches, or replaces those with the same ids, and removes others by id. Consecutive changes with the same
   * `stepId` are undone together (`transcripts.undo`, `moments.takeBack`). Fault `recording.unknown`.
   */
  change: {
    in: recording.extend({
      set: z.array(CutStretchShape).max(MOST).exactOptional(),
      remove: z.array(z.string()).max(MOST).exactOptional(),
      stepId: z.string().min(1).max(100).exactOptional(),
    }),
    out: z.object({}),
  },
} as const satisfies CallGroup
