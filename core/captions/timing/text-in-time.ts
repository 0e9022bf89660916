import { timeOnFrame } from '../../frames/frame-grid.ts'
import type { FrameGrid } from '../../frames/video-frames.ts'
import { type CaptionTiming, sameCaptionTiming, shownMs } from '../../transcript/caption-timing.ts'
import { isCaptionTime, withMappedTimes } from '../../transcript/marks/mark-times.ts'
import type { Mark, Paragraph, Transcript, Word } from '../../transcript/transcript.ts'

type TimedText = Pick<Transcript, 'paragraphs' | 'marks' | 'captionTiming'>

interface Known<Made> {
  readonly timing: CaptionTiming
  readonly frames: FrameGrid | undefined
  readonly made: Made
}

/** Paragraphs and marks never change in place; unchanged ones stay the same objects, so that their cues do. */
const knownParagraphs = new WeakMap<Paragraph, Known<Paragraph>>()
const knownMarks = new WeakMap<Mark, Known<Mark>>()

/**
 * The text with the times at which captions show its words, and those set by marks on frames; the same text if captions
 * are not moved in time.
 */
export function textInTime<Text extends TimedText>(text: Text, frames: FrameGrid | undefined): Text {
  const { captionTiming: timing, ...rest } = text
  if (timing === undefined) return text
  const isKnown = (known: Known<unknown> | undefined): boolean =>
    known !== undefined && known.frames === frames && sameCaptionTiming(known.timing, timing)
  const paragraphs = text.paragraphs.map((paragraph): Paragraph => {
    const known = knownParagraphs.get(paragraph)
    if (known !== undefined && isKnown(known)) return known.made
    const made = { ...paragraph, words: paragraph.words.map((word) => wordInTime(word, timing)) }
    knownParagraphs.set(paragraph, { timing, frames, made })
    return made
  })
  const marks = text.marks.map((mark): Mark => {
    if (!isCaptionTime(mark)) return mark
    const known = knownMarks.get(mark)
    if (known !== undefined && isKnown(known)) return known.made
    const made = withMappedTimes(mark, (ms) => shownMarkMs(ms, timing, frames))
    knownMarks.set(mark, { timing, frames, made })
    return made
  })
  // The compiler does not know that nothing but the optional member was removed.
  return { ...rest, paragraphs, marks } as unknown as Text
}

/** When captions show a time that a mark sets. */
export function shownMarkMs(
  ms: number,
  timing: CaptionTiming | undefined,
  frames: FrameGrid | undefined,
): number {
  return timing === undefined ? ms : timeOnFrame(shownMs(ms, timing), frames ?? null)
}

function wordInTime(word: Word, timing: CaptionTiming): Word {
  const startMs = shownMs(word.startMs, timing)
  return { ...word, startMs, endMs: shownMs(word.endMs, timing) }
}
