import { z } from 'zod'
import { SpeakerShape } from '../edits.ts'
import type { CallGroup } from './call.ts'
import { JobCard } from './jobs.ts'

/** Who spoke when, for a recording's portrait: columns, in order of time, at most a few hundred stitches. */
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
  /** Of the list to check as the editor opens with it; null while a job writes, and until they are counted. */
  places: z
    .object({
      toCheck: z.number().int().nonnegative(),
      /** That a person has accepted or corrected. */
      checked: z.number().int().nonnegative(),
    })
    .nullable(),
  corrected: z.boolean(),
  portrait: Portrait,
})
export type TranscriptCard = z.infer<typeof TranscriptCard>

export const RecordingCard = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  /** Where the original lies; null where the library keeps it itself or nobody knows. Never sent to a page in a browser. */
  path: z.string().nullable(),
  /** 0 for one that came with its transcript alone: its file was never seen. */
  bytes: z.number().int().nonnegative(),
  addedAtMs: z.number(),
  /** The file's own time. */
  modifiedAtMs: z.number(),
  /** Null before the first track was decoded. */
  durationMs: z.number().int().nonnegative().nullable(),
  hasVideo: z.boolean(),
  /** Sound for playing (the proxy) is there. */
  playable: z.boolean(),
  /** The original is not where it was. */
  missing: z.boolean(),
  tags: z.array(z.string()),
  /** The current one. */
  transcript: TranscriptCard.nullable(),
  /** The newest job that is not done. */
  job: JobCard.nullable(),
})
export type RecordingCard = z.infer<typeof RecordingCard>

export const RecordingFilter = z.enum(['all', 'to-check', 'checked'])

export const RecordingSort = z.enum(['newest', 'oldest', 'title', 'longest', 'least-checked'])
export type RecordingSort = z.infer<typeof RecordingSort>

/** Which recordings a list holds, and in which order. */
export const RecordingChoice = z.object({
  /** Whether places of the current transcript are to be checked; a running one, or one not counted yet, is neither. */
  filter: RecordingFilter,
  sort: RecordingSort,
  tag: z.string().nullable(),
})
export type RecordingChoice = z.infer<typeof RecordingChoice>

/** Of the whole library: recordings a filter, and every tag once, in order. */
export const RecordingCounts = z.object({
  all: z.number().int().nonnegative(),
  toCheck: z.number().int().nonnegative(),
  checked: z.number().int().nonnegative(),
  tags: z.array(z.string()),
})
export type RecordingCounts = z.infer<typeof RecordingCounts>

/** A page of the list where none is named. */
export const LIST_PAGE = 100

const recording = z.object({ recordingId: z.string() })

/** The recording that a file became or belongs to. */
export const AddedFile = recording.extend({
  /** Of a file that is a transcript: whether the recording had that very one already. Null for a recording. */
  transcript: z.enum(['new', 'known']).nullable(),
})
export type AddedFile = z.infer<typeof AddedFile>

export const recordingCalls = {
  /** The first of all, newest first, unless another choice is given; a library holds thousands. */
  list: {
    in: RecordingChoice.partial().extend({ limit: z.number().int().min(1).optional() }),
    out: z.array(RecordingCard),
  },
  counts: { in: z.object({}), out: RecordingCounts },
  /** Those that there are, in that order. */
  getMany: { in: z.object({ recordingIds: z.array(z.string()).max(1_000) }), out: z.array(RecordingCard) },
  get: { in: recording, out: RecordingCard },
  /** Technical facts for the panel of details. */
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
      /** Of the job that wrote the transcript, where it is known. */
      tookMs: z.number().nullable(),
    }),
  },
  rename: { in: recording.extend({ title: z.string().trim().min(1).max(300) }), out: z.object({}) },
  setTags: {
    in: recording.extend({ tags: z.array(z.string().trim().min(1).max(60)).max(50) }),
    out: z.object({}),
  },
  /** What a deletion would take, to be named before it is asked for. */
  deletion: {
    in: recording,
    out: z.object({
      title: z.string(),
      transcripts: z.number().int(),
      corrections: z.number().int(),
      cachedBytes: z.number(),
      /** The original lies in the library (a copy, or sent by a browser) and goes too. */
      originalGoes: z.boolean(),
    }),
  },
  delete: { in: recording, out: z.object({ files: z.number().int() }) },
  /** Adds the file at a path of this computer: a recording, or a transcript (`.parolo.json`) with its recording. */
  add: { in: z.object({ path: z.string() }), out: AddedFile, localOnly: true },
  /** The sample conversation that comes with the program. */
  addSample: { in: z.object({ language: z.enum(['en', 'fr']) }), out: recording },
  /** Makes the sound to play again, as the cache may be deleted at any time. Faults: `media.moved`, those of decoding. */
  prepareSound: { in: recording, out: z.object({}) },
  /** The original has moved: it is at `path` now. Fault `import.other-file` where the content differs. */
  locate: { in: recording.extend({ path: z.string() }), out: z.object({}), localOnly: true },
  /** Where the words are said, who of that name speaks, and recordings whose title holds them. */
  search: {
    in: z.object({ words: z.string().max(500), limit: z.number().int().min(1).max(500) }),
    out: z.object({
      titles: z.array(z.object({ recordingId: z.string(), title: z.string() })),
      hits: z.array(
        z.object({
          recordingId: z.string(),
          title: z.string(),
          transcriptId: z.string(),
          paragraphId: z.string(),
          startMs: z.number().int(),
          speakerId: z.string().nullable(),
          speakerName: z.string().nullable(),
          speakerNumber: z.number().int().nullable(),
          snippet: z.string(),
          words: z.array(
            z.object({ id: z.string(), text: z.string(), startMs: z.number(), endMs: z.number() }),
          ),
        }),
      ),
    }),
  },
} as const satisfies CallGroup
