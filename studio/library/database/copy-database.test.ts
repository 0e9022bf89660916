import Database from 'better-sqlite3'
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
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
  it('copies every byte, and reports how far it is where blocks cannot be shared', () => {
    const folder = temporaryFolder()
    const [from, to] = [path.join(folder, 'a'), path.join(folder, 'b')]
    const bytes = Buffer.alloc(40_000_001, 'abc')
    writeFileSync(from, bytes)
    const reported: number[] = []
    copyDatabase(
      from,
      to,
      (done, total) => {
        expect(total).toBe(bytes.length)
        reported.push(done)
      },
      cannotShare,
    )
    expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(reported).toEqual([16e6, 32e6, bytes.length])
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
  it('copies all that was written, also what a killed program left out of the file, and reports its steps', () => {
    const killed = openedCalls()
    killed.addRecording(newRecording('a'))
    const folder = temporaryFolder()
    for (const name of ['library.db', 'library.db-wal'])
      copyFileSync(path.join(killed.folder, name), path.join(folder, name))
    const steps: OpeningStep['step'][] = []
    const { store } = openStore(folder, [...migrations, next], undefined, ({ step }) => steps.push(step))
    expect(versionOf(store.database)).toBe(next.version)
    expect(store.database.pragma('journal_mode', { simple: true })).toBe('wal')
    store.close()
    expect(new Set(steps)).toEqual(new Set(['copy', 'change']))
    expect(readdirSync(path.join(folder, 'backups'))).toEqual([`library-version-${LIBRARY_VERSION}.db`])
    expect(countIn(path.join(folder, 'backups', `library-version-${LIBRARY_VERSION}.db`))).toBe(1)
  })

  it('waits for programs that have the library open, and changes nothing until they have closed it', () => {
    const calls = openedCalls()
    const migrated = () => openStore(calls.folder, [...migrations, next], undefined, undefined, 100)
    expect(migrated).toThrow(expect.objectContaining({ code: 'library.busy' }))
    calls.addRecording(newRecording('a'))
    calls.store.close()
    // A program of version 0.1, which does not use the lock.
    const old = new Database(path.join(calls.folder, 'library.db'), { timeout: 0 })
    old.prepare('SELECT count(*) FROM recordings').get()
    expect(migrated).toThrow(expect.objectContaining({ code: 'library.busy' }))
    expect(versionOf(old)).toBe(LIBRARY_VERSION)
    expect(readdirSync(path.join(calls.folder, 'backups'))).toEqual([])
    old.close()
    const { store } = migrated()
    expect(store.row('SELECT title FROM recordings')).toEqual({ title: 'a' })
    store.close()
  })

  it('copies again what a program of version 0.1 changed while it was copied', () => {
    const calls = openedCalls()
    calls.store.close()
    let isChanged = false
    const { store } = openStore(calls.folder, [...migrations, next], undefined, ({ step, doneBytes }) => {
      if (step !== 'copy' || doneBytes > 0 || isChanged) return
      isChanged = true
      const old = new Database(path.join(calls.folder, 'library.db'))
      old.prepare("INSERT INTO settings (name, value) VALUES ('late', 'true')").run()
      old.close()
    })
    store.close()
    const copy = new Database(path.join(calls.folder, 'backups', `library-version-${LIBRARY_VERSION}.db`))
    expect(copy.prepare("SELECT value FROM settings WHERE name = 'late'").get()).toEqual({ value: 'true' })
    copy.close()
  })

  it('is not begun without a copy', () => {
    const calls = openedCalls()
    calls.addRecording(newRecording('a'))
    calls.store.close()
    const full = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const file = path.join(calls.folder, 'library.db')
    expect(() =>
      migrateWithCopy(file, calls.folder, [...migrations, next], ({ step }) => step === 'copy' && full()),
    ).toThrow('full')
    const database = new Database(file)
    expect(versionOf(database)).toBe(LIBRARY_VERSION)
    database.close()
    expect(readdirSync(path.join(calls.folder, 'backups'))).toEqual([])
  })
})
