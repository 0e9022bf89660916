import type { Database, Statement } from 'better-sqlite3'
import { codeOf } from '../../faults/error-code.ts'
import { allTables } from '../all-tables.ts'
import type { TableDescription } from '../table-description.ts'
import { isDamage } from './faults.ts'
import { forgetPrograms } from './forget-programs.ts'
import { tableNames } from './table-names.ts'

/**
 * Row numbers tried one by one after a damaged place, about as many as fit on a page, before the steps grow.
 */
const SHORT_SKIPS = 100

type Row = Record<string, unknown>

/**
 * Copies every readable row from `source` into the empty tables of `target`, then removes rows whose parent is
 * missing. Returns the number of rows kept, excluding uncounted tables.
 */
export function copyReadableRows(source: Database, target: Database): number {
  target.pragma('foreign_keys = OFF')
  const copyAll = target.transaction(() => {
    for (const table of tableNames(target))
      if (repairOf(table) !== 'left-out') copyTable(source, target, table)
    removeOrphans(target)
    forgetPrograms(target)
  })
  copyAll.immediate()
  return tableNames(target)
    .filter((table) => repairOf(table) === 'counted')
    .reduce((sum, table) => sum + countRows(target, table), 0)
}

const repairOf = (table: string): TableDescription['whenRepaired'] =>
  allTables.find(({ name }) => name === table)?.whenRepaired ?? 'counted'

function countRows(database: Database, table: string): number {
  return (database.prepare(`SELECT count(*) AS count FROM "${table}"`).get() as { count: number }).count
}

function copyTable(source: Database, target: Database, table: string): void {
  const columns = (target.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const insert = target.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (const row of readableRows(source, table, names)) {
    try {
      insert.run(...columns.map((name) => row[name]))
    } catch (error) {
      // Data from a damaged page that violates the table's constraints is not a valid row.
      if (codeOf(error)?.startsWith('SQLITE_CONSTRAINT') !== true && codeOf(error) !== 'SQLITE_MISMATCH')
        throw error
    }
  }
}

/** Rows in table order, skipping unreadable ones. */
function* readableRows(source: Database, table: string, names: string): Generator<Row> {
  let select: Statement<[number], Row & { salvage_rowid: number }>
  try {
    select = source.prepare(
      `SELECT rowid AS salvage_rowid, ${names} FROM "${table}" WHERE rowid > ? ORDER BY rowid`,
    )
  } catch (error) {
    // The table is missing from this copy's schema.
    if (!isDamage(error) && codeOf(error) !== 'SQLITE_ERROR') throw error
    return
  }
  let after: number | null = 0
  let skip = 1
  while (after !== null && after < Number.MAX_SAFE_INTEGER) {
    try {
      let isInOrder = true
      for (const row of select.iterate(after)) {
        isInOrder = row.salvage_rowid > after
        if (!isInOrder) break
        after = row.salvage_rowid
        yield row
      }
      if (isInOrder) return
      // Otherwise damaged pages that link to each other would return their rows forever.
      after += skip
      skip *= 2
    } catch (error) {
      if (!isDamage(error)) throw error
      after = behindDamage((number) => isReadableFrom(select, number), after)
    }
  }
}

function isReadableFrom(select: Statement<[number], Row>, after: number): boolean {
  try {
    select.get(after)
    return true
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  }
}

/**
 * The row number after which the table is readable again, or null if nothing more is: found by growing steps,
 * then by bisection.
 */
function behindDamage(isReadable: (after: number) => boolean, damagedAfter: number): number | null {
  let unreadable = damagedAfter
  for (let skip = 1; unreadable + skip < Number.MAX_SAFE_INTEGER;) {
    let readable = unreadable + skip
    if (!isReadable(readable)) {
      unreadable = readable
      if (unreadable >= damagedAfter + SHORT_SKIPS) skip *= 2
      continue
    }
    while (readable - unreadable > 1) {
      const middle = Math.floor((readable + unreadable) / 2)
      if (isReadable(middle)) readable = middle
      else unreadable = middle
    }
    return readable
  }
  return null
}

/** Removes rows whose parent was not restored; repeats, as other rows may depend on those. */
function removeOrphans(database: Database): void {
  for (;;) {
    const orphans = database.pragma('foreign_key_check') as { table: string; rowid: number; fkid: number }[]
    if (orphans.length === 0) return
    for (const { table, rowid, fkid } of orphans) {
      const keys = database.pragma(`foreign_key_list("${table}")`) as {
        id: number
        from: string
        on_delete: string
      }[]
      const key = keys.find((candidate) => candidate.id === fkid)
      if (key?.on_delete === 'SET NULL') {
        database.prepare(`UPDATE "${table}" SET "${key.from}" = NULL WHERE rowid = ?`).run(rowid)
      } else database.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
    }
  }
}
