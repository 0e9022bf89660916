import type { Portrait } from '#contracts/calls/recordings'
import { bandOfConfidence } from '#core/doubt/text-doubts'
import type { Run, Speaker } from '#core/transcript/transcript'
import { type BandShares, bandSharesOf } from '#core/words/band-shares'
import { unpackWords, type WordColumns } from '#core/words/columns'
import { portraitOf } from './portrait.ts'
import type { Store } from './store.ts'

/** What a card tells of a transcript and only its whole text knows. */
export interface TranscriptSummary {
  readonly speakers: readonly Speaker[]
  readonly words: number
  /** Words that the recogniser was unsure of and nobody has looked at. */
  readonly toCheck: number
  /** Words that a person wrote, changed or accepted. */
  readonly checked: number
  readonly portrait: Portrait
}

interface ParagraphRow {
  readonly id: string
  readonly kind: string
  readonly words: string
}

interface AcceptedSpan {
  readonly fromWordId: string
  readonly toWordId: string
}

/** How each word of a paragraph stands: a letter a word. */
const SURE = 0
const UNSURE = 1
const WRITTEN = 2

/** A paragraph's words, read once for as long as they stay as they are. */
interface ReadParagraph {
  readonly text: string
  readonly standing: Uint8Array
  readonly unsure: number
  readonly written: number
  /** Only where marks ask for them. */
  ids?: readonly string[]
}

/** Transcripts whose paragraphs are remembered: the one that somebody edits, and the one that a job writes. */
const MOST_REMEMBERED = 2

/**
 * Reads transcripts for their cards; `core/doubt` says where a recogniser was unsure. While somebody types, only the
 * paragraphs that changed are read anew.
 */
export class TranscriptSummaries {
  readonly #store: Store
  /** The latest used stands last. */
  readonly #remembered = new Map<string, Map<string, ReadParagraph>>()

  constructor(store: Store) {
    this.#store = store
  }

  of(transcriptId: string): TranscriptSummary {
    const speakers = this.#store.rows<Speaker>(
      'SELECT id, name, colour, group_id AS groupId FROM speakers WHERE transcript_id = ? ORDER BY position',
      transcriptId,
    )
    const accepted = this.#store.rows<AcceptedSpan>(
      `SELECT from_word_id AS fromWordId, to_word_id AS toWordId FROM marks
       WHERE transcript_id = ? AND kind = 'accepted'`,
      transcriptId,
    )
    return {
      speakers,
      ...count(this.#paragraphs(transcriptId), accepted),
      portrait: this.#portrait(transcriptId, speakers),
    }
  }

  #sharesOf(transcriptId: string): BandShares {
    const [row] = this.#store.rows<{ run: string }>('SELECT run FROM transcripts WHERE id = ?', transcriptId)
    return bandSharesOf(row === undefined ? { models: [] } : (JSON.parse(row.run) as Run))
  }

  #portrait(transcriptId: string, speakers: readonly Speaker[]): Portrait {
    const placeOf = new Map(speakers.map(({ id }, place) => [id, place]))
    const turns = this.#store.rows<{ speakerId: string; startMs: number; endMs: number }>(
      'SELECT speaker_id AS speakerId, start_ms AS startMs, end_ms AS endMs FROM turns WHERE transcript_id = ?',
      transcriptId,
    )
    return portraitOf(
      turns.flatMap(({ speakerId, startMs, endMs }) => {
        const speaker = placeOf.get(speakerId)
        return speaker === undefined ? [] : [{ speaker, startMs, endMs }]
      }),
    )
  }

  #paragraphs(transcriptId: string): ReadParagraph[] {
    const before = this.#remembered.get(transcriptId)
    const now = new Map<string, ReadParagraph>()
    const shares = this.#sharesOf(transcriptId)
    const rows = this.#store.rows<ParagraphRow>(
      `SELECT id, kind, words FROM paragraphs WHERE transcript_id = ? AND kind = 'speech' ORDER BY position`,
      transcriptId,
    )
    for (const { id, words } of rows) {
      const known = before?.get(id)
      now.set(id, known?.text === words ? known : read(words, shares))
    }
    this.#remembered.delete(transcriptId)
    this.#remembered.set(transcriptId, now)
    const oldest = this.#remembered.keys().next().value
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest)
    return [...now.values()]
  }
}

function read(text: string, shares: BandShares): ReadParagraph {
  const { confidences, origins } = JSON.parse(text) as WordColumns
  const standing = Uint8Array.from(confidences, (confidence, index) => {
    const origin = origins[index]
    if (origin === 'e' || origin === 'w') return WRITTEN
    const isUnsure = origin === 'r' && confidence !== null && bandOfConfidence(confidence, shares) > 0
    return isUnsure ? UNSURE : SURE
  })
  const countOf = (one: number) => standing.reduce((sum, word) => (word === one ? sum + 1 : sum), 0)
  return { text, standing, unsure: countOf(UNSURE), written: countOf(WRITTEN) }
}

function count(
  paragraphs: readonly ReadParagraph[],
  accepted: readonly AcceptedSpan[],
): Pick<TranscriptSummary, 'words' | 'toCheck' | 'checked'> {
  const endsOf = Map.groupBy(accepted, ({ fromWordId }) => fromWordId)
  /** Ends of accepted spans that have begun: they may run over paragraphs. */
  const open = new Set<string>()
  let words = 0
  let toCheck = 0
  let checked = 0
  for (const paragraph of paragraphs) {
    const { standing, unsure, written, text } = paragraph
    words += standing.length
    if (accepted.length === 0) {
      toCheck += unsure
      checked += written
      continue
    }
    paragraph.ids ??= unpackWords(JSON.parse(text) as WordColumns).map(({ id }) => id)
    for (const [index, id] of paragraph.ids.entries()) {
      for (const { toWordId } of endsOf.get(id) ?? []) open.add(toWordId)
      if (standing[index] === WRITTEN || open.size > 0) checked += 1
      else if (standing[index] === UNSURE) toCheck += 1
      open.delete(id)
    }
  }
  return { words, toCheck, checked }
}
