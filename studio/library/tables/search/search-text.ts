import type { Store } from '../../database/store.ts'
import {
  HIT_END,
  HIT_START,
  type HitRow,
  type Match,
  PLACE,
  type PlaceRow,
  SNIPPET_TOKENS,
} from './search-hits.ts'
import { ftsQuery, type SearchWord } from './search-words.ts'

/** Maximum number of ranked matches: a common word can have hundreds of thousands, and ranking all takes a second. */
const MAX_RANKED = 1_000

const MARKED = `highlight(paragraph_search, 0, '${HIT_START}', '${HIT_END}') AS marked`
const SNIPPET = `snippet(paragraph_search, 0, '', '', '…', ${SNIPPET_TOKENS}) AS snippet`
/** CAST, as numbers are bound as floating-point ones, for which the index cannot seek. */
const MATCHING = 'FROM paragraph_search WHERE paragraph_search MATCH ?'

/**
 * Best first, by `rank` without word rarity: to compute rarity, SQLite reads every paragraph of the library that
 * contains a word, which takes most of a second for a common one.
 */
function newestMatches(store: Store, query: string): Match[] {
  const found = store.rows<Pick<Match, 'number' | 'marked'>>(
    `SELECT rowid AS number, ${MARKED} ${MATCHING} ORDER BY rowid DESC LIMIT ${MAX_RANKED}`,
    query,
  )
  const averageLength = found.reduce((sum, { marked }) => sum + marked.length, 0) / found.length
  const scored = found.map((match) => {
    const hits = match.marked.split(HIT_START).length - 1
    return { match, score: hits / (hits + 0.3 + 0.9 * (match.marked.length / averageLength)) }
  })
  return scored.toSorted((a, b) => b.score - a.score).map(({ match }) => ({ ...match, snippet: '' }))
}

/**
 * Adds snippets only to the displayed matches: making them for all candidates takes longer than the rest of
 * the search.
 */
function withSnippets(store: Store, query: string, oldest: number, hits: readonly HitRow[]): HitRow[] {
  // The unary plus keeps SQLite from restarting the search for each number.
  const rows = store.rows<Pick<Match, 'number' | 'snippet'>>(
    `SELECT rowid AS number, ${SNIPPET} ${MATCHING} AND rowid >= CAST(? AS INTEGER)
     AND +rowid IN (SELECT value FROM json_each(?))`,
    query,
    oldest,
    JSON.stringify(hits.map(({ number }) => number)),
  )
  const snippetOf = new Map(rows.map(({ number, snippet }) => [number, snippet]))
  return hits.map((hit) => ({ ...hit, snippet: snippetOf.get(hit.number) ?? '' }))
}

/**
 * Paragraphs whose text contains all the words, best first; with `names`, only those of speakers with these names.
 */
export function paragraphsWith(
  store: Store,
  words: readonly SearchWord[],
  limit: number,
  names: ReadonlySet<string> | null,
): HitRow[] {
  const typed = ftsQuery(words)
  if (typed === null || limit <= 0) return []
  const whole = ftsQuery(words.map((word) => ({ ...word, isBeginning: false })))
  // Longer words that begin with a common one would only add more, and joining their lists takes most of a
  // second.
  const isCommon = whole !== null && oldestRanked(store, whole) !== undefined
  const query = isCommon ? whole : typed
  const oldest = oldestRanked(store, query)
  const matches =
    oldest === undefined
      ? store.each<Match>(`SELECT rowid AS number, ${SNIPPET}, ${MARKED} ${MATCHING} ORDER BY rank`, query)
      : newestMatches(store, query)
  const hits: HitRow[] = []
  for (const match of matches) {
    const place = store.row<PlaceRow>(`${PLACE} AND paragraphs.number = ?`, match.number)
    if (place === undefined || (names !== null && !names.has(place.speakerName ?? ''))) continue
    hits.push({ ...place, ...match })
    if (hits.length === limit) break
  }
  if (oldest === undefined) return hits
  return isCommon ? withOwnSnippets(store, query, hits) : withSnippets(store, query, oldest, hits)
}

/** Number of the oldest ranked match, if there are more; undefined if all are ranked. */
function oldestRanked(store: Store, query: string): number | undefined {
  return store.row<{ number: number }>(
    `SELECT rowid AS number ${MATCHING} ORDER BY rowid DESC LIMIT 1 OFFSET ${MAX_RANKED - 1}`,
    query,
  )?.number
}

/** Like `withSnippets`, one by one: without prefixes each is found at once. */
function withOwnSnippets(store: Store, query: string, hits: readonly HitRow[]): HitRow[] {
  return hits.map((hit) => {
    const row = store.row<Pick<Match, 'snippet'>>(
      `SELECT ${SNIPPET} ${MATCHING} AND rowid = CAST(? AS INTEGER)`,
      query,
      hit.number,
    )
    return { ...hit, snippet: row?.snippet ?? '' }
  })
}
