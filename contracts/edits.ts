import { z } from 'zod'
import type { Edit } from '#core/edits/edit'
import { type CaptionSettings, isCaptionSettings } from '#core/transcript/caption-settings'
import { type CaptionTiming, isCaptionTiming } from '#core/transcript/caption-timing'
import type { Mark } from '#core/transcript/marks/mark'
import { isMark } from '#core/transcript/marks/stored-mark'

const id = z.string().min(1).max(200)
const ms = z.number().int()
const NearTime = z.object({ startMs: ms, endMs: ms })
const speakerId = id.nullable()
/** Text cut from redacted words. */
const fromRedacted = z.array(z.string()).exactOptional()

export const SpeakerShape = z.object({
  id,
  name: z.string().nullable(),
  colour: z.number().int().nonnegative(),
  groupId: z.string().nullable(),
  redacted: z.literal(true).exactOptional(),
})
export const TurnShape = z.object({ speakerId: id, startMs: ms, endMs: ms })
/** Core's registry of kinds defines the valid values. */
export const MarkShape = z.custom<Mark>(isMark, 'not a mark of a known kind')
/**
 * Core checks members and size; settings that this version cannot read are kept, and the captions use the
 * defaults.
 */
export const CaptionSettingsShape = z.custom<CaptionSettings>(isCaptionSettings, 'not caption rules')

/** A move in time: by a ratio, and then later. */
export const CaptionTimingShape = z.custom<CaptionTiming>(isCaptionTiming, 'not a move in time')

/** Whether a transcript's fillers are hidden; omitted where they are shown. */
export const StoredFillersShape = z.literal('hidden')
/** How a transcript's numbers are written; omitted if they are written as spoken. */
export const StoredNumbersShape = z.literal('digits')

/** An edit as transferred. `restore` is not included: only undo creates it, on the side that has the log. */
export const EditShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('replace-text'),
    id,
    paragraphId: id,
    text: z.string(),
    base: z
      .object({
        afterWordId: id.nullable(),
        words: z.array(
          z.object({ id, before: z.string(), text: z.string(), redacted: z.literal(true).exactOptional() }),
        ),
        beforeWordId: id.nullable(),
        text: z.string(),
        at: z.number().int().nonnegative().exactOptional(),
        startMs: ms,
        endMs: ms,
      })
      .exactOptional(),
    fromRedacted,
  }),
  z.object({ kind: z.literal('split-paragraph'), id, wordId: id, offset: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('merge-paragraphs'), id, firstParagraphId: id, secondParagraphId: id }),
  z.object({
    kind: z.literal('assign-speaker'),
    id,
    target: z.union([
      z.object({ paragraphId: id }),
      z.object({ fromWordId: id, toWordId: id, near: NearTime.exactOptional() }),
    ]),
    speakerId,
  }),
  z.object({ kind: z.literal('merge-speakers'), id, fromSpeakerId: id, intoSpeakerId: id }),
  z.object({ kind: z.literal('rename-speaker'), id, speakerId: id, name: z.string().nullable() }),
  z.object({ kind: z.literal('redact-speaker'), id, speakerId: id, redacted: z.boolean() }),
  z.object({
    kind: z.literal('add-speaker'),
    id,
    name: z.string().nullable(),
    colour: z.number().int().nonnegative().exactOptional(),
  }),
  z.object({
    kind: z.literal('count-speakers'),
    id,
    speakers: z.array(SpeakerShape),
    turns: z.array(TurnShape),
    paragraphs: z.array(
      z.object({
        paragraphId: id,
        speakerId,
        changes: z.array(z.object({ wordId: id, speakerId })).exactOptional(),
        goesOnFrom: id.exactOptional(),
      }),
    ),
  }),
  z.object({ kind: z.literal('retime-word'), id, wordId: id, startMs: ms, endMs: ms }),
  z.object({
    kind: z.literal('insert-sound'),
    id,
    paragraphKind: z.enum(['speech', 'sound', 'note']),
    text: z.string(),
    startMs: ms,
    endMs: ms,
    fromRedacted,
  }),
  z.object({
    kind: z.literal('delete-paragraph'),
    id,
    paragraphId: id,
    text: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('insert-paragraphs'),
    id,
    afterParagraphId: id.nullable(),
    texts: z.array(z.string()),
    nearMs: ms,
    fromRedacted,
  }),
  z.object({
    kind: z.literal('delete-paragraphs'),
    id,
    paragraphs: z.array(z.object({ paragraphId: id, text: z.string() })),
  }),
  z.object({ kind: z.literal('set-mark'), id, mark: MarkShape, near: NearTime.exactOptional() }),
  z.object({
    kind: z.literal('remove-mark'),
    id,
    markId: id,
    markKind: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('set-caption-rules'), id, rules: CaptionSettingsShape.nullable() }),
  z.object({ kind: z.literal('set-fillers'), id, fillers: StoredFillersShape.nullable() }),
  z.object({ kind: z.literal('set-caption-timing'), id, timing: CaptionTimingShape.nullable() }),
  z.object({ kind: z.literal('retime-transcript'), id, move: CaptionTimingShape }),
  z.object({ kind: z.literal('set-numbers'), id, numbers: StoredNumbersShape.nullable() }),
])
export type SentEdit = z.infer<typeof EditShape>

// Compiles only if core's type and this schema agree.
export const sentEditIsAnEdit: (edit: SentEdit) => Edit = (edit) => edit
