import { z } from 'zod'
import { EditShape, MarkShape, SpeakerShape, TurnShape } from '../edits.ts'
import type { CallGroup } from './call.ts'

/** A paragraph whose words are columns (core/words/columns), as JSON text. */
export const ParagraphShape = z.object({
  id: z.string(),
  speakerId: z.string().nullable(),
  language: z.string(),
  kind: z.enum(['speech', 'sound', 'note']),
  words: z.string(),
})

/** What undo or redo would take back: the kind of edit (`historyKindOf`), for its name in the menu. */
export const HistoryLabel = z.object({ stepId: z.string(), kind: z.string() }).nullable()
export type HistoryLabel = z.infer<typeof HistoryLabel>

export const TranscriptHead = z.object({
  id: z.string(),
  recordingId: z.string(),
  language: z.string(),
  /** Core's Run, as JSON text. */
  run: z.string(),
  state: z.enum(['running', 'done']),
  /** Rises with every change, the engine's too. */
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
})
export type TranscriptState = z.infer<typeof TranscriptState>

/** The newest state, with the words of those paragraphs alone that were asked for. */
export const TranscriptUpdate = TranscriptState.extend({
  /** Ids of all paragraphs, in reading order. */
  order: z.array(z.string()),
})
export type TranscriptUpdate = z.infer<typeof TranscriptUpdate>

/** What became of edits, an undo or a redo. */
export const EditOutcome = z.object({
  version: z.number().int(),
  editNumber: z.number().int(),
  /**
   * True where the state on which it was made was the newest: whoever applied the same edits holds the same bytes.
   * False: it was carried over; ask for `paragraphIds` with `update`.
   */
  asSent: z.boolean(),
  /** Paragraphs that are new or changed, and those that went. */
  paragraphIds: z.array(z.string()),
  removedIds: z.array(z.string()),
  /** Ids of edits that could not be made here any more; nothing typed is ever among them. */
  refused: z.array(z.string()),
  undo: HistoryLabel,
  redo: HistoryLabel,
})
export type EditOutcome = z.infer<typeof EditOutcome>

const transcript = z.object({ transcriptId: z.string() })

export const transcriptCalls = {
  get: { in: transcript, out: TranscriptState },
  update: { in: transcript.extend({ paragraphIds: z.array(z.string()) }), out: TranscriptUpdate },
  /**
   * Applies edits in their order, all in one transaction, on the newest state. `baseNumber`: the newest edit that
   * their maker had seen. `stepId`: undone together with all of that step. An edit whose id is in the log already
   * (sent again after a lost connection) is left out.
   */
  edit: {
    in: transcript.extend({
      edits: z.array(EditShape).min(1).max(20_000),
      baseNumber: z.number().int().nonnegative(),
      stepId: z.string().exactOptional(),
    }),
    out: EditOutcome,
  },
  /** `id`: of the entry that it makes. Null where there is nothing to take back. */
  undo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  redo: { in: transcript.extend({ id: z.string() }), out: EditOutcome.nullable() },
  /** Counts the speakers anew from what was heard; null: how many is found out. An edit like any other. */
  recount: {
    in: transcript.extend({ id: z.string(), speakers: z.number().int().min(1).max(64).nullable() }),
    out: EditOutcome,
  },
  /** What doubts rest on besides the words (core/doubt): JSON of core's DoubtEvidence. */
  evidence: { in: transcript, out: z.object({ evidence: z.string() }) },
} as const satisfies CallGroup
