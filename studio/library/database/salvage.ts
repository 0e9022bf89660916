import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { connectChecked } from './connection.ts'
import { createDatabaseAt, removeDatabase } from './create-database.ts'
import { versionInFile } from './database-version.ts'
import { codeOf } from '../../faults/error-code.ts'
import { isDamage } from './faults.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { copyReadableRows } from './salvage-rows.ts'
import { transplantSchema } from './salvage-schema.ts'

export interface SalvageReport {
  /** The folder, in `backups`, with the damaged files as they were. */
  readonly damagedKeptAt: string
  /** Rows that could be read and are in the library again; the events log is not counted. */
  readonly salvagedRows: number
}

/** A large library takes a while to mend; other programs that find the damage wait for the first. */
const REPAIR_TIMEOUT_MS = 60_000

/**
 * Mends a damaged library: keeps its files as they are, makes a new database of every row that can still be
 * read, and puts it in the place of the old one. Null when another program has just done so.
 */
export function salvage(
  folder: string,
  file: string,
  migrations: readonly Migration[],
): SalvageReport | null {
  return holdingRepairLock(folder, () => {
    if (isSound(file)) return null
    const damagedKeptAt = makeDamagedFolder(folder)
    const mended = `${file}.mended`
    try {
      copyDatabase(file, join(damagedKeptAt, basename(file)))
      const salvagedRows = buildFrom(file, join(damagedKeptAt, 'working'), mended, migrations)
      // A WAL of the old database must never meet the new one.
      rmSync(`${file}-wal`, { force: true })
      rmSync(`${file}-shm`, { force: true })
      renameSync(mended, file)
      return { damagedKeptAt, salvagedRows }
    } catch (error) {
      // The damaged files still lie where they were, so a copy of them is nothing to keep.
      rmSync(damagedKeptAt, { recursive: true, force: true })
      removeDatabase(mended)
      throw error
    }
  })
}

/** Reads a copy in `working` of what is in `file`, as opening it changes it; answers with the rows saved. */
function buildFrom(file: string, working: string, mended: string, migrations: readonly Migration[]): number {
  mkdirSync(working)
  const copy = join(working, basename(file))
  copyDatabase(file, copy)
  const version = versionInFile(copy) ?? 0
  const known = version >= 1 && version <= migrations.length ? version : migrations.length
  createDatabaseAt(mended, migrations.slice(0, known))
  const source = openReadable(copy, mended)
  const target = new Database(mended)
  try {
    const rows = source === null ? 0 : copyReadableRows(source, target)
    migrate(target, migrations)
    target
      .prepare('INSERT INTO events (kind, touched) VALUES (?, ?)')
      .run('library-salvaged', JSON.stringify({ rows }))
    return rows
  } finally {
    source?.close()
    target.close()
    rmSync(working, { recursive: true, force: true })
  }
}

/** The damaged copy with a table of contents that can be read, if need be that of a new library; else null. */
function openReadable(copy: string, pattern: string): Database.Database | null {
  for (const prepare of [() => {}, () => transplantSchema(pattern, copy)]) {
    prepare()
    const database = new Database(copy)
    try {
      const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as {
        count: number
      }
      if (tables.count > 0) return database
      database.close()
    } catch (error) {
      database.close()
      if (!isDamage(error)) throw error
    }
  }
  return null
}

function isSound(file: string): boolean {
  try {
    connectChecked(file).close()
    return true
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  }
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix)
  }
}

function makeDamagedFolder(folder: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, 'backups', `damaged-${number}`)
    try {
      mkdirSync(path)
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** SQLite's own lock on an empty database: the system gives it back however the program ends. */
function holdingRepairLock<Result>(folder: string, work: () => Result): Result {
  const lock = new Database(join(folder, 'backups', 'repair.lock'), { timeout: REPAIR_TIMEOUT_MS })
  try {
    return lock.transaction(work).exclusive()
  } finally {
    lock.close()
  }
}
