import type { FrameGrid } from '../frames/video-frames.ts'
import { keptText } from '../outgoing/kept-part.ts'
import { type RedactableText, redactedText } from '../outgoing/redacted-text.ts'
import { type CaptionTiming, captionsEndMs, shownMs } from '../transcript/caption-timing.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Cue } from './cue.ts'
import type { CueOptions } from './cue-options.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'
import { textInTime } from './timing/text-in-time.ts'

type CaptionableText = CaptionedTranscript & Pick<Transcript, 'paragraphs'>
type RedactableCaptions = RedactableText & Pick<Transcript, 'captionTiming'>

export interface Captioned<Text = CaptionableText> {
  /** What captions are made from: the kept part, with placeholders for redacted words, at the times they are shown. */
  readonly text: Text
  /** The cues of that text, with the ids of all words that placeholders replace. */
  readonly wholeCues: (cues: Cue[]) => Cue[]
}

/**
 * A text as its captions show it, on the page, in every file and in films.
 * @param frames on which set times lie where captions are moved in time
 */
export function captionedText<Text extends RedactableCaptions>(
  transcript: Text,
  options: Pick<CueOptions, 'language' | 'part' | 'isRedacted'>,
  frames?: FrameGrid,
): Captioned<Text> {
  const { text, wholeCues } = outgoingText(transcript, options)
  return { text: textInTime(text, frames), wholeCues }
}

function outgoingText<Text extends RedactableCaptions>(
  transcript: Text,
  { language, part, isRedacted = false }: Pick<CueOptions, 'language' | 'part' | 'isRedacted'>,
): Captioned<Text> {
  const kept = part === undefined ? transcript : { ...transcript, ...keptText(transcript, part) }
  const shown = part === undefined ? undefined : shownPart(part, transcript.captionTiming)
  const within = shown === undefined ? asTheyAre : (cues: Cue[]) => cues.map((cue) => cueWithin(cue, shown))
  if (isRedacted) return { text: kept, wholeCues: within }
  const { paragraphs, marks, speakers, joined } = redactedText(kept, language)
  const isSame = paragraphs === kept.paragraphs && marks === kept.marks && speakers === kept.speakers
  return {
    text: isSame ? kept : { ...kept, paragraphs, marks, speakers },
    wholeCues: joined.size === 0 ? within : (cues) => within(cues).map((cue) => wholeCue(cue, joined)),
  }
}

/** With the end of the kept part as the end of the recording, both where captions are shown. */
export function withinPart<Options extends Pick<CueOptions, 'durationMs' | 'part'>>(
  options: Options,
  timing: CaptionTiming | undefined,
): Options {
  const { part } = options
  const durationMs = captionsEndMs(options.durationMs, timing)
  const endMs = part === undefined ? durationMs : shownPart(part, timing).endMs
  return part === undefined || (durationMs > 0 && durationMs <= endMs)
    ? { ...options, durationMs }
    : { ...options, durationMs: endMs }
}

function shownPart({ startMs, endMs }: TimeSpan, timing: CaptionTiming | undefined): TimeSpan {
  const fromMs = shownMs(startMs, timing)
  return { startMs: fromMs, endMs: Math.max(fromMs + 1, shownMs(endMs, timing)) }
}

function cueWithin(cue: Cue, part: TimeSpan): Cue {
  if (cue.startMs >= part.startMs && cue.endMs <= part.endMs) return cue
  const startMs = Math.min(Math.max(cue.startMs, part.startMs), part.endMs - 1)
  return { ...cue, startMs, endMs: Math.min(Math.max(cue.endMs, startMs + 1), part.endMs) }
}

const asTheyAre = (cues: Cue[]): Cue[] => cues

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
