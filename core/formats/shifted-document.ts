import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import type { DocumentWithExtras } from './format.ts'

/**
 * The document with all times delayed by an offset in ms, or earlier if it is negative: times before 0 become
 * 0, and nothing is dropped.
 */
export function shiftedDocument(document: DocumentWithExtras, offsetMs: number): DocumentWithExtras {
  if (offsetMs === 0) return document
  const { transcript, recording } = document
  const at = (ms: number): number => Math.max(0, ms + offsetMs)
  const span = <Timed extends { readonly startMs: number; readonly endMs: number }>(timed: Timed): Timed => ({
    ...timed,
    startMs: at(timed.startMs),
    endMs: at(timed.endMs),
  })
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => ({
    ...paragraph,
    words: paragraph.words.map(span),
  }))
  const marks = transcript.marks.map((mark) => withMappedTimes(mark, at))
  const turns = transcript.turns.map(span).filter(({ startMs, endMs }) => endMs > startMs)
  const moments = recording.moments?.map((moment) => ({ ...moment, atMs: at(moment.atMs) }))
  const durationMs = Math.max(at(recording.durationMs), ...(recording.durationMs === 0 ? [] : [1]))
  return {
    ...document,
    offsetMs: (document.offsetMs ?? 0) + offsetMs,
    recording: { ...recording, durationMs, ...(moments === undefined ? {} : { moments }) },
    transcript: { ...transcript, paragraphs, marks, turns },
  }
}
