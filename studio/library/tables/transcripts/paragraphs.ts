import type { Paragraph } from '#core/transcript/transcript'
import { orderWith, positionsFor, type Placed } from './paragraph-positions.ts'
import type { Store } from '../../database/store.ts'
import { packParagraph, type StoredParagraph } from '../../stored-transcript.ts'
import { OF_TRANSCRIPT, type TableDescription } from '../../table-description.ts'

export type Replacing = readonly string[] | 'all'

export function readParagraphs(store: Store, transcriptId: string): StoredParagraph[] {
  return store.rows<StoredParagraph>(
    `SELECT id, speaker_id AS speakerId, language, kind, words FROM paragraphs
     WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
}

/**
 * Only inside `change`: writes only these paragraphs, existing ones in place, and returns the ids of those removed.
 */
export function putParagraphs(
  store: Store,
  transcriptId: string,
  paragraphs: readonly Paragraph[],
  replacing: Replacing,
): string[] {
  const existing = store.rows<Placed>(
    'SELECT id, position, start_ms AS startMs FROM paragraphs WHERE transcript_id = ? ORDER BY position',
    transcriptId,
  )
  const replaced = new Set(replacing === 'all' ? existing.map((paragraph) => paragraph.id) : replacing)
  const added = paragraphs.map(({ id, words }) => ({ id, startMs: words[0]?.startMs ?? null }))
  return writeInOrder(store, transcriptId, existing, orderWith(existing, added, replaced), paragraphs)
}

/**
 * Only inside `change`: sets the order of the transcript's paragraphs, writes those of `changed`, and removes those
 * not in `order`; returns the removed ids.
 */
export function arrangeParagraphs(
  store: Store,
  transcriptId: string,
  order: readonly string[],
  changed: readonly Paragraph[],
): string[] {
  const existing = store.rows<Placed>(
    'SELECT id, position, start_ms AS startMs FROM paragraphs WHERE transcript_id = ?',
    transcriptId,
  )
  return writeInOrder(store, transcriptId, existing, order, changed)
}

function writeInOrder(
  store: Store,
  transcriptId: string,
  existing: readonly Placed[],
  order: readonly string[],
  changed: readonly Paragraph[],
): string[] {
  const known = new Map(existing.map((paragraph) => [paragraph.id, paragraph.position]))
  const positions = positionsFor(order, known)
  const removed = existing
    .filter((paragraph) => !positions.has(paragraph.id))
    .map((paragraph) => paragraph.id)
  for (const id of removed) {
    store.run('DELETE FROM paragraphs WHERE transcript_id = ? AND id = ?', transcriptId, id)
  }
  for (const [id, position] of positions) {
    if (!known.has(id) || known.get(id) === position) continue
    store.run(
      'UPDATE paragraphs SET position = ? WHERE transcript_id = ? AND id = ?',
      position,
      transcriptId,
      id,
    )
  }
  for (const paragraph of changed) {
    writeParagraph(store, transcriptId, paragraph, positions.get(paragraph.id) as number)
  }
  return removed
}

function writeParagraph(store: Store, transcriptId: string, paragraph: Paragraph, position: number): void {
  const row = packParagraph(paragraph)
  store.run(
    `INSERT INTO paragraphs (transcript_id, id, position, speaker_id, language, kind, start_ms, words, text)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (transcript_id, id) DO UPDATE SET
       position = excluded.position, speaker_id = excluded.speaker_id, language = excluded.language,
       kind = excluded.kind, start_ms = excluded.start_ms, words = excluded.words, text = excluded.text`,
    transcriptId,
    row.id,
    position,
    row.speakerId,
    row.language,
    row.kind,
    row.startMs,
    row.words,
    row.text,
  )
}

/** Triggers maintain the index of their text, `paragraph_search`, and its tables. */
export const paragraphsTable: TableDescription = {
  name: 'paragraphs',
  ...OF_TRANSCRIPT,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: 'text',
}
