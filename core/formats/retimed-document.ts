import { movedTime, type TimeMap } from '../captions/retiming/time-map.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import type { DocumentWithExtras } from './format.ts'

/** The document with all times moved: times before 0 become 0, and nothing is dropped. */
export function retimedDocument(document: DocumentWithExtras, map: TimeMap): DocumentWithExtras {
  const { recording } = document
  const { frames, ...transcript } = document.transcript
  const at = (ms: number): number => Math.max(0, movedTime(ms, map))
  const span = <Timed extends { readonly startMs: number; readonly endMs: number }>(timed: Timed): Timed => ({
    ...timed,
    startMs: at(timed.startMs),
    endMs: at(timed.endMs),
  })
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({
      ...span(word),
      ...(word.was === undefined ? {} : { was: word.was.map(span) }),
    })),
  }))
  const marks = transcript.marks.map((mark) => withMappedTimes(mark, at))
  const turns = transcript.turns.map(span).filter(({ startMs, endMs }) => endMs > startMs)
  const moments = recording.moments?.map((moment) => ({ ...moment, atMs: at(moment.atMs) }))
  const durationMs = Math.max(at(recording.durationMs), ...(recording.durationMs === 0 ? [] : [1]))
  const part = document.part === undefined ? {} : { part: span(document.part) }
  return {
    ...document,
    ...part,
    recording: { ...recording, durationMs, ...(moments === undefined ? {} : { moments }) },
    transcript: {
      ...transcript,
      paragraphs,
      marks,
      turns,
      // Stretched, the captions belong to another film, whose frames are not known.
      ...(frames === undefined || map.ratio !== 1 ? {} : { frames }),
    },
  }
}

/** How many words would begin before the start of the film. */
export const wordsBeforeStart = ({ transcript }: DocumentWithExtras, map: TimeMap): number =>
  transcript.paragraphs.reduce(
    (sum, { words }) => sum + words.filter(({ startMs }) => movedTime(startMs, map) < 0).length,
    0,
  )
