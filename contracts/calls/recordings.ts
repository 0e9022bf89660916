import { z } from 'zod'
import { SpeakerShape } from '../edits.ts'
import type { CallGroup } from './call.ts'
import { JobCard } from './jobs.ts'
import { droppedCodes } from '#core/formats/reading/dropped-content'

/** Who speaks when, for a recording's portrait: columns, in order of time, at most a few hundred entries. */
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
   * Counts of the list to check with the editor's default filter; null while a job writes the text, and until
   * they are computed.
   */
  places: z
    .object({
      toCheck: z.number().int().nonnegative(),
      /** Accepted or corrected by a person. */
      checked: z.number().int().nonnegative(),
    })
    .nullable(),
  corrected: z.boolean(),
  /** When a person marked it as checked, Unix time in ms; null: never. */
  checkedAtMs: z.number().nullable(),
  /** The part that it covers, ms, if that is less than what is kept of the recording. */
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
  /** As its feed or its file says; null if they do not. The list is ordered by it, else by `addedAtMs`. */
  publishedAtMs: z.number().nullable(),
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
  /** Days `YYYY-MM-DD` on which the sound is to be deleted, or was deleted; null: it is kept. */
  soundDeletion: z.object({ dueOn: z.string().nullable(), deletedOn: z.string().nullable() }).nullable(),
  /** The day on which the whole recording is to be deleted; null: it is kept. */
  deletionDueOn: z.string().nullable(),
  /** Whether audio for playback (the proxy) exists. */
  playable: z.boolean(),
  /** Whether the original is no longer at its path, or its sound was deleted. */
  missing: z.boolean(),
  tags: z.array(z.string()),
  /** The current transcript. */
  transcript: TranscriptCard.nullable(),
  /** The newest unfinished job that writes its transcript. */
  job: JobCard.nullable(),
})
export type RecordingCard = z.infer<typeof RecordingCard>

export const RecordingFilter = z.enum(['all', 'to-check', 'checked'])

export const RecordingSort = z.enum(['newest', 'oldest', 'title', 'longest', 'least-checked'])
export type RecordingSort = z.infer<typeof RecordingSort>

/** Which recordings a list contains, and in which order. */
export const RecordingChoice = z.object({
  /**
   * By whether the current transcript has places to check; one that is being written or not yet counted
   * matches neither.
   */
  filter: RecordingFilter,
  sort: RecordingSort,
  tag: z.string().nullable(),
})
export type RecordingChoice = z.infer<typeof RecordingChoice>

/** For the whole library: number of recordings for each filter, and all tags in order, without duplicates. */
export const RecordingCounts = z.object({
  all: z.number().int().nonnegative(),
  toCheck: z.number().int().nonnegative(),
  checked: z.number().int().nonnegative(),
  tags: z.array(z.string()),
})
export type RecordingCounts = z.infer<typeof RecordingCounts>

/** Default page size of the list. */
export const LIST_PAGE = 100

/** A recording whose title, tags or date match. */
export const FoundTitle = z.object({ recordingId: z.string(), title: z.string() })

/** A paragraph that contains the words, or whose speaker's name does. */
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

/** Maximum delay of a file's start after the first one's: a day. */
const MAX_OFFSET_MS = 86_400_000

/** The recording created from a file, or the one that the file belongs to. */
export const AddedFile = recording.extend({
  /** For a transcript file: whether the recording already had exactly that one. Null for a recording. */
  transcript: z.enum(['new', 'known']).nullable(),
  /** It was added beside other transcripts of the recording. */
  isAnother: z.literal(true).exactOptional(),
  /**
   * Number of errors corrected while reading a transcript or captions, what was left out among them; omitted if
   * there were none.
   */
  corrections: z.number().int().positive().exactOptional(),
  /** What was left out in reading, by kind; omitted if nothing was. */
  dropped: z
    .array(z.object({ code: z.enum(droppedCodes), count: z.number().int().positive() }))
    .exactOptional(),
  /** Timecode of the start of the program in the file, from which its times count here. */
  programStart: z.string().exactOptional(),
  /** Names that were taken from the beginnings of captions as speakers; `transcripts.leaveNamesInText` undoes it. */
  namesInText: z.object({ transcriptId: z.string(), names: z.array(z.string()).min(1) }).exactOptional(),
  /** The sound of this recording had been deleted deliberately, and this file restores it. */
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
       * Other finished transcripts that can be made current, oldest first, with the names of their speech
       * models. Excludes uncorrected ones while the current one is corrected.
       */
      otherTranscripts: z.array(
        z.object({ id: z.string(), models: z.array(z.string()), corrected: z.boolean() }),
      ),
    }),
  },
  rename: { in: recording.extend({ title: z.string().trim().min(1).max(300) }), out: z.object({}) },
  /**
   * Keeps a part of the recording: only that part is played, transcribed and exported. Null keeps all of it
   * again; no sound is lost. Faults: `recording.unknown`, `range.empty`, `range.beyond-end`.
   */
  trim: { in: recording.extend({ part: TimePart.nullable() }), out: z.object({}) },
  /**
   * Permanently deletes what a trimmed recording does not keep of its sound, transcripts and moments; times
   * then count from the part's start. Stops its jobs. Faults: `trim.none`, `trim.not-own` for a file outside
   * the library, `trim.not-equal`, `disk.full`, those of decoding.
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
      /** Comments, chapters and other moments. */
      notes: z.number().int(),
      cachedBytes: z.number(),
      /** Whether the original is in the library (a copy, or sent by a browser) and is deleted too. */
      originalGoes: z.boolean(),
      /**
       * Whether the original is a person's own file, which is kept. Both are false if the sound was deleted.
       */
      originalStays: z.boolean(),
      /** Number of backups in the library; any of them may contain it. */
      backups: z.number().int(),
      /** Damaged libraries in `backups` that may contain it and are kept (`room.overview`). */
      damagedCopies: z.number().int(),
      /** The day on which it is to be deleted; null: no such day. */
      dueOn: z.string().nullable(),
      /**
       * Whether a part of the sound can be deleted permanently: only the library has it, and it has no video.
       */
      canCut: z.boolean(),
      /** Names of remembered voices that lose what was learned from this recording. */
      rememberedVoices: z.array(z.string()),
    }),
  },
  /** Deletes a recording permanently, by default from the library's backups too. */
  delete: {
    in: recording.extend({ keepBackups: z.boolean().optional() }),
    out: z.object({
      files: z.number().int(),
      /** Number of backups deleted because they contained it or were damaged. */
      backups: z.number().int(),
      /**
       * False while traces remain in the database's files: another program reads older states, or the
       * database is large and is erased in the background.
       */
      isErased: z.boolean(),
    }),
  },
  /**
   * Adds the file at a path on this computer: a recording, or a transcript or captions together with their
   * recording.
   */
  add: { in: z.object({ path: z.string() }), out: AddedFile, localOnly: true },
  /**
   * Makes one recording of several: either parallel files, one track each with its speaker's name, or
   * consecutive files. The sources are kept. Faults: `import.other-tracks`, those of `add`.
   */
  join: {
    in: z.object({
      recordingIds: z.array(z.string()).min(2).max(64),
      order: z.enum(['together', 'in-order']),
      /** For parallel files, by recording; defaults to names taken from the file names. */
      names: z.array(z.string().trim().min(1).max(200)).optional(),
      /** For parallel files, by recording: start of each, ms; by default all start together. */
      offsetsMs: z.array(z.number().int().nonnegative().max(MAX_OFFSET_MS)).optional(),
      /** An id chosen by the page to ask for the progress. */
      request: z.string().min(1).max(100).optional(),
    }),
    out: recording,
  },
  /** Progress of the join with this id, 0–1; null if none is running. */
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
  /** Display size of the original's moving picture, in pixels; null without one, or if the file cannot be read. */
  picture: {
    in: recording,
    out: z.object({
      size: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }).nullable(),
    }),
  },
  /** Start times of the video's shots, ms; null if shots have not been detected yet (event `shots-found`). */
  shots: { in: recording, out: z.object({ timesMs: z.array(z.number().int()).nullable() }) },
  /** Starts a job that detects shots, once, or again after a failure; does nothing without video. */
  findShots: { in: recording, out: z.object({}) },
  /**
   * Sets the new path of a moved original. Fault `import.other-file` if the content differs. Captions without
   * a recording, whose file is another recording's, become a transcript of that recording, whose id is
   * returned.
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
