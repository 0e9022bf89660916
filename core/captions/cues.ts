import type { Transcript } from '../transcript/transcript.ts'
import type { CaptionedTranscript } from './cutting/text-costs.ts'
import type { CueOptions, CuesFrom } from './cue-options.ts'
import { captionedText, withinPart } from './captioned-text.ts'
import { type PartCues, updateCues } from './update-cues.ts'
import type { Cue } from './cue.ts'
import type { CaptionRules } from './caption-rules.ts'

export type { CueLine } from './cue-line.ts'
export type { Cue } from './cue.ts'

/**
 * The captions of a transcript; a pure function of its input. Cues end after they start, are in order of start, and
 * contain every word except notes and those hidden by a mark or as fillers; redacted ones as placeholders. None overlap, except where marks set the times.
 */
export function makeCues(
  transcript: CaptionedTranscript & Pick<Transcript, 'paragraphs'>,
  rules: CaptionRules,
  options: CueOptions,
): Cue[] {
  return makeCuesFrom(transcript, rules, options).cues
}

/** The captions of a part of a transcript, continuing from what precedes it. */
export function makeCuesFrom(
  transcript: CaptionedTranscript & Pick<Transcript, 'paragraphs'>,
  rules: CaptionRules,
  options: CuesFrom,
): PartCues {
  const { text, shownCues } = captionedText(transcript, options, rules)
  const { cues, lastSpeaker } = updateCues(text, rules, withinPart(options))
  return { cues: shownCues(cues), lastSpeaker }
}
