import type { Store } from '../../database/store.ts'
import { beginningOf, type HitRow, PLACE, type PlaceRow } from './search-hits.ts'
import { paragraphsWith } from './search-text.ts'
import { holdsWord, type SearchWord, tokensOf } from './search-words.ts'

/**
 * All names without duplicates, found by skipping through the index: a name may be that of a speaker in every
 * transcript.
 */
const SPEAKER_NAMES = `WITH RECURSIVE names (name) AS (
    SELECT min(name) FROM speakers WHERE name IS NOT NULL
    UNION ALL
    SELECT (SELECT min(name) FROM speakers WHERE name > names.name) FROM names WHERE name IS NOT NULL
  ) SELECT name FROM names WHERE name IS NOT NULL`

/** Paragraphs whose speaker's name contains some of the words and whose text contains the others. */
export function paragraphsOfSpeakers(store: Store, words: readonly SearchWord[], limit: number): HitRow[] {
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

/**
 * From this many speakers on, names are looked up transcript by transcript, newest first; below it, all are
 * sorted.
 */
const COMMON_NAME = 1_000

/** Speakers with these names, newest first; as many at once as are likely needed. */
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
  // CROSS JOIN forces the first table to be read first.
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
