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

/**
 * Fields of each recording's current transcript that filters and orders need; place counts are the last ones saved.
 */
const CURRENT = `LEFT JOIN (
    SELECT current_transcripts.recording_id, transcripts.state, transcript_places.to_check, transcript_places.checked,
      json_extract(transcript_cards.card, '$.words') AS words
    FROM current_transcripts
    JOIN transcripts ON transcripts.id = current_transcripts.id
    LEFT JOIN transcript_cards ON transcript_cards.transcript_id = transcripts.id
    LEFT JOIN transcript_places ON transcript_places.transcript_id = transcripts.id
  ) AS current ON current.recording_id = recordings.id`

const FILTERS: Readonly<Record<RecordingChoice['filter'], string>> = {
  all: 'TRUE',
  'to-check': "current.state = 'done' AND current.to_check > 0",
  // A transcript without words counts as not checked.
  checked: "current.state = 'done' AND current.to_check = 0 AND current.words > 0",
}

/** Titles are sorted outside SQLite, which lacks numeric and locale-aware collation. */
const ORDERS: Readonly<Record<Exclude<RecordingSort, 'title'>, string>> = {
  newest: 'added_at_ms DESC, number DESC',
  oldest: 'added_at_ms, number',
  longest: `coalesce(${DURATION}, 0) DESC, added_at_ms DESC, number DESC`,
  // A transcript without places to check counts as fully checked; unfinished or uncounted ones come last.
  'least-checked': `CASE WHEN current.state = 'done' AND current.to_check IS NOT NULL THEN
      coalesce(1.0 * current.checked / nullif(current.to_check + current.checked, 0), 1) ELSE 2 END,
    added_at_ms DESC, number DESC`,
}

const TAGGED = `EXISTS (SELECT 1 FROM tags WHERE recording_id = recordings.id AND tag = ?)`

export function createListCalls(store: Store): ListCalls {
  return {
    listedRecordings: (choice, limit) => listedRecordings(store, choice, limit),
    recordingCounts() {
      keepMissingSummaries(store)
      const counts = store.row<Omit<RecordingCounts, 'tags'>>(
        `SELECT count(*) AS "all", count(*) FILTER (WHERE ${FILTERS['to-check']}) AS toCheck,
           count(*) FILTER (WHERE ${FILTERS.checked}) AS checked FROM recordings ${CURRENT}`,
      )
      const tags = store.rows<{ tag: string }>('SELECT DISTINCT tag FROM tags').map(({ tag }) => tag)
      const { compare } = new Intl.Collator()
      return { all: 0, toCheck: 0, checked: 0, ...counts, tags: tags.toSorted(compare) }
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
  const wantsSummaries = filter !== 'all' || sort === 'least-checked'
  if (wantsSummaries) keepMissingSummaries(store)
  const wanted = `FROM recordings ${wantsSummaries ? CURRENT : ''}
    WHERE ${FILTERS[filter]} ${tag === null ? '' : `AND ${TAGGED}`}`
  const values = tag === null ? [] : [tag]
  if (sort === 'title') {
    const { compare } = new Intl.Collator(undefined, { numeric: true })
    return store
      .rows<{ id: string; title: string }>(`SELECT id, title ${wanted} ORDER BY ${ORDERS.newest}`, ...values)
      .toSorted((a, b) => compare(a.title, b.title))
      .slice(0, limit)
      .map(({ id }) => id)
  }
  return store
    .rows<{ id: string }>(`SELECT id ${wanted} ORDER BY ${ORDERS[sort]} LIMIT ?`, ...values, limit)
    .map(({ id }) => id)
}
