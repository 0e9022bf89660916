import Database from 'better-sqlite3'
import { describe, expect, it, test } from 'vitest'
import { allTables } from './all-tables.ts'
import { migrate } from './database/migrate.ts'
import { migrations } from './database/migrations/migrations.ts'
import { tableNames } from './database/table-names.ts'
import type { TableDescription } from './table-description.ts'

interface ForeignKey {
  readonly table: string
  readonly from: string
  readonly on_delete: string
}

const database = new Database(':memory:')
migrate(database, migrations)
const keysOf = (name: string): ForeignKey[] => database.pragma(`foreign_key_list("${name}")`) as ForeignKey[]
const hasColumn = (name: string, column: string): boolean =>
  (database.pragma(`table_info("${name}")`) as { name: string }[]).some((each) => each.name === column)
const triggers = database
  .prepare<[], { tbl_name: string; sql: string }>(
    "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'",
  )
  .all()

/** Whether foreign keys delete the rows with those of `recordings`. */
const goesWithRecordings = (name: string): boolean =>
  name === 'recordings' ||
  keysOf(name).some(({ table, on_delete }) => on_delete === 'CASCADE' && goesWithRecordings(table))
const isUnlinked = (name: string): boolean =>
  keysOf(name).some(({ table, on_delete }) => on_delete === 'SET NULL' && goesWithRecordings(table))

it('every table is described, and each only once', () => {
  expect(allTables.map(({ name }) => name).toSorted()).toEqual(tableNames(database).toSorted())
})

describe.each(allTables.map((table): [string, TableDescription] => [table.name, table]))(
  '%s',
  (name, { whenDeleted, whenJoined, whenTrimmed, isWork, whenCopied, foundBy }) => {
    test('its rows follow a deleted recording as it says', () => {
      const found = goesWithRecordings(name) ? 'deleted' : isUnlinked(name) ? 'unlinked' : 'kept'
      if (whenDeleted === 'by-trigger')
        expect(triggers.some(({ sql }) => sql.includes(`DELETE FROM ${name}`))).toBe(true)
      else if (typeof whenDeleted === 'string') expect(whenDeleted).toBe(found)
      // Rows deleted by a foreign key need no function.
      else expect(found).toBe('kept')
    })

    test('joining and trimming can do what it says', () => {
      const byRecording = whenJoined === 'moved' || whenTrimmed === 'deleted'
      expect(hasColumn(name, 'recording_id') || !byRecording).toBe(true)
      // Rows that belong to no recording cannot follow one.
      expect(whenDeleted === 'kept' ? [whenJoined, whenTrimmed] : ['kept', 'kept']).toEqual(['kept', 'kept'])
    })

    test('its SQL is valid', () => {
      if (typeof isWork === 'string')
        expect(() => database.prepare(`SELECT 1 FROM "${name}" WHERE ${isWork}`)).not.toThrow()
      if (whenCopied !== null) {
        expect(whenCopied).toContain(name)
        expect(() => database.prepare(whenCopied)).not.toThrow()
      }
      if (foundBy !== null && typeof foundBy === 'object')
        expect(() => database.prepare(`SELECT ${foundBy.labels} FROM recordings`)).not.toThrow()
    })

    test('its text is in the index of search exactly if it says so', () => {
      const isIndexed = triggers.some(
        ({ tbl_name, sql }) => tbl_name === name && sql.includes('INTO paragraph_search'),
      )
      expect(foundBy === 'text').toBe(isIndexed)
    })
  },
)
