import type { Migration } from './migration.ts'

interface ParagraphRow {
  readonly speakerId: string | null
  readonly ids: string
}

interface MarkRow {
  readonly fromWordId: string
  readonly toWordId: string
}

/**
 * Whether everything a speaker says is redacted, including words assigned later. Previously, redacting a
 * voice marked its words at that time: a speaker whose words all have such a mark is a redacted voice.
 */
export const redactedVoices: Migration = {
  version: 27,
  name: 'redacted-voices',
  up: (database) => {
    database.exec(
      'ALTER TABLE speakers ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0 CHECK (redacted IN (0, 1))',
    )
    const marked = database
      .prepare<[], string>("SELECT DISTINCT transcript_id FROM marks WHERE kind = 'redaction'")
      .pluck()
      .all()
    const marksOf = database.prepare<[string], MarkRow>(
      `SELECT from_word_id AS fromWordId, to_word_id AS toWordId FROM marks
       WHERE transcript_id = ? AND kind = 'redaction'`,
    )
    const paragraphsOf = database.prepare<[string], ParagraphRow>(
      `SELECT speaker_id AS speakerId, json_extract(words, '$.ids') AS ids FROM paragraphs
       WHERE transcript_id = ? ORDER BY position`,
    )
    const redact = database.prepare('UPDATE speakers SET redacted = 1 WHERE transcript_id = ? AND id = ?')
    for (const transcriptId of marked) {
      for (const id of redactedIn(paragraphsOf.all(transcriptId), marksOf.all(transcriptId))) {
        redact.run(transcriptId, id)
      }
    }
  },
}

/** Speakers with words, all of which are redacted. */
function redactedIn(paragraphs: readonly ParagraphRow[], marks: readonly MarkRow[]): string[] {
  const speakers: (string | null)[] = []
  const places = new Map<string, number>()
  for (const { speakerId, ids } of paragraphs) {
    for (const id of wordIds(ids)) {
      places.set(id, speakers.length)
      speakers.push(speakerId)
    }
  }
  const isRedacted = new Uint8Array(speakers.length)
  for (const { fromWordId, toWordId } of marks) {
    const [from, to] = [places.get(fromWordId), places.get(toWordId)]
    if (from !== undefined && to !== undefined) isRedacted.fill(1, from, to + 1)
  }
  const shown = new Set(speakers.filter((_, place) => isRedacted[place] !== 1))
  return [...new Set(speakers)].filter((id): id is string => id !== null && !shown.has(id))
}

/** The ids of a paragraph's words, stored as increasing runs; -1: an id of another form. */
function wordIds(stored: string): string[] {
  const runs: readonly (readonly [stem: string, first: number, count: number])[] = JSON.parse(stored)
  return runs.flatMap(([stem, first, count]) =>
    first < 0 ? [stem] : Array.from({ length: count }, (_, index) => `${stem}.${first + index}`),
  )
}
