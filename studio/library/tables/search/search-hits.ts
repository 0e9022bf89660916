import type { Word } from '#core/transcript/transcript'
import { type StoredParagraph, unpackParagraph } from '../../stored-transcript.ts'

export interface HitWord {
  readonly id: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

export interface SearchHit {
  readonly recordingId: string
  readonly title: string
  readonly transcriptId: string
  readonly paragraphId: string
  /** Time of the first matching word, in the recording's own time. */
  readonly startMs: number
  readonly speakerId: string | null
  /** Null if the speaker has no name. */
  readonly speakerName: string | null
  /** The speaker's position among the transcript's speakers, from 1: used as the label of an unnamed speaker. */
  readonly speakerNumber: number | null
  /** The text around the match, with `…` where it is shortened. */
  readonly snippet: string
  /** The matching words, in order. */
  readonly words: readonly HitWord[]
}

/** Delimiters of a match in highlighted text: control characters that no transcript contains. */
export const HIT_START = '\u0002'
export const HIT_END = '\u0003'
/** Tokens in a snippet: about a line. */
export const SNIPPET_TOKENS = 16

export interface Match {
  readonly number: number
  readonly snippet: string
  readonly marked: string
}

export interface PlaceRow extends StoredParagraph {
  readonly number: number
  readonly recordingId: string
  readonly title: string
  readonly transcriptId: string
  readonly speakerName: string | null
  readonly speakerNumber: number | null
}

export type HitRow = PlaceRow & Pick<Match, 'snippet' | 'marked'>

/** A paragraph of a recording's current transcript; append conditions. */
export const PLACE = `SELECT paragraphs.number, recordings.id AS recordingId, recordings.title,
    paragraphs.transcript_id AS transcriptId, paragraphs.id AS id, paragraphs.speaker_id AS speakerId,
    paragraphs.language, paragraphs.kind, paragraphs.words, speakers.name AS speakerName,
    speakers.position + 1 AS speakerNumber
  FROM paragraphs
  JOIN transcripts ON transcripts.id = paragraphs.transcript_id
  JOIN recordings ON recordings.id = transcripts.recording_id
  LEFT JOIN speakers ON speakers.transcript_id = paragraphs.transcript_id AND speakers.id = paragraphs.speaker_id
  WHERE transcripts.id = (SELECT id FROM current_transcripts WHERE recording_id = recordings.id)`

/** The snippet of a paragraph without marked words. */
export function beginningOf(place: StoredParagraph): string {
  const { words } = unpackParagraph(place)
  const text = words
    .slice(0, SNIPPET_TOKENS)
    .map((word) => word.before + word.text)
    .join('')
  return words.length > SNIPPET_TOKENS ? `${text}…` : text
}

export function hitOf(row: HitRow): SearchHit {
  const { words } = unpackParagraph(row)
  const hit = wordsHit(words, row.marked)
  return {
    recordingId: row.recordingId,
    title: row.title,
    transcriptId: row.transcriptId,
    paragraphId: row.id,
    startMs: hit[0]?.startMs ?? words[0]?.startMs ?? 0,
    speakerId: row.speakerId,
    speakerName: row.speakerName,
    speakerNumber: row.speakerNumber,
    snippet: row.snippet.trim(),
    words: hit.map(({ id, text, startMs, endMs }) => ({ id, text, startMs, endMs })),
  }
}

/** The words marked in highlighted text; `marked` is their concatenation with delimiters. */
function wordsHit(words: readonly Word[], marked: string): Word[] {
  const spans: { start: number; end: number }[] = []
  let offset = 0
  for (const character of marked) {
    if (character === HIT_START) spans.push({ start: offset, end: offset })
    else if (character === HIT_END) {
      const span = spans.at(-1)
      if (span !== undefined) span.end = offset
    } else offset += character.length
  }
  const hit: Word[] = []
  let start = 0
  let next = 0
  for (const word of words) {
    const textStart = start + word.before.length
    const end = textStart + word.text.length
    while (next < spans.length && (spans[next]?.end ?? 0) <= textStart) next += 1
    const span = spans[next]
    if (span !== undefined && span.start < end) hit.push(word)
    start = end
  }
  return hit
}
