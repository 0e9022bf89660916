import { z } from 'zod'
import { SheetShape } from '../sheet.ts'
import { SpansShape } from '../opinion-settings.ts'
import {
  CaptionSettingsShape,
  CaptionTimingShape,
  EditShape,
  MarkShape,
  SpeakerShape,
  StoredFillersShape,
  StoredNumbersShape,
  TurnShape,
} from '../edits.ts'
import type { CallGroup } from './call.ts'

/** A paragraph with its words as columns (core/words/columns), as JSON text. */
export const ParagraphShape = z.object({
  id: z.string(),
  speakerId: z.string().nullable(),
  language: z.string(),
  kind: z.enum(['speech', 'sound', 'note']),
  words: z.string(),
})

const VideoFramesShape = z.object({
  numerator: z.number().int().positive(),
  denominator: z.number().int().positive(),
  drops: z.boolean(),
  firstUs: z.number().int(),
  isVariable: z.boolean(),
})

/**
 * What undo or redo would reverse, for its name in the menu: the kind of edit (`historyKindOf`) or of a
 * moment's change (`momentHistoryKind`).
 */
export const HistoryLabel = z.object({ stepId: z.string(), kind: z.string() }).nullable()
export type HistoryLabel = z.infer<typeof HistoryLabel>

export const TranscriptHead = z.object({
  id: z.string(),
  recordingId: z.string(),
  language: z.string(),
  /** Core's Run, as JSON text. */
  run: z.string(),
  state: z.enum(['running', 'done']),
  /** Increases with every change, including the engine's. */
  version: z.number().int(),
  /** Number of the newest edit, 0 before the first. */
  editNumber: z.number().int(),
  undo: HistoryLabel,
  redo: HistoryLabel,
})

export const TranscriptState = TranscriptHead.extend({
  speakers: z.array(SpeakerShape),
  turns: z.array(TurnShape),
  marks: z.array(MarkShape),
  paragraphs: z.array(ParagraphShape),
  /** Of the recording's video; omitted without one. */
  frames: VideoFramesShape.exactOptional(),
  /** Omitted if captions are shown when their words are said. */
  captionTiming: CaptionTimingShape.exactOptional(),
  /** Omitted for the default rules. */
  captionRules: CaptionSettingsShape.exactOptional(),
  fillers: StoredFillersShape.exactOptional(),
  numbers: StoredNumbersShape.exactOptional(),
  /** Ids of the edits after `since`, if given: a page does not apply its own edits twice. */
  editIds: z.array(z.string()).exactOptional(),
})
export type TranscriptState = z.infer<typeof TranscriptState>

/** The newest state, with the words of only the requested paragraphs. */
export const TranscriptUpdate = TranscriptState.extend({
  /** Ids of all paragraphs, in reading order. */
  order: z.array(z.string()),
})
export type TranscriptUpdate = z.infer<typeof TranscriptUpdate>

/** The result of edits, an undo or a redo. */
export const EditOutcome = z.object({
  version: z.number().int(),
  editNumber: z.number().int(),
  /**
   * True if it was applied to the newest state: a client that applied the same edits has the same bytes.
   * False: it was rebased; request `paragraphIds` with `update`.
   */
  asSent: z.boolean(),
  /** Paragraphs that were added, changed or removed. */
  paragraphIds: z.array(z.string()),
  removedIds: z.array(z.string()),
  /** Ids of edits that could no longer be applied; never text edits. */
  refused: z.array(z.string()),
  undo: HistoryLabel,
  redo: HistoryLabel,
})
export type EditOutcome = z.infer<typeof EditOutcome>

const transcript = z.object({ transcriptId: z.string() })
const since = { since: z.number().int().nonnegative().exactOptional() }
const pair = z.object({ fromTranscriptId: z.string(), toTranscriptId: z.string() })

/** One of a recording's transcripts. */
export const TranscriptCard = z.object({
  id: z.string(),
  /** The job that wrote it; null for an imported one, and once the job is deleted. */
  jobId: z.string().nullable(),
  language: z.string(),
  state: z.enum(['running', 'done']),
  /** Names of its speech models; empty for an imported one. */
  models: z.array(z.string()),
  /** Whether a person has edited it. */
  corrected: z.boolean(),
  /** Whether it is the one shown and searched. */
  current: z.boolean(),
  /** Replaces no other transcript until a person chooses it: an aligned text, or one of a part. */
  waits: z.boolean(),
  /** Name of the aligned text; null for any other transcript. */
  alignedText: z.string().nullable(),
  /** The part that it covers, ms, if that is less than what is kept of the recording. */
  part: z.object({ startMs: z.number().int(), endMs: z.number().int() }).nullable(),
})

export const transcriptCalls = {
  /** All transcripts of a recording, oldest first. Fault `recording.unknown`. */
  list: { in: z.object({ recordingId: z.string() }), out: z.array(TranscriptCard) },
  /**
   * Another transcript of the same recording as a second text of this one: as `opinions.get`, with the number
   * of places where they differ (core/second-opinion/find-differences). Faults: `recording.no-transcript`,
   * `transcript.other-recording`.
   */
  compare: {
    in: transcript.extend({ otherId: z.string() }),
    out: z.object({
      opinion: z.string(),
      removed: SpansShape,
      differences: z.number().int().nonnegative(),
    }),
  },
  /** `since`: number of an edit. */
  get: { in: transcript.extend(since), out: TranscriptState },
  update: { in: transcript.extend({ paragraphIds: z.array(z.string()), ...since }), out: TranscriptUpdate },
  /**
   * Applies edits in order, in one transaction, to the newest state. `baseNumber`: the newest edit known to
   * the client. `stepId`: edits with the same one are undone together. An edit whose id is already in the log
   * (sent again after a lost connection) is ignored.
   */
  edit: {
    in: transcript.extend({
      edits: z.array(EditShape).min(1).max(20_000),
      baseNumber: z.number().int().nonnegative(),
      stepId: z.string().exactOptional(),
    }),
    out: EditOutcome,
  },
  /**
   * Reverses the newest step of the transcript, or of its recording's moments (event `moments-changed`).
   * `id`: for the new log entry. Null if there is nothing to reverse.
   */
  undo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  redo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  /** Counts the speakers again from stored data; null: detect their number. Logged like any other edit. */
  recount: {
    in: transcript.extend({ id: z.string(), speakers: z.number().int().min(1).max(64).nullable() }),
    out: EditOutcome,
  },
  /**
   * Makes names that were taken from the beginnings of captions words of these again, as one step of undo. `id`: of the
   * step. Fault `edit.refused` if it has no such speaker.
   */
  leaveNamesInText: {
    in: transcript.extend({ id: z.string(), names: z.array(z.string()).min(1).max(10_000) }),
    out: EditOutcome,
  },
  /**
   * Marks of one transcript that can be carried over to a newer one of the same recording; the requested
   * transcript is one of the two. Null if there are none, or a person declined. `count`: a comment and its
   * resolution are one mark.
   */
  markOffer: {
    in: transcript,
    out: pair.extend({ markIds: z.array(z.string()).min(1), count: z.number().int().positive() }).nullable(),
  },
  /** Stops offering all marks, or only these, of one transcript for the other. */
  declineMarkOffer: { in: pair.extend({ markIds: z.array(z.string()).exactOptional() }), out: z.object({}) },
  /**
   * The transcript whose recognized words gave an aligned text its times; null for any other transcript, and
   * if that one no longer exists.
   */
  recognized: { in: transcript, out: z.object({ transcriptId: z.string().nullable() }) },
  /**
   * Makes a finished transcript the current one of its recording, as the person's choice. Fault
   * `recording.no-transcript`.
   */
  makeNewest: { in: transcript, out: z.object({}) },
  /**
   * Marks it as checked by a person, now, or no longer, as one step of undo with that id. Fault:
   * `recording.no-transcript`.
   */
  setChecked: {
    in: transcript.extend({ checked: z.boolean(), stepId: z.string().exactOptional() }),
    out: z.object({}),
  },
  /** How it was made, and at what cost (core/sheet). */
  sheet: { in: transcript, out: SheetShape },
  /** The evidence for doubts besides the words (core/doubt): JSON of core's DoubtEvidence. */
  evidence: { in: transcript, out: z.object({ evidence: z.string() }) },
  /**
   * Which speaker's voice each stretch resembles, for the current speakers: JSON of core's ReviewEvidence
   * (core/speaker-review). Null if the voices cannot be compared: the embeddings are gone, or the text was
   * not transcribed.
   */
  voices: { in: transcript, out: z.object({ voices: z.string().nullable() }) },
  /**
   * Stretches of its speech as dots placed by voice similarity (core/how-it-works), coordinates 0–1. Empty if
   * no embeddings are kept.
   */
  voiceDots: {
    in: transcript,
    out: z.object({
      dots: z.array(z.object({ x: z.number(), y: z.number(), speakerId: z.string().nullable() })),
    }),
  },
} as const satisfies CallGroup
