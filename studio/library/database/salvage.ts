import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createDatabaseAt, removeDatabase } from './create-database.ts'
import { versionInFile } from './database-version.ts'
import { codeOf } from '../../faults/error-code.ts'
import { isDamage } from './faults.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { copyReadableRows } from './salvage-rows.ts'
import { replaceSchema } from './salvage-schema.ts'

export interface SalvageReport {
  /** The folder in `backups` with the unchanged damaged files. */
  readonly damagedKeptAt: string
  /** Rows read and restored, not counting the events log. */
  readonly salvagedRows: number
}

/**
 * Repairs a damaged library: keeps its files unchanged, builds a new database from every readable row, and
 * replaces the old one with it. Requires exclusive access to the library and no connection to it.
 */
export function salvage(folder: string, file: string, migrations: readonly Migration[]): SalvageReport {
  const damagedKeptAt = makeDamagedFolder(folder)
  const repaired = repairedFile(file)
  try {
    copyDatabase(file, join(damagedKeptAt, basename(file)))
    const salvagedRows = buildFrom(file, join(damagedKeptAt, 'working'), repaired, migrations)
    // The new database must never be opened with the old one's WAL, nor the old one without it.
    if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, walAside(file))
    rmSync(`${file}-shm`, { force: true })
    renameSync(repaired, file)
    rmSync(walAside(file), { force: true })
    return { damagedKeptAt, salvagedRows }
  } catch (error) {
    undoUnfinishedSalvage(file)
    // The damaged files are in their original place, so the copy is not needed.
    rmSync(damagedKeptAt, { recursive: true, force: true })
    throw error
  }
}

const repairedFile = (file: string): string => `${file}.mended`
const walAside = (file: string): string => `${file}-wal.aside`

/** Whether a program was ended while repairing the library. */
export const isSalvageUnfinished = (file: string): boolean =>
  existsSync(repairedFile(file)) || existsSync(walAside(file))

/** Puts the damaged files back if a program was ended while repairing them; a finished repair is kept. */
export function undoUnfinishedSalvage(file: string): void {
  const isReplaced = !existsSync(repairedFile(file))
  if (isReplaced) rmSync(walAside(file), { force: true })
  else if (existsSync(walAside(file))) renameSync(walAside(file), `${file}-wal`)
  removeDatabase(repairedFile(file))
}

/** Works on a copy in `working`, as opening `file` would change it; returns the number of restored rows. */
function buildFrom(
  file: string,
  working: string,
  repaired: string,
  migrations: readonly Migration[],
): number {
  mkdirSync(working)
  const copy = join(working, basename(file))
  copyDatabase(file, copy)
  const version = versionInFile(copy) ?? 0
  const known = version >= 1 && version <= migrations.length ? version : migrations.length
  createDatabaseAt(repaired, migrations.slice(0, known))
  const source = openReadable(copy, repaired)
  const target = new Database(repaired)
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

/** The damaged copy with a readable schema, transplanted from a new library if needed; null if neither works. */
function openReadable(copy: string, pattern: string): Database.Database | null {
  for (const prepare of [() => {}, () => replaceSchema(pattern, copy)]) {
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

function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
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
