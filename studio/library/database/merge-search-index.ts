import type { Database } from 'better-sqlite3'

/** Steps take about a tenth of a second each. */
const STEP_PAGES = 250
/** Further attempts would not differ. */
const MOST_ROUNDS = 3

/**
 * Merges into one segment, without anything of deleted paragraphs, in steps (https://sqlite.org/fts5.html, 6.8). SQLite
 * drops the words of deleted rows only where it merges into the highest level; segments that are all in a lower
 * one are merged into the level above that.
 */
export function* mergeSearchIndex(target: { readonly database: Database }): Generator<undefined, void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    yield* merge(target)
    const { isHighest, pages } = segmentsIn(target.database)
    if (isHighest) return
    // SQLite moves a segment down to a new one that is not smaller, where both would be in one level again.
    if (pages <= 1) break
    addSegment(target.database)
  }
  target.database.exec("INSERT INTO paragraph_search (paragraph_search) VALUES ('rebuild')")
}

function* merge(target: { readonly database: Database }): Generator<undefined, void> {
  for (let pages = -STEP_PAGES; ; pages = STEP_PAGES) {
    const { database } = target
    const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
    const before = changes.get() ?? 0
    database.prepare("INSERT INTO paragraph_search (paragraph_search, rank) VALUES ('merge', ?)").run(pages)
    if ((changes.get() ?? 0) - before < 2) return
    yield
  }
}

/** A segment in the lowest level that adds nothing: segments of two levels are merged into a new highest one. */
function addSegment(database: Database): void {
  database.transaction(() => {
    database.exec("INSERT INTO paragraph_search (rowid, text) VALUES (0, 'a')")
    database.exec("INSERT INTO paragraph_search (paragraph_search, rowid, text) VALUES ('delete', 0, 'a')")
  })()
}

/** Whether no level but the highest has segments, and how many pages they have, by the index's structure record. */
function segmentsIn(database: Database): { readonly isHighest: boolean; readonly pages: number } {
  const block = database
    .prepare<[], Buffer>('SELECT block FROM paragraph_search_data WHERE id = 10')
    .pluck()
    .get()
  if (block === undefined) return { isHighest: true, pages: 0 }
  // The first four bytes count changes of the table's settings.
  let at = 4
  /** A number in groups of seven bits, the highest first. */
  const number = (): number => {
    let value = 0
    for (let count = 0; count < 9; count += 1) {
      const byte = block[at] ?? 0
      at += 1
      value = value * 128 + (byte & 127)
      if (byte < 128) break
    }
    return value
  }
  const [levels] = [number(), number(), number()]
  let pages = 0
  let highest = -1
  let isInOne = true
  for (let level = 0; level < levels; level += 1) {
    const [, segments] = [number(), number()]
    if (segments > 0) {
      isInOne = highest < 0
      highest = level
    }
    for (let segment = 0; segment < segments; segment += 1) {
      const [, first, last] = [number(), number(), number()]
      pages += last - first + 1
    }
  }
  return { isHighest: highest < 0 || (isInOne && highest === levels - 1), pages }
}
