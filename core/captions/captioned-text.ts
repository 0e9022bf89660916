import type { FrameGrid } from '../frames/video-frames.ts'
import { keptText } from '../outgoing/kept-part.ts'
import { type RedactableText, redactedText } from '../outgoing/redacted-text.ts'
import { type CaptionTiming, shownMs } from '../transcript/caption-timing.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import type { CaptionRules } from './caption-rules.ts'
import type { Cue } from './cue.ts'
import type { CueOptions } from './cue-options.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'
import { cuesInTime, type MovedGrid, partOnFrames } from './timing/cues-in-time.ts'
import { withWholeTimes } from './timing/whole-times.ts'

type CaptionableText = CaptionedTranscript & Pick<Transcript, 'paragraphs'>
type RedactableCaptions = RedactableText & Pick<Transcript, 'captionTiming'>

export interface Captioned<Text = CaptionableText> {
  /** What captions are cut from: the kept part, with placeholders for redacted words, at the recording's times. */
  readonly text: Text
  /** Own wordings and translations that are redacted as a whole in it. */
  readonly unplaced: readonly Mark[]
  /** The cues of that text as they are shown, with the ids of all words that placeholders replace. */
  readonly shownCues: (cues: Cue[]) => Cue[]
}

type TextOptions = Pick<CueOptions, 'language' | 'part' | 'isRedacted' | 'shownOn'>

/**
 * A text as its captions show it, on the page, in every file and in films. Captions that are moved in time are cut as
 * they are without that, so that they stay the same captions.
 */
export function captionedText<Text extends RedactableCaptions>(
  transcript: Text,
  { language, part, isRedacted = false, shownOn }: TextOptions,
  { gapMs, ...rules }: Pick<CaptionRules, 'frames' | 'gapMs'>,
): Captioned<Text> {
  const { captionTiming: timing } = transcript
  const frames = shownOn === undefined ? rules.frames : (shownOn ?? undefined)
  const kept = part === undefined ? transcript : { ...transcript, ...keptText(transcript, part) }
  const redacted = isRedacted ? null : redactedText(kept, language)
  const { paragraphs, marks, speakers } = redacted ?? kept
  const whole = timing === undefined ? withWholeTimes(marks) : marks
  const isSame = paragraphs === kept.paragraphs && whole === kept.marks && speakers === kept.speakers
  const joined = redacted?.joined ?? new Map<string, readonly string[]>()
  const grid: MovedGrid = frames === undefined ? { gapMs } : { gapMs, frames }
  return {
    unplaced: redacted?.unplaced ?? [],
    text: isSame ? kept : { ...kept, paragraphs, marks: whole, speakers },
    shownCues: (cues) => {
      const wholeCues = joined.size === 0 ? cues : cues.map((cue) => wholeCue(cue, joined))
      const moved = cuesInTime(wholeCues, timing, grid)
      if (part === undefined) return moved
      const shown = shownPart(part, timing, frames)
      return moved.map((cue) => cueWithin(cue, shown))
    },
  }
}

/** With the end of the kept part as the end of the recording. */
export function withinPart<Options extends Pick<CueOptions, 'durationMs' | 'part'>>(
  options: Options,
): Options {
  const { durationMs, part } = options
  return part === undefined || (durationMs > 0 && durationMs <= part.endMs)
    ? options
    : { ...options, durationMs: part.endMs }
}

/** Where captions of a part are shown. */
function shownPart(
  part: TimeSpan,
  timing: CaptionTiming | undefined,
  frames: FrameGrid | undefined,
): TimeSpan {
  const startMs = shownMs(part.startMs, timing)
  const endMs = Math.max(startMs + 1, shownMs(part.endMs, timing))
  return partOnFrames({ startMs, endMs }, frames)
}

function cueWithin(cue: Cue, part: TimeSpan): Cue {
  if (cue.startMs >= part.startMs && cue.endMs <= part.endMs) return cue
  const startMs = Math.min(Math.max(cue.startMs, part.startMs), part.endMs - 1)
  return { ...cue, startMs, endMs: Math.min(Math.max(cue.endMs, startMs + 1), part.endMs) }
}

const known = new WeakMap<
  Cue,
  { readonly of: readonly (readonly string[] | undefined)[]; readonly made: Cue }
>()

/** An unchanged cue stays the same object, so that a list redraws only what is new. */
function wholeCue(cue: Cue, joined: ReadonlyMap<string, readonly string[]>): Cue {
  if (!cue.wordIds.some((id) => (joined.get(id)?.length ?? 0) > 1)) return cue
  const own = cue.wordIds.map((id) => joined.get(id))
  const before = known.get(cue)
  if (before !== undefined && own.every((ids, index) => hasSameIds(ids, before.of[index]))) return before.made
  const made = { ...cue, wordIds: cue.wordIds.flatMap((id, index) => own[index] ?? [id]) }
  known.set(cue, { of: own, made })
  return made
}

const hasSameIds = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])
