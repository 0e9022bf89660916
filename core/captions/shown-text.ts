import { redactedText } from '../outgoing/redacted-text.ts'
import type { Transcript } from '../transcript/transcript.ts'
import type { Cue } from './cue.ts'
import type { CueOptions } from './cue-options.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'

type CaptionedText = CaptionedTranscript & Pick<Transcript, 'paragraphs'>

export interface ShownText {
  /** What captions are made from: placeholders for redacted words. */
  readonly text: CaptionedText
  /** The cues of that text, with the ids of all words that placeholders replace. */
  readonly wholeCues: (cues: Cue[]) => Cue[]
}

/** A text as its captions show it, on the page, in every file and in films. */
export function shownText(
  transcript: CaptionedText,
  { language, isRedacted = false }: Pick<CueOptions, 'language' | 'isRedacted'>,
): ShownText {
  if (isRedacted) return { text: transcript, wholeCues: asTheyAre }
  const { paragraphs, marks, speakers, joined } = redactedText(transcript, language)
  const isSame =
    paragraphs === transcript.paragraphs && marks === transcript.marks && speakers === transcript.speakers
  return {
    text: isSame ? transcript : { ...transcript, paragraphs, marks, speakers },
    wholeCues: joined.size === 0 ? asTheyAre : (cues) => cues.map((cue) => wholeCue(cue, joined)),
  }
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
