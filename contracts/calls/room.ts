import { z } from 'zod'
import type { CallGroup } from './call.ts'

const bytes = z.number().nonnegative()
const recording = z.object({ recordingId: z.string() })
const done = z.object({})

/** A day by the calendar of the place, `YYYY-MM-DD`. */
export const Day = z.iso.date()

/** What a recording takes up on the disk, in bytes; without its text, which is small. */
export const RecordingRoom = recording.extend({
  title: z.string(),
  /** The sound that the library alone has; 0 for a person's own file, and where it was deleted. */
  soundBytes: bytes,
  /** Sound to play, its picture, samples to decode: made again when it is needed. */
  preparedBytes: bytes,
  /** Films with captions that wait to be downloaded. */
  filmBytes: bytes,
  /** Results of models. */
  resultBytes: bytes,
  /** The day on which its sound is to be deleted. */
  dueOn: Day.nullable(),
  /** The day on which it is to be deleted with everything. */
  deletionDueOn: Day.nullable(),
})
export type RecordingRoom = z.infer<typeof RecordingRoom>

/** A damaged library that is kept in the folder `backups`: no deletion can search it, so that it may hold what was deleted. */
export const DamagedCopy = z.object({
  /** Of its folder. */
  name: z.string(),
  bytes,
  /** The day on which it was kept, or last changed. */
  keptOn: Day,
})
export type DamagedCopy = z.infer<typeof DamagedCopy>

export const roomCalls = {
  /** What takes room on the disk of the library; sizes in bytes, read from the disk. */
  overview: {
    in: z.object({}),
    out: z.object({
      freeBytes: bytes,
      /** Sounds in the library: recorded here, uploaded, copied or joined. */
      soundBytes: bytes,
      /** Of recordings that run or are not finished yet. */
      runningBytes: bytes,
      preparedBytes: bytes,
      filmBytes: bytes,
      modelBytes: bytes,
      /** Texts, and the results of models, which are part of it. */
      databaseBytes: bytes,
      resultBytes: bytes,
      /** All of the folder `backups`: older databases, libraries that were replaced, and `damagedCopies`. */
      backupBytes: bytes,
      damagedCopies: z.array(DamagedCopy),
      /** Those that take up something, the largest first. */
      recordings: z.array(RecordingRoom),
    }),
  },
  /** What a deletion of the sound would delete, and what stands against it. */
  sound: {
    in: recording,
    out: z.object({
      /** False for a person's own file, which is never deleted. */
      isOwn: z.boolean(),
      hasVideo: z.boolean(),
      hasText: z.boolean(),
      soundBytes: bytes,
      preparedBytes: bytes,
      films: z.number().int().nonnegative(),
      /** Names of remembered voices; what is remembered of them from this recording goes. */
      rememberedVoices: z.array(z.string()),
    }),
  },
  /**
   * Deletes the sound for good, now; text, moments and minutes stay. Faults: `recording.unknown`, `sound.not-own`,
   * `sound.deleted`, `sound.no-text`, `sound.in-use`, those of the disk.
   */
  deleteSound: { in: recording, out: done },
  /**
   * The sound is deleted when the program runs on that day or later; null: it stays. Faults: `recording.unknown`,
   * `sound.not-own`, `sound.deleted`.
   */
  planDeletion: { in: recording.extend({ day: Day.nullable() }), out: done },
  /**
   * The recording is deleted with everything, as `recordings.delete` does it, when the program runs on that day or later;
   * null: it stays. Fault `recording.unknown`.
   */
  planWholeDeletion: { in: recording.extend({ day: Day.nullable() }), out: done },
  /** Deletes the prepared audio and waiting films; the sound stays. Faults: `recording.unknown`, `sound.in-use`, those of the disk. */
  deletePrepared: { in: recording, out: done },
  /** Deletes one of `damagedCopies` for good; one that is gone counts as deleted. Faults of the disk. */
  deleteDamagedCopy: { in: z.object({ name: z.string() }), out: done },
} as const satisfies CallGroup
