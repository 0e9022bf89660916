import Database from 'better-sqlite3'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OpeningStep } from '../opening-step.ts'
import { newRecording, openedCalls, temporaryFolder } from '../testing/fixtures.ts'
import { copyDatabase } from './copy-database.ts'
import { migrateWithCopy, versionOf } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { LIBRARY_VERSION, migrations } from './migrations/migrations.ts'
import { openStore } from './open-store.ts'

const cannotShare = (): never => {
  throw Object.assign(new Error('no'), { code: 'ENOTSUP' })
}

describe('copyDatabase', () => {
  it('copies every byte, and tells how far it is where blocks cannot be shared', () => {
    const folder = temporaryFolder()
    const [from, to] = [path.join(folder, 'a'), path.join(folder, 'b')]
    const bytes = Buffer.alloc(40_000_001, 'abc')
    writeFileSync(from, bytes)
    const told: number[] = []
    copyDatabase(
      from,
      to,
      (done, total) => {
        expect(total).toBe(bytes.length)
        told.push(done)
      },
      cannotShare,
    )
    expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(told).toEqual([16e6, 32e6, bytes.length])
    copyDatabase(from, to, () => undefined)
    expect(readFileSync(to).equals(bytes)).toBe(true)
  })

  it('leaves nothing where it fails', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'a'), 'x')
    const failing = (): never => {
      throw Object.assign(new Error('no'), { code: 'EIO' })
    }
    expect(() =>
      copyDatabase(path.join(folder, 'a'), path.join(folder, 'b'), () => undefined, failing),
    ).toThrow('no')
    expect(readdirSync(folder)).toEqual(['a'])
  })
})

const next: Migration = {
  version: LIBRARY_VERSION + 1,
  name: 'a colour for recordings',
  up: (database) => database.exec("ALTER TABLE recordings ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"),
}

function countIn(file: string): unknown {
  const database = new Database(file, { readonly: true })
  try {
    return database.prepare('SELECT count(*) FROM recordings').pluck().get()
  } finally {
    database.close()
  }
}

describe('a migration', () => {
  it('copies all that was written, also what is not in the file yet, and tells its steps', () => {
    const calls = openedCalls()
    // Still open, as another program may have it.
    calls.addRecording(newRecording('a'))
    const steps: OpeningStep['step'][] = []
    const { store } = openStore(calls.folder, [...migrations, next], undefined, ({ step }) =>
      steps.push(step),
    )
    expect(versionOf(store.database)).toBe(next.version)
    expect(store.database.pragma('journal_mode', { simple: true })).toBe('wal')
    store.close()
    expect(new Set(steps)).toEqual(new Set(['copy', 'change']))
    const copy = path.join(calls.folder, 'backups', `library-version-${LIBRARY_VERSION}.db`)
    expect(countIn(copy)).toBe(1)
  })

  it('copies what another program reads from, too', () => {
    const calls = openedCalls()
    const reader = new Database(calls.store.database.name)
    reader.exec('BEGIN; SELECT count(*) FROM recordings')
    // The reader keeps this out of the file.
    calls.addRecording(newRecording('a'))
    calls.store.close()
    const database = new Database(path.join(calls.folder, 'library.db'), { timeout: 50 })
    migrateWithCopy(database, calls.folder, [...migrations, next])
    expect(versionOf(database)).toBe(next.version)
    database.close()
    reader.close()
    const copy = path.join(calls.folder, 'backups', `library-version-${LIBRARY_VERSION}.db`)
    expect(countIn(copy)).toBe(1)
  })

  it('is not begun without a copy', () => {
    const calls = openedCalls()
    calls.addRecording(newRecording('a'))
    calls.store.close()
    const full = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const database = new Database(path.join(calls.folder, 'library.db'))
    expect(() =>
      migrateWithCopy(database, calls.folder, [...migrations, next], ({ step }) => step === 'copy' && full()),
    ).toThrow('full')
    expect(versionOf(database)).toBe(LIBRARY_VERSION)
    database.close()
    expect(readdirSync(path.join(calls.folder, 'backups'))).toEqual([])
  })
})
