import type { Portrait } from '#contracts/calls/recordings'
import type { Speaker } from '#core/transcript/transcript'
import type { WordColumns } from '#core/words/columns'
import { portraitOf } from './portrait.ts'
import type { Store } from '../../database/store.ts'

/** Values on a card that need the transcript's whole text. */
export interface TranscriptSummary {
  readonly speakers: readonly Speaker[]
  readonly words: number
  readonly portrait: Portrait
}

interface ParagraphRow {
  readonly id: string
  readonly words: string
}

/** A paragraph's word count, cached until its words change. */
interface CountedParagraph {
  readonly text: string
  readonly words: number
}

/** Number of transcripts with cached paragraphs: the one being edited and the one that a job writes. */
const MAX_REMEMBERED = 2

/** Reads transcripts for their cards. After an edit, only changed paragraphs are read again. */
export class TranscriptSummaries {
  readonly #store: Store
  /** Most recently used last. */
  readonly #remembered = new Map<string, Map<string, CountedParagraph>>()

  constructor(store: Store) {
    this.#store = store
  }

  of(transcriptId: string): TranscriptSummary {
    const speakers = this.#store.rows<Speaker>(
      'SELECT id, name, colour, group_id AS groupId FROM speakers WHERE transcript_id = ? ORDER BY position',
      transcriptId,
    )
    return {
      speakers,
      words: this.#words(transcriptId),
      portrait: this.#portrait(transcriptId, speakers),
    }
  }

  #portrait(transcriptId: string, speakers: readonly Speaker[]): Portrait {
    const indexById = new Map(speakers.map(({ id }, place) => [id, place]))
    const turns = this.#store.rows<{ speakerId: string; startMs: number; endMs: number }>(
      'SELECT speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs FROM turns WHERE transcript_id = ?',
      transcriptId,
    )
    return portraitOf(
      turns.flatMap(({ speakerId, startMs, endMs }) => {
        const speaker = indexById.get(speakerId)
        return speaker === undefined ? [] : [{ speaker, startMs, endMs }]
      }),
    )
  }

  #words(transcriptId: string): number {
    const before = this.#remembered.get(transcriptId)
    const now = new Map<string, CountedParagraph>()
    const rows = this.#store.rows<ParagraphRow>(
      `SELECT id, words FROM paragraphs WHERE transcript_id = ? AND kind = 'speech' ORDER BY position`,
      transcriptId,
    )
    let count = 0
    for (const { id, words } of rows) {
      const known = before?.get(id)
      const counted = known?.text === words ? known : { text: words, words: countOf(words) }
      now.set(id, counted)
      count += counted.words
    }
    this.#remembered.delete(transcriptId)
    this.#remembered.set(transcriptId, now)
    const oldest = this.#remembered.keys().next().value
    if (this.#remembered.size > MAX_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest)
    return count
  }
}

function countOf(words: string): number {
  return (JSON.parse(words) as WordColumns).origins.length
}
