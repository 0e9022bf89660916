import type { VideoFrames } from '../frames/video-frames.ts'
import type { CaptionSettings } from './caption-settings.ts'
import type { CaptionTiming } from './caption-timing.ts'
import type { StoredFillers } from './filler-choice.ts'
import type { StoredNumbers } from './number-choice.ts'
import type { Mark } from './marks/mark.ts'

/**
 * The transcript's data model. Times are whole milliseconds from the start of the original recording; the text of a
 * paragraph is exactly the concatenation of `before + text` over its words.
 */

export type { CaptionSettings, CaptionTiming, Mark }

export type WordOrigin = 'recognised' | 'edited' | 'written' | 'imported'

export interface Word {
  /** `<chunk>.<n>` for a recognized word, `<edit>.<n>` for one created by an edit. */
  readonly id: string
  /** The text before the word: a space, nothing, or a line's opening mark. */
  readonly before: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** Share of such words that are right (0–1), null if unknown. */
  readonly confidence: number | null
  readonly origin: WordOrigin
  /**
   * The former words, in order, that a person changed into this one word: typed back or split again, they are
   * restored with their times and confidence. Omitted if there are none.
   */
  readonly was?: readonly FormerWord[]
}

/** A former word: unchanged except for the text before it. */
export type FormerWord = Omit<Word, 'before' | 'was'>

export type ParagraphKind = 'speech' | 'sound' | 'note'

export interface Paragraph {
  readonly id: string
  readonly speakerId: string | null
  /** ISO 639-1 code, or `und`. */
  readonly language: string
  readonly kind: ParagraphKind
  readonly words: readonly Word[]
}

export interface Speaker {
  readonly id: string
  /** The name given by a person; null if none was given. */
  readonly name: string | null
  /** Index into the palette of speaker colors, from 0. */
  readonly colour: number
  readonly groupId: string | null
  /** Everything it says is redacted, including words assigned later; omitted otherwise. */
  readonly redacted?: true
}

/** A stretch of one speaker without a pause, found by diarization; stretches of different speakers may overlap. */
export interface SpeakerSegment {
  readonly speakerId: string
  readonly startMs: number
  readonly endMs: number
}

export type ModelRole = 'recogniser' | 'language' | 'segmentation' | 'embedding' | 'speech-detection'

export interface ModelIdentity {
  readonly role: ModelRole
  readonly id: string
  readonly sha256: string
}

/** How a transcript was made, in enough detail to repeat it. Contains no timestamp. */
export interface Run {
  readonly program: string
  readonly version: string
  readonly models: readonly ModelIdentity[]
  readonly settings: Readonly<Record<string, string | number | boolean | null>>
}

export interface Transcript {
  readonly id: string
  readonly recordingId: string
  readonly language: string
  readonly run: Run
  readonly speakers: readonly Speaker[]
  readonly turns: readonly SpeakerSegment[]
  readonly paragraphs: readonly Paragraph[]
  readonly marks: readonly Mark[]
  /** The frames of the recording's video; omitted without one. No edit changes them. */
  readonly frames?: VideoFrames
  /** Omitted if captions are shown when their words are said. */
  readonly captionTiming?: CaptionTiming
  /** Omitted for the default rules of the language. */
  readonly captionRules?: CaptionSettings
  /** Omitted if fillers, stutters and false starts are shown. */
  readonly fillers?: StoredFillers
  /** Omitted if numbers are as spoken. */
  readonly numbers?: StoredNumbers
}

/** Plain text of a paragraph. */
export function paragraphText(paragraph: Pick<Paragraph, 'words'>): string {
  let text = ''
  for (const word of paragraph.words) text += word.before + word.text
  return text
}

/** The words of a whole transcript in reading order. */
export function transcriptWords(transcript: Pick<Transcript, 'paragraphs'>): Word[] {
  return transcript.paragraphs.flatMap((paragraph) => paragraph.words)
}
