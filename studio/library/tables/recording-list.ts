import type { RecordingChoice, RecordingCounts, RecordingSort } from '#contracts/calls/recordings'
import { DURATION } from './duration-sql.ts'
import { keepMissingSummaries } from './kept-summaries.ts'
import type { Store } from '../database/store.ts'

/** One line of the command line's list. */
export interface RecordingLine {
  readonly id: string
  readonly title: string
  /** Null before the first track is decoded, unless the program recorded it. */
  readonly durationMs: number | null
  /** These fields are of the current transcript; null if there is none. */
  readonly language: string | null
  readonly speakers: number
  readonly state: 'running' | 'done' | null
}

export interface ListCalls {
  /** Ids of the recordings that match the choice, in its order; at most `limit`. */
  listedRecordings(choice: RecordingChoice, limit: number): string[]
  recordingCounts(): RecordingCounts
  /** Recordings, oldest first: those after `after` (its id), at most `limit`. */
  recordingLines(page?: { readonly after?: string | null; readonly limit?: number }): RecordingLine[]
}

/** Each recording's current transcript, with the place counts that were last saved. */
const CURRENT = `LEFT JOIN current_transcripts ON current_transcripts.recording_id = recordings.id
  LEFT JOIN transcripts ON transcripts.id = current_transcripts.id
  LEFT JOIN transcript_places ON transcript_places.transcript_id = current_transcripts.id`

/** CROSS keeps the order of the recordings' index, so that a page ends with its last recording. */
const FINISHED = `CROSS JOIN current_transcripts ON current_transcripts.recording_id = recordings.id
  CROSS JOIN transcripts ON transcripts.id = current_transcripts.id AND transcripts.state = 'done'
  CROSS JOIN transcript_places ON transcript_places.transcript_id = transcripts.id`

/** A transcript without words counts as not checked. Cards are read for those alone that have nothing to check. */
const CHECKED = `transcript_places.to_check = 0 AND (
    SELECT json_extract(card, '$.words') FROM transcript_cards
    WHERE transcript_cards.transcript_id = transcript_places.transcript_id
  ) > 0`

const FILTERS: Readonly<
  Record<RecordingChoice['filter'], { readonly join: string; readonly where: string }>
> = {
  all: { join: '', where: 'TRUE' },
  'to-check': { join: FINISHED, where: 'transcript_places.to_check > 0' },
  checked: { join: FINISHED, where: CHECKED },
}

/** Titles are sorted outside SQLite, which lacks numeric and locale-aware collation. */
const ORDERS: Readonly<Record<Exclude<RecordingSort, 'title'>, string>> = {
  newest: 'added_at_ms DESC, recordings.number DESC',
  oldest: 'added_at_ms, recordings.number',
  longest: `coalesce(${DURATION}, 0) DESC, added_at_ms DESC, recordings.number DESC`,
  // A transcript without places to check counts as fully checked; unfinished or uncounted ones come last.
  'least-checked': `CASE WHEN transcripts.state = 'done' AND to_check IS NOT NULL THEN
      coalesce(1.0 * checked / nullif(to_check + checked, 0), 1) ELSE 2 END,
    added_at_ms DESC, recordings.number DESC`,
}

const TAGGED = `EXISTS (SELECT 1 FROM tags WHERE recording_id = recordings.id AND tag = ?)`

export function createListCalls(store: Store): ListCalls {
  return {
    listedRecordings: (choice, limit) => listedRecordings(store, choice, limit),
    recordingCounts() {
      keepMissingSummaries(store)
      const all = store.row<{ all: number }>('SELECT count(*) AS "all" FROM recordings')
      const counts = store.row<Omit<RecordingCounts, 'tags' | 'all'>>(
        `SELECT count(*) FILTER (WHERE to_check > 0) AS toCheck, count(*) FILTER (WHERE ${CHECKED}) AS checked
         FROM current_transcripts
         JOIN transcripts ON transcripts.id = current_transcripts.id AND transcripts.state = 'done'
         JOIN transcript_places ON transcript_places.transcript_id = transcripts.id`,
      )
      const tags = store.rows<{ tag: string }>('SELECT DISTINCT tag FROM tags').map(({ tag }) => tag)
      const { compare } = new Intl.Collator()
      return { all: 0, toCheck: 0, checked: 0, ...all, ...counts, tags: tags.toSorted(compare) }
    },
    recordingLines: ({ after = null, limit = -1 } = {}) =>
      store.rows<RecordingLine>(
        `SELECT recordings.id, recordings.title, ${DURATION} AS durationMs, transcripts.language, transcripts.state,
           (SELECT count(*) FROM speakers WHERE transcript_id = transcripts.id) AS speakers
         FROM recordings
         LEFT JOIN transcripts
           ON transcripts.id = (SELECT id FROM current_transcripts WHERE recording_id = recordings.id)
         WHERE recordings.number > coalesce((SELECT number FROM recordings WHERE id = ?), 0)
         ORDER BY recordings.number LIMIT ?`,
        after,
        limit,
      ),
  }
}

function listedRecordings(store: Store, { filter, sort, tag }: RecordingChoice, limit: number): string[] {
  // Whether a transcript has words is in its summary.
  if (filter === 'checked') keepMissingSummaries(store)
  const { join, where } = FILTERS[filter]
  const current = join === '' && sort === 'least-checked' ? CURRENT : join
  const wanted = `FROM recordings ${current} WHERE ${where} ${tag === null ? '' : `AND ${TAGGED}`}`
  const values = tag === null ? [] : [tag]
  if (sort === 'title') {
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    return store
      .rows<{ id: string; title: string }>(
        `SELECT recordings.id, title ${wanted} ORDER BY ${ORDERS.newest}`,
        ...values,
      )
      .toSorted((a, b) => compare(a.title, b.title))
      .slice(0, limit)
      .map(({ id }) => id)
  }
  return store
    .rows<{ id: string }>(`SELECT recordings.id ${wanted} ORDER BY ${ORDERS[sort]} LIMIT ?`, ...values, limit)
    .map(({ id }) => id)
}
