import { keptText } from '../outgoing/kept-part.ts'
import { type RedactableText, redactedText } from '../outgoing/redacted-text.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Cue } from './cue.ts'
import type { CueOptions } from './cue-options.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'

type CaptionableText = CaptionedTranscript & Pick<Transcript, 'paragraphs'>

export interface Captioned<Text = CaptionableText> {
  /** What captions are made from: the kept part, with placeholders for redacted words. */
  readonly text: Text
  /** The cues of that text, with the ids of all words that placeholders replace. */
  readonly wholeCues: (cues: Cue[]) => Cue[]
}

/** A text as its captions show it, on the page, in every file and in films. */
export function captionedText<Text extends RedactableText>(
  transcript: Text,
  { language, part, isRedacted = false }: Pick<CueOptions, 'language' | 'part' | 'isRedacted'>,
): Captioned<Text> {
  const kept = part === undefined ? transcript : { ...transcript, ...keptText(transcript, part) }
  const within = part === undefined ? asTheyAre : (cues: Cue[]) => cues.map((cue) => cueWithin(cue, part))
  if (isRedacted) return { text: kept, wholeCues: within }
  const { paragraphs, marks, speakers, joined } = redactedText(kept, language)
  const isSame = paragraphs === kept.paragraphs && marks === kept.marks && speakers === kept.speakers
  return {
    text: isSame ? kept : { ...kept, paragraphs, marks, speakers },
    wholeCues: joined.size === 0 ? within : (cues) => within(cues).map((cue) => wholeCue(cue, joined)),
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
