import type { TimeSpan } from '../transcript/time-span.ts'
import { type Transcript, transcriptWords, type Word } from '../transcript/transcript.ts'

/** A second text of the same sound, to be compared with a transcript. Times are those of the recording. */
export interface Opinion {
  /** Only differences that touch one of these count: text recognized around them is context. */
  readonly wanted: readonly TimeSpan[]
  /** One for each track that was recognized separately. */
  readonly texts: readonly OpinionText[]
}

export interface OpinionText {
  /** The track whose words it is compared with; null: all words. */
  readonly track: number | null
  /** Parts of the recording that were recognized, in order; they do not overlap. */
  readonly spans: readonly TimeSpan[]
  /** In order of time. */
  readonly words: readonly Word[]
}

/** Another transcript of the same recording as a second text of all of it. */
export function opinionOfTranscript(other: Pick<Transcript, 'paragraphs'>): Opinion {
  const whole = [{ startMs: 0, endMs: Number.MAX_SAFE_INTEGER }]
  const speech = other.paragraphs.filter(({ kind }) => kind === 'speech')
  return {
    wanted: whole,
    texts: [{ track: null, spans: whole, words: transcriptWords({ paragraphs: speech }) }],
  }
}

/** The middle of a word in ms, which counts as its position. */
export const middleOf = ({ startMs, endMs }: TimeSpan): number => (startMs + endMs) / 2

/** Whether the middle of a word is in the span. */
export function isIn(word: TimeSpan, { startMs, endMs }: TimeSpan): boolean {
  const middle = middleOf(word)
  return startMs <= middle && middle < endMs
}
