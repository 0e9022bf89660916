import { z } from 'zod'
import type { CallGroup } from './call.ts'

const bytes = z.number().nonnegative()
const recording = z.object({ recordingId: z.string() })
const done = z.object({})

/** A calendar day in local time, `YYYY-MM-DD`. */
export const Day = z.iso.date()

/** Disk usage of a recording in bytes; without its text, which is small. */
export const RecordingStorage = recording.extend({
  title: z.string(),
  /** Sound that exists only in the library; 0 for a person's own file, and after its sound was deleted. */
  soundBytes: bytes,
  /** Playback audio, picture and decoded samples: recreated when needed. */
  preparedBytes: bytes,
  /** Films with captions and files of sound that are ready to download. */
  filmBytes: bytes,
  /** Stored model results. */
  resultBytes: bytes,
  /** The day on which its sound is to be deleted. */
  dueOn: Day.nullable(),
  /** The day on which the whole recording is to be deleted. */
  deletionDueOn: Day.nullable(),
})
export type RecordingStorage = z.infer<typeof RecordingStorage>

/**
 * A damaged library kept in the folder `backups`: deletions cannot search it, so it may contain deleted data.
 */
export const DamagedCopy = z.object({
  /** Name of its folder. */
  name: z.string(),
  bytes,
  /** The day on which it was stored or last changed. */
  keptOn: Day,
})
export type DamagedCopy = z.infer<typeof DamagedCopy>

export const storageCalls = {
  /** What uses space on the library's disk; sizes in bytes, read from the disk. */
  overview: {
    in: z.object({}),
    out: z.object({
      freeBytes: bytes,
      /** Sounds in the library: recorded here, uploaded, copied or joined. */
      soundBytes: bytes,
      /** Recordings in progress or not finished yet. */
      runningBytes: bytes,
      preparedBytes: bytes,
      filmBytes: bytes,
      modelBytes: bytes,
      /** Texts, including the results of models. */
      databaseBytes: bytes,
      resultBytes: bytes,
      /** The whole folder `backups`: older databases, replaced libraries, and `damagedCopies`. */
      backupBytes: bytes,
      damagedCopies: z.array(DamagedCopy),
      /** Recordings that use space, largest first. */
      recordings: z.array(RecordingStorage),
    }),
  },
  /** What deleting the sound would remove, and what prevents it. */
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
      /** Names of remembered voices that lose what was learned from this recording. */
      rememberedVoices: z.array(z.string()),
    }),
  },
  /**
   * Permanently deletes the sound now; text, moments and minutes are kept. Faults: `recording.unknown`,
   * `sound.not-own`, `sound.deleted`, `sound.no-text`, `sound.in-use`, those of the disk.
   */
  deleteSound: { in: recording, out: done },
  /**
   * The sound is deleted when the program runs on or after that day; null: it is kept. Faults:
   * `recording.unknown`, `sound.not-own`, `sound.deleted`.
   */
  planDeletion: { in: recording.extend({ day: Day.nullable() }), out: done },
  /**
   * The whole recording is deleted, as by `recordings.delete`, when the program runs on or after that day;
   * null: it is kept. Fault `recording.unknown`.
   */
  planWholeDeletion: { in: recording.extend({ day: Day.nullable() }), out: done },
  /**
   * Deletes the prepared audio and films ready to download; the sound is kept. Faults: `recording.unknown`,
   * `sound.in-use`, those of the disk.
   */
  deletePrepared: { in: recording, out: done },
  /** Permanently deletes one of `damagedCopies`; succeeds if it no longer exists. Faults of the disk. */
  deleteDamagedCopy: { in: z.object({ name: z.string() }), out: done },
} as const satisfies CallGroup
