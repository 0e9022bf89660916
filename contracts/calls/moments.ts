import { z } from 'zod'
import { MAX_CHAPTER_TITLE_LENGTH } from '#core/chapters/chapter'
import { MAX_MOMENT_TEXT_LENGTH } from '#core/moments/moment'
import type { CallGroup } from './call.ts'

const text = z.string().max(MAX_MOMENT_TEXT_LENGTH)
const atTime = {
  id: z.string().min(1).max(100),
  /** In the recording's own time. */
  atMs: z.number().int().nonnegative(),
}

/** A moment of a kind that this program knows (`core/moments/moment.ts`). */
export const KnownMoment = z.discriminatedUnion('kind', [
  z.object({ ...atTime, kind: z.literal('decision'), value: text }),
  z.object({ ...atTime, kind: z.literal('bookmark'), value: text }),
  z.object({
    ...atTime,
    kind: z.literal('action'),
    value: z.object({ text, who: text, until: text }),
  }),
])

const address = z.string().max(4_000)

/** A chapter (`core/chapters/chapter.ts`). */
export const ChapterShape = z.object({
  ...atTime,
  title: z.string().max(MAX_CHAPTER_TITLE_LENGTH),
  link: address,
  picture: address,
  isListed: z.boolean(),
})

export const Meeting = z.object({ date: z.string().max(300), place: z.string().max(300) })
export type Meeting = z.infer<typeof Meeting>

const recording = z.object({ recordingId: z.string() })
/** Consecutive changes with the same id are undone together (`transcripts.undo`). */
const step = { stepId: z.string().min(1).max(100).exactOptional() }
const done = z.object({})

export const momentCalls = {
  /** In order of time, without kinds that this program does not know (event `moments-changed`). */
  list: { in: recording, out: z.array(KnownMoment) },
  /** Adds a moment, or replaces the one with the same id. Fault `recording.unknown`. */
  set: { in: recording.extend({ moment: KnownMoment, ...step }), out: done },
  /** Moments of the kind `chapter`, in order of time. */
  chapters: { in: recording, out: z.array(ChapterShape) },
  /** Adds a chapter, or replaces the one with the same id. Fault `recording.unknown`. */
  setChapter: { in: recording.extend({ chapter: ChapterShape, ...step }), out: done },
  /** Removes a moment of any kind, chapters included. */
  remove: { in: recording.extend({ momentId: z.string(), ...step }), out: done },
  /** Reverses a step, even if others followed it; does nothing if it is already undone. */
  takeBack: { in: recording.extend({ stepId: z.string() }), out: done },
  /**
   * Date and place for minutes as typed, each empty if there is none, and the date to print if none was
   * typed.
   */
  meeting: { in: recording, out: z.object({ typed: Meeting, knownDate: z.string() }) },
  /** Fault `recording.unknown`. */
  setMeeting: { in: recording.extend({ typed: Meeting }), out: done },
} as const satisfies CallGroup
