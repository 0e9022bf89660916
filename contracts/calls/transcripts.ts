import { z } from 'zod'
import { SheetShape } from '../sheet.ts'
import { SpansShape } from '../opinion-settings.ts'
import {
  CaptionSettingsShape,
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

/**
 * What undo or redo would reverse: the kind of edit (`historyKindOf`), or of change of a moment (`momentHistoryKind`), for
 * its name in the menu.
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
  /** Omitted for the default rules. */
  captionRules: CaptionSettingsShape.exactOptional(),
  fillers: StoredFillersShape.exactOptional(),
  numbers: StoredNumbersShape.exactOptional(),
  /** Ids of the edits after `since`, if that was asked: what a page has made itself is not applied twice. */
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
   * True if it was made on the newest state: a client that applied the same edits has the same bytes. False: it was
   * carried over; request `paragraphIds` with `update`.
   */
  asSent: z.boolean(),
  /** Paragraphs that are new, changed or removed. */
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

/** A transcript among those of its recording. */
export const TranscriptCard = z.object({
  id: z.string(),
  language: z.string(),
  state: z.enum(['running', 'done']),
  /** Names of its speech models; empty for an imported one. */
  models: z.array(z.string()),
  /** Whether a person has edited it. */
  corrected: z.boolean(),
  /** Whether it is the one that is shown and searched. */
  current: z.boolean(),
  /** It takes the place of no other transcript until a person chooses it: an aligned text, or one of a part. */
  waits: z.boolean(),
  /** Name of the text that was aligned; null for any other transcript. */
  alignedText: z.string().nullable(),
  /** What it is of, ms, where that is only a part of what is kept of the recording. */
  part: z.object({ startMs: z.number().int(), endMs: z.number().int() }).nullable(),
})

export const transcriptCalls = {
  /** All of a recording, oldest first. Fault `recording.unknown`. */
  list: { in: z.object({ recordingId: z.string() }), out: z.array(TranscriptCard) },
  /**
   * Another transcript of the same recording as a second text of this one: as `opinions.get`, with the number of places
   * where they differ (core/opinion/find-differences). Faults: `recording.no-transcript`, `transcript.other-recording`.
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
   * Applies edits in order, all in one transaction, on the newest state. `baseNumber`: the newest edit known to the
   * client. `stepId`: edits with the same one are undone together. An edit whose id is already in the log (sent again
   * after a lost connection) is ignored.
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
   * Reverses the newest step of the transcript, or of the moments of its recording (event `moments-changed`). `id`: of the
   * new log entry. Null if there is nothing to reverse.
   */
  undo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  redo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  /** Counts the speakers again from stored data; null: detect their number. Logged like any other edit. */
  recount: {
    in: transcript.extend({ id: z.string(), speakers: z.number().int().min(1).max(64).nullable() }),
    out: EditOutcome,
  },
  /**
   * Marks of one transcript of the recording that a newer one can have; the transcript asked for is one of the two.
   * Null if there are none, or a person declined. `count`: a resolved comment is one mark.
   */
  markOffer: {
    in: transcript,
    out: pair.extend({ markIds: z.array(z.string()).min(1), count: z.number().int().positive() }).nullable(),
  },
  /** Does not offer the marks of one for the other again, or only these. */
  declineMarkOffer: { in: pair.extend({ markIds: z.array(z.string()).exactOptional() }), out: z.object({}) },
  /**
   * The transcript whose recognized words gave an aligned text its times; null for another transcript, and where that
   * one is gone.
   */
  recognized: { in: transcript, out: z.object({ transcriptId: z.string().nullable() }) },
  /** Makes a finished transcript the current one of its recording, as a person chose it. Fault `recording.no-transcript`. */
  makeNewest: { in: transcript, out: z.object({}) },
  /** How it was made, and at what cost (core/sheet). */
  sheet: { in: transcript, out: SheetShape },
  /** The evidence for doubts besides the words (core/doubt): JSON of core's DoubtEvidence. */
  evidence: { in: transcript, out: z.object({ evidence: z.string() }) },
  /**
   * Whose voice what is said is like, by the speakers as they are now: JSON of core's ReviewEvidence (core/speaker-review).
   * Null where the voices cannot be compared: what was found of them is gone, or the text is not of a transcription.
   */
  voices: { in: transcript, out: z.object({ voices: z.string().nullable() }) },
  /** Stretches of its speech as dots, by how they sound (core/how-it-works): from 0 to 1. Empty where nothing is kept. */
  voiceDots: {
    in: transcript,
    out: z.object({
      dots: z.array(z.object({ x: z.number(), y: z.number(), speakerId: z.string().nullable() })),
    }),
  },
} as const satisfies CallGroup
