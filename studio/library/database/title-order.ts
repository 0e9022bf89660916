import type { Database } from 'better-sqlite3'

/** Initial distance between neighbors: halved by each title placed between them, until space is made. */
const GAP = 2 ** 32
/** Number of neighbors on each side that are spread when there is no space between two. */
const SPREAD = 500
/** With more titles than this to place, all are sorted. */
const FEW = 1_000

/** SQLite has no language collation. That of English is shared by most languages, French among them. */
const collator = new Intl.Collator('en', { numeric: true })
/** Another Unicode version may order new letters differently. */
const TITLE_ORDER = `en ${process.versions.unicode ?? ''}`

interface Titled {
  readonly number: number
  readonly title: string
  readonly addedAtMs: number
}
interface Placed extends Titled {
  readonly place: number
}

/** By title; among equal titles the newest first. */
export function compareTitled(a: Titled, b: Titled): number {
  return collator.compare(a.title, b.title) || b.addedAtMs - a.addedAtMs || b.number - a.number
}

/** Setting: the collation of the stored title places. */
const SETTING = 'titles.sorted'

const TITLED = `SELECT listed_recordings.number, title, listed_recordings.added_at_ms AS addedAtMs, title_place AS place
  FROM listed_recordings JOIN recordings ON recordings.number = listed_recordings.number`

/** Gives every recording its place in title order. Only inside a transaction. */
export function placeAllTitles(database: Database): void {
  const all = database.prepare<[], Titled>(TITLED).all().sort(compareTitled)
  const put = placing(database)
  // In the middle of the exact integers, so that there is space on both sides.
  for (const [index, { number }] of all.entries()) put((index - Math.floor(all.length / 2)) * GAP, number)
  // A new library needs no such setting.
  if (all.length === 0) return
  const value = JSON.stringify(TITLE_ORDER)
  database.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(SETTING, value)
}

/** Whether all recordings have places in this program's order. */
export function hasTitlePlaces(database: Database): boolean {
  return (
    isOrdered(database) &&
    database.prepare('SELECT 1 FROM listed_recordings WHERE title_place IS NULL').get() === undefined
  )
}

function isOrdered(database: Database): boolean {
  const stored = database
    .prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
    .get(SETTING)
  return stored?.value === JSON.stringify(TITLE_ORDER)
}

/** Gives recordings without a place one among the others. Only inside a transaction. */
export function placeTitles(database: Database): void {
  const missing = database.prepare<[number], Titled>(`${TITLED} WHERE title_place IS NULL LIMIT ?`)
  const some = missing.all(FEW + 1)
  if (some.length > FEW || !isOrdered(database)) {
    placeAllTitles(database)
    return
  }
  for (const one of some) {
    if (placeOne(database, one)) continue
    placeAllTitles(database)
    return
  }
}

/** False if there is no space even after spreading neighbors. */
function placeOne(database: Database, one: Titled): boolean {
  const put = placing(database)
  for (const isSpread of [false, true]) {
    const { before, after } = neighborsOf(database, one)
    const place = placeBetween(before, after)
    if (place !== null) {
      put(place, one.number)
      return true
    }
    if (isSpread || before === null || after === null || !spread(database, before)) break
  }
  return false
}

/** Null if there is no space. */
function placeBetween(before: number | null, after: number | null): number | null {
  const place =
    before === null
      ? after === null
        ? 0
        : after - GAP
      : after === null
        ? before + GAP
        : Math.floor((before + after) / 2)
  return place === before || place === after || !Number.isSafeInteger(place) ? null : place
}

/** Places of the two titles around it, found by bisection; null: it is the first or the last. */
function neighborsOf(
  database: Database,
  one: Titled,
): { readonly before: number | null; readonly after: number | null } {
  const behind = database.prepare<[number, number], Placed>(
    `${TITLED} WHERE title_place > ? AND title_place < ? ORDER BY title_place LIMIT 1`,
  )
  const ahead = database.prepare<[number, number], Placed>(
    `${TITLED} WHERE title_place <= ? AND title_place > ? ORDER BY title_place DESC LIMIT 1`,
  )
  let [low, high] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  let [before, after]: (number | null)[] = [null, null]
  for (;;) {
    const middle = Math.floor(low / 2 + high / 2)
    const met = behind.get(middle, high) ?? ahead.get(middle, low)
    if (met === undefined) return { before: before ?? null, after: after ?? null }
    if (compareTitled(met, one) > 0) after = high = met.place
    else before = low = met.place
  }
}

/** Makes space around a place by spreading its neighbors evenly; false if they are too close themselves. */
function spread(database: Database, around: number): boolean {
  const read = (condition: string) =>
    database.prepare<[number, number], Placed>(`${TITLED} WHERE title_place ${condition} LIMIT ?`)
  const first = read('<= ? ORDER BY title_place DESC').all(around, SPREAD).reverse()
  const last = read('> ? ORDER BY title_place').all(around, SPREAD)
  const all = [...first, ...last]
  const [from, to] = [all[0]?.place ?? 0, all.at(-1)?.place ?? 0]
  const step = Math.floor((to - from) / (all.length - 1))
  if (!(step >= 4)) return false
  const put = placing(database)
  for (const [index, { number }] of all.entries())
    if (index < all.length - 1) put(from + index * step, number)
  return true
}

function placing(database: Database): (place: number, number: number) => void {
  const update = database.prepare('UPDATE listed_recordings SET title_place = ? WHERE number = ?')
  return (place, number) => void update.run(place, number)
}
