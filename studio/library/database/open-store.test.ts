import Database from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { faultOf } from './faults.ts'
import { createLibraryCalls } from '../worker/library-calls.ts'
import type { Migration } from './migrations/migration.ts'
import { LIBRARY_VERSION, migrations } from './migrations/migrations.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { openStore } from './open-store.ts'
import { newRecording, openedCalls, temporaryFolder } from '../testing/fixtures.ts'

const openAndPrint = join(import.meta.dirname, '..', 'testing', 'open-and-print.ts')

function faultIn(work: () => unknown): Fault {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('no fault')
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

describe('openStore', () => {
  it('makes a library where there is none', () => {
    const folder = join(temporaryFolder(), 'not', 'there yet')
    const { store, report } = openedCalls(folder)
    expect(report).toBeNull()
    expect(readdirSync(folder).toSorted()).toEqual([
      'backups',
      'cache',
      'library.db',
      'library.db-shm',
      'library.db-wal',
      'library.lock',
      'media',
      'models',
      'open',
      'recordings',
    ])
    expect(store.database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(store.database.pragma('synchronous', { simple: true })).toBe(1)
    expect(store.database.pragma('busy_timeout', { simple: true })).toBe(5000)
  })

  it('finds again what it holds', () => {
    const first = openedCalls()
    const { id } = first.addRecording(newRecording('a'))
    first.store.close()
    expect(
      openedCalls(first.folder)
        .recordings()
        .map((recording) => recording.id),
    ).toEqual([id])
  })

  it('refuses a library of a newer program and leaves every byte as it was', () => {
    const folder = temporaryFolder()
    const { store } = openedCalls(folder)
    store.database.pragma(`user_version = ${LIBRARY_VERSION + 1}`)
    store.close()
    const before = readFileSync(join(folder, 'library.db'))
    const files = readdirSync(folder)
    const fault = faultIn(() => openStore(folder))
    expect(fault.code).toBe('library.newer-version')
    expect(fault.values).toEqual({ folder, version: LIBRARY_VERSION + 1, known: LIBRARY_VERSION })
    expect(readFileSync(join(folder, 'library.db')).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(files)
  })

  it('refuses it untouched too where only the WAL of a killed program says so', () => {
    const original = openedCalls()
    original.store.database.pragma(`user_version = ${LIBRARY_VERSION + 1}`)
    const folder = temporaryFolder()
    for (const name of ['library.db', 'library.db-wal']) {
      copyFileSync(join(original.folder, name), join(folder, name))
    }
    const before = readFileSync(join(folder, 'library.db-wal'))
    expect(before.length).toBeGreaterThan(0)
    expect(faultIn(() => openStore(folder)).code).toBe('library.newer-version')
    expect(readdirSync(folder).toSorted()).toEqual(['library.db', 'library.db-wal', 'library.lock'])
    expect(readFileSync(join(folder, 'library.db-wal')).equals(before)).toBe(true)
  })

  it('keeps a copy of an older library before it migrates', () => {
    const first = openedCalls()
    const { id } = first.addRecording(newRecording('a'))
    first.store.close()
    const next: Migration = {
      version: LIBRARY_VERSION + 1,
      name: 'a colour for recordings',
      up: (database) => database.exec("ALTER TABLE recordings ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"),
    }
    const { store } = openStore(first.folder, [...migrations, next])
    const row = store.row<{ id: string; colour: string }>('SELECT id, colour FROM recordings')
    store.close()
    expect(row).toEqual({ id, colour: 'red' })
    const backup = new Database(join(first.folder, 'backups', `library-version-${LIBRARY_VERSION}.db`))
    expect(backup.prepare('SELECT id FROM recordings').all()).toEqual([{ id }])
    expect(backup.pragma('user_version', { simple: true })).toBe(LIBRARY_VERSION)
    backup.close()
    // And this program, now older, refuses it by its header.
    expect(faultIn(() => openStore(first.folder)).code).toBe('library.newer-version')
  })

  it('changes nothing when a migration fails', () => {
    const first = openedCalls()
    first.store.close()
    const broken: Migration = {
      version: LIBRARY_VERSION + 1,
      name: 'broken',
      up: (database) => database.exec('CREATE TABLE half (a); CREATE TABLE half (a)'),
    }
    expect(faultIn(() => openStore(first.folder, [...migrations, broken])).code).toBe('internal')
    const again = openedCalls(first.folder)
    expect(again.store.rows("SELECT 1 FROM sqlite_schema WHERE name = 'half'")).toEqual([])
  })

  it('refuses the database of another program', () => {
    const folder = temporaryFolder()
    const other = new Database(join(folder, 'library.db'))
    other.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)')
    other.close()
    expect(faultIn(() => openStore(folder)).code).toBe('library.unusable')
  })

  it('says that a file is no folder', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(faultIn(() => openStore(file)).code).toBe('library.unusable')
  })

  it.skipIf(!has('setpriv'))(
    'says that a folder is read-only (left out without setpriv: root may write all)',
    () => {
      const folder = temporaryFolder()
      openedCalls(folder).store.close()
      const empty = join(folder, 'empty')
      mkdirSync(empty, { mode: 0o755 })
      chmodSync(folder, 0o755)
      for (const readOnly of [folder, empty]) {
        const child = spawnSync(
          'setpriv',
          ['--reuid=65534', '--clear-groups', process.execPath, openAndPrint, readOnly],
          { encoding: 'utf8' },
        )
        expect(child.stdout).toMatch(/^disk\.read-only /)
        expect(child.stdout).toContain(readOnly)
      }
    },
  )

  const tmpfs = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0
  it.skipIf(!tmpfs)('says that the disk is full (left out where no small tmpfs may be mounted)', () => {
    const folder = temporaryFolder()
    const onSmallDisk = (kilobytes: number, filling: number) =>
      spawnSync(
        'unshare',
        [
          '-rm',
          'sh',
          '-c',
          'mount -t tmpfs -o "size=$3k" none "$0" && exec "$1" "$2" "$0" "$4"',
          folder,
          process.execPath,
          openAndPrint,
          String(kilobytes),
          String(filling),
        ],
        { encoding: 'utf8' },
      ).stdout
    expect(onSmallDisk(64, 0)).toMatch(/^disk\.full /)
    expect(onSmallDisk(2_000, 100)).toMatch(/^disk\.full /)
    expect(onSmallDisk(20_000, 1)).toBe('opened\n')
  })

  it('refuses network drives', () => {
    for (const type of [0x6969, 0xff534d42, 0xfe534d42, 0xff534d42 | 0]) {
      expect(faultIn(() => refuseNetworkDrive('/x', () => type))).toMatchObject({
        code: 'library.network-drive',
        values: { folder: '/x' },
      })
    }
    expect(() => refuseNetworkDrive('/x', () => 0xef53)).not.toThrow()
  })

  it('writes nothing more into a library whose file was replaced', () => {
    const calls = openedCalls()
    const file = join(calls.folder, 'library.db')
    const bytes = readFileSync(file)
    calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
    // A new inode, as after a repair of the library.
    const child = spawnSync('sh', ['-c', 'cp "$0" "$0.2" && mv "$0.2" "$0"', file])
    expect(child.status).toBe(0)
    expect(bytes.length).toBeGreaterThan(0)
    expect(faultIn(() => calls.addRecording(newRecording('a'))).code).toBe('library.unusable')
  })

  it('gives errors of SQLite their codes', () => {
    const codeFor = (code: string) => faultOf(new Database.SqliteError('x', code), temporaryFolder()).code
    expect(codeFor('SQLITE_BUSY')).toBe('library.busy')
    expect(codeFor('SQLITE_BUSY_SNAPSHOT')).toBe('library.busy')
    expect(codeFor('SQLITE_FULL')).toBe('disk.full')
    expect(codeFor('SQLITE_READONLY_DIRECTORY')).toBe('disk.read-only')
    expect(codeFor('SQLITE_CORRUPT_VTAB')).toBe('library.damaged')
    expect(codeFor('SQLITE_NOTADB')).toBe('library.damaged')
    expect(codeFor('SQLITE_IOERR_READ')).toBe('disk.failed')
    expect(codeFor('SQLITE_CANTOPEN')).toBe('library.unusable')
    expect(codeFor('SQLITE_CONSTRAINT_UNIQUE')).toBe('internal')
  })

  it('says that the library is busy when another program does not let go', () => {
    const calls = openedCalls()
    const other = openStore(calls.folder).store
    other.database.pragma('busy_timeout = 50')
    calls.store.database.exec('BEGIN IMMEDIATE')
    const fault = faultIn(() => {
      try {
        createLibraryCalls(other).setSetting('a', 1)
      } catch (error) {
        throw faultOf(error, calls.folder)
      }
    })
    calls.store.database.exec('ROLLBACK')
    other.close()
    expect(fault.code).toBe('library.busy')
  })
})
