import { allTables } from '../../all-tables.ts'
import type { Store } from '../../database/store.ts'
import { DURATION } from '../recordings/duration-sql.ts'
import { hitOf, type SearchHit } from './search-hits.ts'
import { paragraphsOfSpeakers } from './search-speakers.ts'
import { paragraphsWith } from './search-text.ts'
import { holdsWord, searchWordsOf, tokensOf } from './search-words.ts'

/** A recording whose title contains all the words. */
export interface TitleHit {
  readonly recordingId: string
  readonly title: string
}

/** Facts of a found recording, for display. */
export interface FoundRecording {
  readonly recordingId: string
  readonly addedAtMs: number
  /** Null before it is known. */
  readonly durationMs: number | null
}

export interface SearchCalls {
  /**
   * Paragraphs of each recording's current transcript that contain all the words, best first; then paragraphs whose
   * speaker's name contains the words that the text does not. Accents and case are ignored; the last word may be a
   * prefix. For very common words only the most recently written matches are ranked.
   */
  search(words: string, limit: number): SearchHit[]
  /** Recordings whose title, tags and date contain all the words; most recently added first. */
  titlesWith(words: string, limit: number): TitleHit[]
  /** Facts of those `ids` that exist. */
  foundRecordings(ids: readonly string[]): FoundRecording[]
}

/** Minimum share of the limit reserved for matches by speaker name, as a name may be a common word too. */
const SPEAKERS_SHARE = 0.5

/** Fields other than the text by which recordings are found. */
const LABELS = allTables.flatMap(({ foundBy }) =>
  foundBy !== null && typeof foundBy === 'object' ? [foundBy.labels] : [],
)
const LABELED = `SELECT recordings.id AS recordingId, title, concat_ws(char(10), ${LABELS.join(', ')}) AS labels
  FROM recordings ORDER BY number DESC`

export function createSearchCalls(store: Store): SearchCalls {
  return {
    search(typed, limit) {
      const words = searchWordsOf(typed)
      return store.read(() => {
        const said = paragraphsOfSpeakers(store, words, limit)
        const room = limit - Math.min(said.length, Math.floor(limit * SPEAKERS_SHARE))
        const found = paragraphsWith(store, words, room, null)
        const known = new Set(found.map(({ number }) => number))
        return [...found, ...said.filter(({ number }) => !known.has(number))].slice(0, limit).map(hitOf)
      })
    },
    titlesWith(typed, limit) {
      const words = searchWordsOf(typed)
      if (words.length === 0) return []
      const hits: TitleHit[] = []
      for (const { labels, ...hit } of store.each<TitleHit & { readonly labels: string }>(LABELED)) {
        const labeled = labels.split('\n').map(tokensOf)
        if (!words.every((word) => labeled.some((tokens) => holdsWord(tokens, word)))) continue
        hits.push(hit)
        if (hits.length >= limit) break
      }
      return hits
    },
    foundRecordings: (ids) =>
      store.rows<FoundRecording>(
        `SELECT id AS recordingId, added_at_ms AS addedAtMs, ${DURATION} AS durationMs FROM recordings
         WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      ),
  }
}
