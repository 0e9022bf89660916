import type { TimeSpan } from '#core/transcript/time-span'
import type { Run } from '#core/transcript/transcript'
import { PART_COLUMNS, type PartRow, transcriptPart } from '../transcripts/transcript-part.ts'
import type { RecordingChoice, RecordingCounts, RecordingSort } from '#contracts/calls/recordings'
import { codeOf } from '../../../faults/error-code.ts'
import { DURATION } from '../recordings/duration-sql.ts'
import type { Store } from '../../database/store.ts'
import { hasTitlePlaces, placeTitles } from '../../database/title-order.ts'
import type { TableDescription } from '../../table-description.ts'

/** One line of the command line's list. */
export interface RecordingLine {
  readonly id: string
  readonly title: string
  /** Null before the first track is decoded, unless the program recorded it. */
  readonly durationMs: number | null
  /** These fields describe the current transcript; null if there is none. */
  readonly language: string | null
  readonly speakers: number
  readonly state: 'running' | 'done' | null
  /** The part that the transcript covers, if that is less than what is kept of the recording. */
  readonly part: TimeSpan | null
}

export interface ListCalls {
  /** Ids of the recordings that match the choice, in its order; at most `limit`. */
  listedRecordings(choice: RecordingChoice, limit: number): string[]
  recordingCounts(): RecordingCounts
  /** Recordings, oldest first: those after `after` (its id), at most `limit`. */
  recordingLines(page?: { readonly after?: string | null; readonly limit?: number }): RecordingLine[]
}

/** Each is served by an index of `listed_recordings`. */
const ORDERS: Readonly<Record<RecordingSort, readonly string[]>> = {
  newest: ['dated_at_ms DESC', 'number DESC'],
  oldest: ['dated_at_ms', 'number'],
  title: ['title_place'],
  longest: ['duration_ms DESC', 'added_at_ms DESC', 'number DESC'],
  // One without places to check counts as fully checked; unfinished or uncounted ones come last.
  'least-checked': ['share_checked', 'added_at_ms DESC', 'number DESC'],
}

/**
 * Up to this many recordings that match a filter or tag are sorted; with more, the order is read until a page
 * is full.
 */
const FEW = 2_000

const HAS_TAG =
  'EXISTS (SELECT 1 FROM tags WHERE tags.recording_id = listed_recordings.recording_id AND tag = ?)'
const OF_TAG = 'recording_id IN (SELECT recording_id FROM tags WHERE tag = ?)'

/** All tags without duplicates, found by skipping through the index. */
const TAGS = `WITH RECURSIVE each (tag) AS (
    SELECT min(tag) FROM tags
    UNION ALL SELECT (SELECT min(tag) FROM tags WHERE tag > each.tag) FROM each WHERE tag IS NOT NULL
  ) SELECT tag FROM each WHERE tag IS NOT NULL`

export function createListCalls(store: Store): ListCalls {
  return {
    listedRecordings: (choice, limit) => listedRecordings(store, choice, limit),
    recordingCounts() {
      const all = store.row<{ all: number }>('SELECT count(*) AS "all" FROM listed_recordings')
      const counted = (filter: string): number =>
        store.row<{ count: number }>(
          'SELECT count(*) AS count FROM listed_recordings WHERE filter = ?',
          filter,
        )?.count ?? 0
      const tags = store.rows<{ tag: string }>(TAGS).map(({ tag }) => tag)
      const { compare } = new Intl.Collator()
      return {
        all: all?.all ?? 0,
        toCheck: counted('to-check'),
        checked: counted('checked'),
        tags: tags.toSorted(compare),
      }
    },
    recordingLines: ({ after = null, limit = -1 } = {}) =>
      store
        .rows<Omit<RecordingLine, 'part'> & PartRow & { readonly run: string | null }>(
          `SELECT recordings.id, recordings.title, ${DURATION} AS durationMs, transcripts.language, transcripts.state,
           transcripts.run, ${PART_COLUMNS},
           (SELECT count(*) FROM speakers WHERE transcript_id = transcripts.id) AS speakers
         FROM recordings
         LEFT JOIN transcripts
           ON transcripts.id = (SELECT id FROM current_transcripts WHERE recording_id = recordings.id)
         WHERE recordings.number > coalesce((SELECT number FROM recordings WHERE id = ?), 0)
         ORDER BY recordings.number LIMIT ?`,
          after,
          limit,
        )
        .map(({ run, keptFromMs, keptToMs, wholeMs, ...line }) => ({
          ...line,
          part:
            run === null
              ? null
              : transcriptPart((JSON.parse(run) as Run).settings, { keptFromMs, keptToMs, wholeMs }),
        })),
  }
}

function listedRecordings(store: Store, { filter, sort, tag }: RecordingChoice, limit: number): string[] {
  if (sort === 'title') keepTitlePlaces(store)
  const isRare =
    (filter !== 'all' && isFew(store, 'listed_recordings WHERE filter = ?', filter)) ||
    (tag !== null && isFew(store, 'tags WHERE tag = ?', tag))
  const conditions = [
    // A plus keeps the other index from being used.
    ...(filter === 'all' ? [] : [`${isRare ? '' : '+'}filter = ?`]),
    ...(tag === null ? [] : [isRare ? OF_TAG : HAS_TAG]),
  ]
  const order = ORDERS[sort].map((term) => (isRare ? `+${term}` : term))
  return store
    .rows<{ id: string }>(
      `SELECT recording_id AS id FROM listed_recordings
       ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`} ORDER BY ${order.join(', ')} LIMIT ?`,
      ...(filter === 'all' ? [] : [filter]),
      ...(tag === null ? [] : [tag]),
      limit,
    )
    .map(({ id }) => id)
}

function isFew(store: Store, which: string, value: string): boolean {
  return store.row(`SELECT 1 FROM ${which} LIMIT 1 OFFSET ${FEW}`, value) === undefined
}

/** On a read-only or full disk, recordings added or renamed since come first. */
function keepTitlePlaces(store: Store): void {
  if (store.read(() => hasTitlePlaces(store.database))) return
  try {
    store.change(() => placeTitles(store.database))
  } catch (error) {
    if (!/^SQLITE_(?:FULL|BUSY|LOCKED|IOERR|READONLY)/u.test(codeOf(error) ?? '')) throw error
  }
}

/** Maintained by triggers. */
export const listedRecordingsTable: TableDescription = {
  name: 'listed_recordings',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'follows',
  isWork: false,
  whenRepaired: 'uncounted',
  whenCopied: null,
  foundBy: null,
}
