import type { Word } from '#core/transcript/transcript'
import { ftsQuery, holdsWord, type SearchWord, searchWordsOf, tokensOf } from './search-words.ts'
import type { Store } from '../database/store.ts'
import { unpackParagraph, type StoredParagraph } from '../stored-transcript.ts'

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
  /** Of the first matching word, on the recording's clock. */
  readonly startMs: number
  readonly speakerId: string | null
  /** Null if the speaker has no name. */
  readonly speakerName: string | null
  /** The speaker's position among the transcript's speakers, from 1: used as the label of an unnamed speaker. */
  readonly speakerNumber: number | null
  /** The text around the match, with `…` where it was cut. */
  readonly snippet: string
  /** The matching words, in order. */
  readonly words: readonly HitWord[]
}

/** A recording whose title contains all the words. */
export interface TitleHit {
  readonly recordingId: string
  readonly title: string
}

export interface SearchCalls {
  /**
   * Paragraphs of each recording's current transcript that contain all the words, best first; then paragraphs whose
   * speaker's name contains the words that the text does not. Accents and case are ignored; the last word may be a
   * prefix. For very common words only the most recently written matches are ranked.
   */
  search(words: string, limit: number): SearchHit[]
  /** Recordings whose title, tags and date have all the words; most recently added first. */
  titlesWith(words: string, limit: number): TitleHit[]
}

/** Delimiters of a match in highlighted text: control characters that no transcript contains. */
const HIT_START = '\u0002'
const HIT_END = '\u0003'
/** Tokens in a snippet: about a line. */
const SNIPPET_TOKENS = 16
/** Maximum number of ranked matches: a common word can have hundreds of thousands, and ranking all takes a second. */
const MOST_RANKED = 1_000
/** Minimum share of the limit reserved for matches by speaker name, as a name may be a common word too. */
const SPEAKERS_SHARE = 0.5

/** What each recording can be found by besides its text. */
const LABELED = `SELECT recordings.id AS recordingId, title,
    (SELECT group_concat(tag, char(10)) FROM tags WHERE recording_id = recordings.id) AS tags,
    (SELECT date FROM meetings WHERE recording_id = recordings.id) AS date
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
      for (const { tags, date, ...hit } of store.each<
        TitleHit & { readonly tags: string | null; readonly date: string | null }
      >(LABELED)) {
        const labels = [hit.title, ...(tags?.split('\n') ?? []), date ?? ''].map(tokensOf)
        if (!words.every((word) => labels.some((tokens) => holdsWord(tokens, word)))) continue
        hits.push(hit)
        if (hits.length >= limit) break
      }
      return hits
    },
  }
}

interface Match {
  readonly number: number
  readonly snippet: string
  readonly marked: string
}

interface PlaceRow extends StoredParagraph {
  readonly number: number
  readonly recordingId: string
  readonly title: string
  readonly transcriptId: string
  readonly speakerName: string | null
  readonly speakerNumber: number | null
}

type HitRow = PlaceRow & Pick<Match, 'snippet' | 'marked'>

const PLACE = `SELECT paragraphs.number, recordings.id AS recordingId, recordings.title,
    paragraphs.transcript_id AS transcriptId, paragraphs.id AS id, paragraphs.speaker_id AS speakerId,
    paragraphs.language, paragraphs.kind, paragraphs.words, speakers.name AS speakerName,
    speakers.position + 1 AS speakerNumber
  FROM paragraphs
  JOIN transcripts ON transcripts.id = paragraphs.transcript_id
  JOIN recordings ON recordings.id = transcripts.recording_id
  LEFT JOIN speakers ON speakers.transcript_id = paragraphs.transcript_id AND speakers.id = paragraphs.speaker_id
  WHERE transcripts.id = (SELECT id FROM current_transcripts WHERE recording_id = recordings.id)`

const MARKED = `highlight(paragraph_search, 0, '${HIT_START}', '${HIT_END}') AS marked`
const SNIPPET = `snippet(paragraph_search, 0, '', '', '…', ${SNIPPET_TOKENS}) AS snippet`
/** Numbers are bound as floating-point ones, with which the index cannot begin: CAST. */
const MATCHING = 'FROM paragraph_search WHERE paragraph_search MATCH ?'

/**
 * Best first, by `rank` without word rarity: to compute rarity, SQLite reads every paragraph of the library that
 * contains a word, which takes most of a second for a common one.
 */
function newestMatches(store: Store, query: string): Match[] {
  const found = store.rows<Pick<Match, 'number' | 'marked'>>(
    `SELECT rowid AS number, ${MARKED} ${MATCHING} ORDER BY rowid DESC LIMIT ${MOST_RANKED}`,
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
 * Adds snippets to the displayed matches only: making them for all candidates takes longer than the rest of the
 * search.
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
function paragraphsWith(
  store: Store,
  words: readonly SearchWord[],
  limit: number,
  names: ReadonlySet<string> | null,
): HitRow[] {
  const typed = ftsQuery(words)
  if (typed === null || limit <= 0) return []
  const whole = ftsQuery(words.map((word) => ({ ...word, isBeginning: false })))
  // Words that a common one begins would only be more of them, and joining their lists takes most of a second.
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

/** Number of the oldest match that is ranked, where there are more; undefined where all are. */
function oldestRanked(store: Store, query: string): number | undefined {
  return store.row<{ number: number }>(
    `SELECT rowid AS number ${MATCHING} ORDER BY rowid DESC LIMIT 1 OFFSET ${MOST_RANKED - 1}`,
    query,
  )?.number
}

/** As `withSnippets`, one by one: without beginnings of words each is found at once. */
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

/** Each name once, from one to the next in the index: a name may be that of a speaker in every transcript. */
const SPEAKER_NAMES = `WITH RECURSIVE names (name) AS (
    SELECT min(name) FROM speakers WHERE name IS NOT NULL
    UNION ALL
    SELECT (SELECT min(name) FROM speakers WHERE name > names.name) FROM names WHERE name IS NOT NULL
  ) SELECT name FROM names WHERE name IS NOT NULL`

/** Paragraphs whose speaker's name contains some of the words and whose text contains the others. */
function paragraphsOfSpeakers(store: Store, words: readonly SearchWord[], limit: number): HitRow[] {
  if (words.length === 0) return []
  const groups = new Map<string, { readonly others: SearchWord[]; readonly names: Set<string> }>()
  for (const { name } of store.rows<{ name: string }>(SPEAKER_NAMES)) {
    const tokens = tokensOf(name)
    const others = words.filter((word) => !holdsWord(tokens, word))
    if (others.length === words.length) continue
    const key = others.map(({ typed }) => typed).join(' ')
    const group = groups.get(key) ?? { others, names: new Set() }
    group.names.add(name)
    groups.set(key, group)
  }
  const hits: HitRow[] = []
  // Names that contain the most words come first: those words are probably meant as a name.
  for (const { others, names } of [...groups.values()].toSorted(
    (a, b) => a.others.length - b.others.length,
  )) {
    const room = limit - hits.length
    if (room <= 0) break
    hits.push(
      ...(others.length > 0 ? paragraphsWith(store, others, room, names) : allSaidBy(store, names, room)),
    )
  }
  return hits
}

/** All paragraphs of speakers with these names, newest transcript first. */
function allSaidBy(store: Store, names: ReadonlySet<string>, limit: number): HitRow[] {
  const hits: HitRow[] = []
  for (const { transcriptId, speakerId } of newestSpeakers(store, names, limit)) {
    const room = limit - hits.length
    if (room <= 0) break
    const places = store.rows<PlaceRow>(
      `${PLACE} AND paragraphs.transcript_id = ? AND paragraphs.speaker_id = ? ORDER BY paragraphs.position LIMIT ?`,
      transcriptId,
      speakerId,
      room,
    )
    hits.push(...places.map((place) => ({ ...place, snippet: beginningOf(place), marked: '' })))
  }
  return hits
}

/** From so many speakers on, names are looked up transcript by transcript from the newest, else all are sorted. */
const COMMON_NAME = 1_000

/** Speakers with these names, newest first; as many at once as are likely wanted. */
function* newestSpeakers(
  store: Store,
  names: ReadonlySet<string>,
  atOnce: number,
): Generator<{ readonly transcriptId: string; readonly speakerId: string }> {
  const wanted = JSON.stringify([...names])
  const isCommon =
    store.row(
      `SELECT 1 FROM speakers WHERE name IN (SELECT value FROM json_each(?)) LIMIT 1 OFFSET ${COMMON_NAME}`,
      wanted,
    ) !== undefined
  // CROSS: the first table is read first.
  const joined = isCommon
    ? 'transcripts CROSS JOIN speakers ON speakers.transcript_id = transcripts.id'
    : 'speakers CROSS JOIN transcripts ON transcripts.id = speakers.transcript_id'
  for (let offset = 0; ; offset += atOnce) {
    const some = store.rows<{ transcriptId: string; speakerId: string }>(
      `SELECT transcripts.id AS transcriptId, speakers.id AS speakerId FROM ${joined}
       WHERE speakers.name IN (SELECT value FROM json_each(?))
       ORDER BY transcripts.number DESC LIMIT ? OFFSET ?`,
      wanted,
      atOnce,
      offset,
    )
    yield* some
    if (some.length < atOnce) return
  }
}

function beginningOf(place: StoredParagraph): string {
  const { words } = unpackParagraph(place)
  const text = words
    .slice(0, SNIPPET_TOKENS)
    .map((word) => word.before + word.text)
    .join('')
  return words.length > SNIPPET_TOKENS ? `${text}…` : text
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

/** The words marked in highlighted text; `marked` is their concatenation with delimiters. */
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
