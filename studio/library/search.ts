import type { Word } from '#core/transcript/transcript'
import type { Store } from './store.ts'
import { unpackParagraph, type StoredParagraph } from './stored-transcript.ts'

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
  /** Of the first word hit, on the recording's clock. */
  readonly startMs: number
  readonly speakerId: string | null
  /** Null while nobody has named the speaker. */
  readonly speakerName: string | null
  /** The speaker's place among the transcript's speakers, from 1: what to call one without a name by. */
  readonly speakerNumber: number | null
  /** The text around the hit, `…` where it was cut. */
  readonly snippet: string
  /** The words hit, in their order. */
  readonly words: readonly HitWord[]
}

export interface SearchCalls {
  /**
   * Paragraphs that hold all the words, best first, in the current transcript of each recording.
   * Accents and case make no difference; the last word may be the beginning of one.
   */
  search(words: string, limit: number): SearchHit[]
}

/** Stand around a hit in highlighted text; control characters that no speech holds. */
const HIT_START = '\u0002'
const HIT_END = '\u0003'
/** Tokens in a snippet: about a line. */
const SNIPPET_TOKENS = 16

export function searchCalls(store: Store): SearchCalls {
  return {
    search(words, limit) {
      const query = ftsQuery(words)
      if (query === null) return []
      return store
        .rows<HitRow>(
          `SELECT recordings.id AS recordingId, recordings.title, paragraphs.transcript_id AS transcriptId,
             paragraphs.id AS id, paragraphs.speaker_id AS speakerId, paragraphs.language, paragraphs.kind,
             paragraphs.words, speakers.name AS speakerName, speakers.position + 1 AS speakerNumber,
             snippet(paragraph_search, 0, '', '', '…', ${SNIPPET_TOKENS}) AS snippet,
             highlight(paragraph_search, 0, '${HIT_START}', '${HIT_END}') AS marked
           FROM paragraph_search
           JOIN paragraphs ON paragraphs.number = paragraph_search.rowid
           JOIN current_transcripts ON current_transcripts.id = paragraphs.transcript_id
           JOIN recordings ON recordings.id = current_transcripts.recording_id
           LEFT JOIN speakers
             ON speakers.transcript_id = paragraphs.transcript_id AND speakers.id = paragraphs.speaker_id
           WHERE paragraph_search MATCH ?
           ORDER BY rank, recordings.number, paragraphs.position
           LIMIT ?`,
          query,
          limit,
        )
        .map(hitOf)
    },
  }
}

interface HitRow extends StoredParagraph {
  readonly recordingId: string
  readonly title: string
  readonly transcriptId: string
  readonly speakerName: string | null
  readonly speakerNumber: number | null
  readonly snippet: string
  readonly marked: string
}

/**
 * A person's words as an FTS5 query that cannot be malformed: each is quoted, so that nothing in it is an
 * operator. Null where nothing typed is a word.
 */
export function ftsQuery(typed: string): string | null {
  const words = typed
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    // What holds no letter or digit is no token to unicode61, and an empty phrase finds nothing.
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
  if (words.length === 0) return null
  return `${words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ')} *`
}

function hitOf(row: HitRow): SearchHit {
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

/** The words that highlighted text marks; `marked` is their concatenation with marks in it. */
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
