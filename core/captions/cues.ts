import type { Transcript } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import type { CaptionedTranscript } from './caption-track.ts'
import { workOnCues } from './cue-work.ts'
import type { Cue } from './cue.ts'
import type { CaptionRules } from './caption-rules.ts'

export type { CueLine } from './cue-line.ts'
export type { Cue } from './cue.ts'

export interface CueOptions {
  readonly durationMs: number
  /** ISO 639-1; for paragraphs without a language. */
  readonly language: string
  /** Whether speakers' names precede their words; defaults to never. */
  readonly names?: CaptionNames
}

/** Options for captions that continue from earlier ones. */
export interface CuesFrom extends CueOptions {
  /** The last speaker before these captions; omitted at the start of a recording. */
  readonly speakerBefore?: string | null
}

export interface MadeCues {
  readonly cues: Cue[]
  /** The last speaker; the given one when nobody speaks. */
  readonly lastSpeaker: string | null | undefined
}

/**
 * The captions of a transcript; a pure function of its input. Cues end after they start, are in order of start, and
 * contain every word except notes and those hidden by a mark or as fillers. None overlap, except where marks set the times.
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
): MadeCues {
  const { cues, lastSpeaker } = workOnCues(transcript, rules, options)
  return { cues, lastSpeaker }
}
