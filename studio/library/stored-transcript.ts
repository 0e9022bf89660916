import type { WordColumns } from '#core/words/columns'
import { packWords, unpackWords } from '#core/words/columns'
import type {
  CaptionSettings,
  CaptionTiming,
  Mark,
  Paragraph,
  ParagraphKind,
  Run,
  Speaker,
  Transcript,
  SpeakerSegment,
} from '#core/transcript/transcript'
import type { VideoFrames } from '#core/frames/video-frames'
import type { StoredFillers } from '#core/transcript/filler-choice'
import type { StoredNumbers } from '#core/transcript/number-choice'
import { paragraphText } from '#core/transcript/transcript'

/** A paragraph with its words as JSON columns: the form in which it is stored and crosses the thread boundary. */
export interface StoredParagraph {
  readonly id: string
  readonly speakerId: string | null
  readonly language: string
  readonly kind: ParagraphKind
  readonly words: string
}

export interface StoredTranscript {
  readonly id: string
  readonly recordingId: string
  readonly language: string
  readonly run: string
  readonly speakers: readonly Speaker[]
  readonly turns: readonly SpeakerSegment[]
  readonly paragraphs: readonly StoredParagraph[]
  readonly marks: readonly Mark[]
  readonly frames?: VideoFrames
  readonly captionTiming?: CaptionTiming
  readonly captionRules?: CaptionSettings
  readonly fillers?: StoredFillers
  readonly numbers?: StoredNumbers
}

/** Contents of a row of `paragraphs`, except its position. */
export interface ParagraphRow extends StoredParagraph {
  readonly startMs: number | null
  /** Used only by the search. */
  readonly text: string
}

export function packParagraph(paragraph: Paragraph): ParagraphRow {
  return {
    id: paragraph.id,
    speakerId: paragraph.speakerId,
    language: paragraph.language,
    kind: paragraph.kind,
    words: JSON.stringify(packWords(paragraph.words)),
    startMs: paragraph.words[0]?.startMs ?? null,
    text: paragraphText(paragraph),
  }
}

export function unpackParagraph(stored: StoredParagraph): Paragraph {
  return {
    id: stored.id,
    speakerId: stored.speakerId,
    language: stored.language,
    kind: stored.kind,
    words: unpackWords(JSON.parse(stored.words) as WordColumns),
  }
}

export function unpackTranscript(stored: StoredTranscript): Transcript {
  return {
    ...stored,
    run: JSON.parse(stored.run) as Run,
    paragraphs: stored.paragraphs.map(unpackParagraph),
  }
}
