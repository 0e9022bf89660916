import { z } from 'zod'
import { SpeakerShape } from '../edits.ts'
import type { CallGroup } from './call.ts'
import { JobCard } from './jobs.ts'

/** Who spoke when, for a recording's portrait: columns, in order of time, at most a few hundred entries. */
export const Portrait = z.object({
  /** Index into `speakers` of the card. */
  speakers: z.array(z.number().int().nonnegative()),
  startsMs: z.array(z.number().int()),
  endsMs: z.array(z.number().int()),
})
export type Portrait = z.infer<typeof Portrait>

export const TranscriptCard = z.object({
  id: z.string(),
  state: z.enum(['running', 'done']),
  language: z.string(),
  speakers: z.array(SpeakerShape),
  words: z.number().int().nonnegative(),
  /**
   * Counts of the list to check with the editor's default filter; null while a job writes, and until they are
   * computed.
   */
  places: z
    .object({
      toCheck: z.number().int().nonnegative(),
      /** Accepted or corrected by a person. */
      checked: z.number().int().nonnegative(),
    })
    .nullable(),
  corrected: z.boolean(),
  /** What it is of, ms, where that is only a part of what is kept of the recording. */
  part: z.object({ startMs: z.number().int(), endMs: z.number().int() }).nullable(),
  portrait: Portrait,
})
export type TranscriptCard = z.infer<typeof TranscriptCard>

/** A part of a recording, in ms of the whole. */
export const TimePart = z.object({
  startMs: z.number().int().nonnegative(),
  endMs: z.number().int().positive(),
})

export const RecordingCard = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  /**
   * Path of the original; null if the library has its own copy or the path is unknown. Never sent to a page in a
   * browser.
   */
  path: z.string().nullable(),
  /** 0 for a recording imported only as a transcript, whose media file is unknown. */
  bytes: z.number().int().nonnegative(),
  addedAtMs: z.number(),
  /** Modification time of the file. */
  modifiedAtMs: z.number(),
  /** Null until the first track has been decoded, unless the program recorded it. */
  durationMs: z.number().int().nonnegative().nullable(),
  hasVideo: z.boolean(),
  /** How many audio tracks the file has; 0 until that is known. */
  audioTracks: z.number().int().nonnegative(),
  /** Whether Parolo made those tracks, one for each source or person. */
  hasOwnTracks: z.boolean(),
  /** The part that is kept; null: all of it. */
  trim: TimePart.nullable(),
  /** Days `YYYY-MM-DD` on which the sound goes, or went; null: it stays. */
  soundDeletion: z.object({ dueOn: z.string().nullable(), deletedOn: z.string().nullable() }).nullable(),
  /** The day on which it is deleted with everything; null: it stays. */
  deletionDueOn: z.string().nullable(),
  /** Whether audio for playback (the proxy) exists. */
  playable: z.boolean(),
  /** Whether the original is no longer at its path; also where its sound was deleted. */
  missing: z.boolean(),
  tags: z.array(z.string()),
  /** The current transcript. */
  transcript: TranscriptCard.nullable(),
  /** The newest unfinished job that writes its text. */
  job: JobCard.nullable(),
})
export type RecordingCard = z.infer<typeof RecordingCard>

export const RecordingFilter = z.enum(['all', 'to-check', 'checked'])

export const RecordingSort = z.enum(['newest', 'oldest', 'title', 'longest', 'least-checked'])
export type RecordingSort = z.infer<typeof RecordingSort>

/** Which recordings a list contains, and in which order. */
export const RecordingChoice = z.object({
  /** By whether the current transcript has places to check; a running or not yet counted one matches neither. */
  filter: RecordingFilter,
  sort: RecordingSort,
  tag: z.string().nullable(),
})
export type RecordingChoice = z.infer<typeof RecordingChoice>

/** For the whole library: number of recordings by filter, and every tag once, in order. */
export const RecordingCounts = z.object({
  all: z.number().int().nonnegative(),
  toCheck: z.number().int().nonnegative(),
  checked: z.number().int().nonnegative(),
  tags: z.array(z.string()),
})
export type RecordingCounts = z.infer<typeof RecordingCounts>

/** Default page size of the list. */
export const LIST_PAGE = 100

/** A recording whose title, tags and date have the words. */
export const FoundTitle = z.object({ recordingId: z.string(), title: z.string() })

/** A paragraph that has the words, or whose speaker's name has them. */
export const FoundHit = z.object({
  recordingId: z.string(),
  title: z.string(),
  transcriptId: z.string(),
  paragraphId: z.string(),
  startMs: z.number().int(),
  speakerId: z.string().nullable(),
  speakerName: z.string().nullable(),
  speakerNumber: z.number().int().nullable(),
  snippet: z.string(),
  words: z.array(z.object({ id: z.string(), text: z.string(), startMs: z.number(), endMs: z.number() })),
})

const recording = z.object({ recordingId: z.string() })

/** A file may begin this long after the first, at most: a day. */
const MOST_OFFSET_MS = 86_400_000

/** The recording that was created from a file or that the file belongs to. */
export const AddedFile = recording.extend({
  /** For a transcript file: whether the recording already had exactly that one. Null for a recording. */
  transcript: z.enum(['new', 'known']).nullable(),
  /** How many errors of a transcript or captions were corrected in reading; omitted if there were none. */
  corrections: z.number().int().positive().exactOptional(),
  /** The sound of this recording had been deleted on purpose, and this file is that sound. */
  soundIsBack: z.literal(true).exactOptional(),
})
export type AddedFile = z.infer<typeof AddedFile>

export const recordingCalls = {
  /** One page of the list; by default the newest recordings, as a library may contain thousands. */
  list: {
    in: RecordingChoice.partial().extend({ limit: z.number().int().min(1).optional() }),
    out: z.array(RecordingCard),
  },
  counts: { in: z.object({}), out: RecordingCounts },
  /** The recordings that exist among these ids, in the given order. */
  getMany: { in: z.object({ recordingIds: z.array(z.string()).max(1_000) }), out: z.array(RecordingCard) },
  get: { in: recording, out: RecordingCard },
  /** Technical facts for the details panel. */
  details: {
    in: recording,
    out: z.object({
      tracks: z.array(
        z.object({
          index: z.number().int(),
          codec: z.string(),
          channels: z.number().nullable(),
          sampleRate: z.number().nullable(),
        }),
      ),
      folder: z.string().nullable(),
      models: z.array(z.object({ role: z.string(), id: z.string(), name: z.string() })),
      settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      /** Duration of the job that made the transcript, if known. */
      tookMs: z.number().nullable(),
      /**
       * Other finished transcripts that can be made the current one, oldest first, with the names of their speech
       * models: an uncorrected one cannot while the current one is corrected.
       */
      otherTranscripts: z.array(
        z.object({ id: z.string(), models: z.array(z.string()), corrected: z.boolean() }),
      ),
    }),
  },
  rename: { in: recording.extend({ title: z.string().trim().min(1).max(300) }), out: z.object({}) },
  /**
   * Keeps a part of the recording: only that is played, transcribed and exported. Null keeps all of it again; nothing of
   * the sound is lost. Faults: `recording.unknown`, `range.empty`, `range.beyond-end`.
   */
  trim: { in: recording.extend({ part: TimePart.nullable() }), out: z.object({}) },
  /**
   * Deletes for good what a trimmed recording does not keep, of its sound, transcripts and moments; times then count from
   * the part's start. Stops its jobs. Faults: `trim.none`, `trim.not-own` for a file that is not the library's,
   * `trim.not-equal`, `disk.full`, those of decoding.
   */
  cut: { in: recording, out: z.object({}) },
  setTags: {
    in: recording.extend({ tags: z.array(z.string().trim().min(1).max(60)).max(50) }),
    out: z.object({}),
  },
  /** What a deletion would remove, to be shown in the confirmation. */
  deletion: {
    in: recording,
    out: z.object({
      title: z.string(),
      transcripts: z.number().int(),
      corrections: z.number().int(),
      cachedBytes: z.number(),
      /** Whether the original is in the library (a copy, or sent by a browser) and is deleted too. */
      originalGoes: z.boolean(),
      /** Whether the original is a person's own file, which stays; neither where the sound was deleted. */
      originalStays: z.boolean(),
      /** Backups in the library, any of which may hold it. */
      backups: z.number().int(),
      /** Damaged libraries in `backups` that may hold it and stay (`room.overview`). */
      damagedCopies: z.number().int(),
      /** The day on which it is to be deleted; null: none. */
      dueOn: z.string().nullable(),
      /** Whether a part of the sound could be deleted for good: the library alone has it, and it has no video. */
      canCut: z.boolean(),
      /** Names of remembered voices; what is remembered of them from this recording goes. */
      rememberedVoices: z.array(z.string()),
    }),
  },
  /** Deletes a recording for good, by default from the library's backups too. */
  delete: {
    in: recording.extend({ keepBackups: z.boolean().optional() }),
    out: z.object({
      files: z.number().int(),
      /** Backups that held it, or were damaged and are deleted. */
      backups: z.number().int(),
      /** False while traces are left in the database's files: another program reads older states, or it is large and erased in the background. */
      isErased: z.boolean(),
    }),
  },
  /** Adds the file at a path of this computer: a recording, or a transcript or captions with their recording. */
  add: { in: z.object({ path: z.string() }), out: AddedFile, localOnly: true },
  /**
   * Makes one recording of several: of files that belong together, a track for each with its speaker's name, or of files
   * that follow one another. The others stay. Faults: `import.other-tracks`, those of `add`.
   */
  join: {
    in: z.object({
      recordingIds: z.array(z.string()).min(2).max(64),
      order: z.enum(['together', 'in-order']),
      /** By recording, for files that belong together; by default taken from the files' names. */
      names: z.array(z.string().trim().min(1).max(200)).optional(),
      /** By recording, for files that belong together: when each begins, ms; by default all at once. */
      offsetsMs: z.array(z.number().int().nonnegative().max(MOST_OFFSET_MS)).optional(),
      /** A name of the page's own, by which it asks for the progress. */
      request: z.string().min(1).max(100).optional(),
    }),
    out: recording,
  },
  /** How far a join of this name has come, 0–1; null if none runs. */
  joinProgress: {
    in: z.object({ request: z.string() }),
    out: z.object({ fraction: z.number().min(0).max(1).nullable() }),
  },
  /** Adds the sample conversation included with the program. */
  addSample: { in: z.object({ language: z.enum(['en', 'fr']) }), out: recording },
  /**
   * Creates the playback audio again, as the cache may be deleted at any time. Faults: `media.moved`, those of
   * decoding.
   */
  prepareSound: { in: recording, out: z.object({}) },
  /** Where the shots of the video begin, in ms; null if they were not looked for yet (event `shots-found`). */
  shots: { in: recording, out: z.object({ timesMs: z.array(z.number().int()).nullable() }) },
  /** Has the shots looked for by a job, once, and again if that failed; does nothing without video. */
  findShots: { in: recording, out: z.object({}) },
  /**
   * Sets the new path of a moved original. Fault `import.other-file` if the content differs. Captions without a recording
   * whose file another recording is become a transcript of that one, whose id is returned.
   */
  locate: { in: recording.extend({ path: z.string() }), out: recording, localOnly: true },
  /** Finds words in transcripts, speakers by name, and recordings by title. */
  search: {
    in: z.object({ words: z.string().max(500), limit: z.number().int().min(1).max(500) }),
    out: z.object({
      titles: z.array(FoundTitle),
      hits: z.array(FoundHit),
    }),
  },
} as const satisfies CallGroup
