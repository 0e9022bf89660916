import { isCaptionTime, withMappedTimes } from './marks/mark-times.ts'
import { movedExactly, movedTime, type TimeMap } from './time-map.ts'
import type { Paragraph, Transcript } from './transcript.ts'

/**
 * The transcript with all times of its words, turns and marks moved, and its captions where they are shown from these:
 * times before 0 become 0, those after the end the end, and nothing is dropped.
 */
export function retimedTranscript(transcript: Transcript, map: TimeMap, endMs = Infinity): Transcript {
  const at = (ms: number): number => Math.min(Math.max(0, movedTime(ms, map)), endMs)
  const span = <Timed extends { readonly startMs: number; readonly endMs: number }>(timed: Timed): Timed => ({
    ...timed,
    startMs: at(timed.startMs),
    endMs: at(timed.endMs),
  })
  // Where captions are moved once more, their times can be outside the recording, and are rounded then.
  const setAt = (ms: number): number =>
    transcript.captionTiming === undefined ? at(ms) : movedExactly(ms, map)
  const paragraphs = transcript.paragraphs.map((paragraph): Paragraph => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({
      ...span(word),
      ...(word.was === undefined ? {} : { was: word.was.map(span) }),
    })),
  }))
  return {
    ...transcript,
    turns: transcript.turns.map(span).filter((turn) => turn.endMs > turn.startMs),
    paragraphs,
    marks: transcript.marks.map((mark) => withMappedTimes(mark, isCaptionTime(mark) ? setAt : at)),
  }
}
