import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyReadableRows } from './salvage-rows.ts'
import { temporaryFolder } from '../testing/fixtures.ts'

const PAGE_BYTES = 4096
const TABLE = 'CREATE TABLE jobs (number INTEGER PRIMARY KEY, state TEXT NOT NULL)'
const ROWS = 60
/** More reads of a table than any damage requires. */
const TOO_OFTEN = 2_000

/** Offsets in the file of pointers to a table's child pages, in order; its root has only child pages. */
function childrenOf(bytes: Buffer, root: number): number[] {
  const page = (root - 1) * PAGE_BYTES
  expect(bytes.readUInt8(page)).toBe(5)
  const cells = bytes.readUInt16BE(page + 3)
  return Array.from({ length: cells }, (_, cell) => page + bytes.readUInt16BE(page + 12 + cell * 2))
}

/** A database that fails if the same table is read over and over. */
function patient(database: Database.Database): Database.Database {
  let readings = 0
  return new Proxy(database, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name)
      return (sql: string) => {
        const statement = target.prepare<[number]>(sql)
        return {
          get: (after: number) => statement.get(after),
          iterate(after: number) {
            readings += 1
            if (readings > TOO_OFTEN) throw new Error('reads without end')
            return statement.iterate(after)
          },
        }
      }
    },
  })
}

it('ends where pages lead back to earlier ones before a damaged one, and keeps what can be read', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'damaged.db')
  const whole = new Database(file)
  whole.pragma(`page_size = ${PAGE_BYTES}`)
  whole.exec(TABLE)
  const insert = whole.prepare('INSERT INTO jobs (number, state) VALUES (?, ?)')
  for (let number = 1; number <= ROWS; number++) insert.run(number, 'x'.repeat(500))
  const { rootpage } = whole.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'jobs'").get() as {
    rootpage: number
  }
  whole.close()
  const bytes = readFileSync(file)
  const children = childrenOf(bytes, rootpage)
  expect(children.length).toBeGreaterThan(4)
  // The third child is the first one again, and the fourth is not a table page.
  bytes.writeUInt32BE(bytes.readUInt32BE(children[0]), children[2])
  const fourth = bytes.readUInt32BE(children[3])
  bytes.fill(0xa5, (fourth - 1) * PAGE_BYTES, fourth * PAGE_BYTES)
  writeFileSync(file, bytes)

  const source = new Database(file, { readonly: true })
  const target = new Database(':memory:')
  target.exec(TABLE)
  const kept = copyReadableRows(patient(source), target)
  const numbers = target.prepare<[], number>('SELECT number FROM jobs ORDER BY number').pluck().all()
  source.close()
  target.close()
  expect(kept).toBe(numbers.length)
  expect(numbers.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1))
  // Rows on both sides of the damage are there.
  expect(numbers.at(-1)).toBe(ROWS)
  expect(new Set(numbers).size).toBe(numbers.length)
})
