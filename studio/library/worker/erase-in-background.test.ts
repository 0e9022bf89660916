import { copyFileSync, existsSync, readdirSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished, vi } from 'vitest'
import { secretsIn } from '../../deletion/testing/secrets-in.ts'
import { erase, isErasurePending } from '../database/erase.ts'
import { begunTranscript, newRecording, openedCalls, paragraph } from '../testing/fixtures.ts'
import { eraseInBackground } from './erase-in-background.ts'

const WORDS = ['quetzalcoatl', 'xylofonie']

/**
 * A library from which a recording was deleted, as if it were too large to erase at once; a backup contains
 * traces too.
 */
function deletedFrom() {
  const calls = openedCalls()
  const [secret, other] = ['secret', 'other'].map((name) => begunTranscript(calls, name))
  for (const [begun, words] of [
    [secret, WORDS],
    [other, ['public']],
  ] as const)
    for (let number = 0; number < 60; number += 1) {
      const text = Array.from({ length: 20 }, (_, at) => words[(at + number) % words.length]).join(' ')
      if (begun !== undefined) calls.putParagraphs(begun.transcriptId, [paragraph(`p${number}`, text)])
    }
  calls.finishDeletion(calls.deleteRecording(secret?.recording.id ?? '').number)
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  // A copy made by a migration.
  const backup = path.join(calls.folder, 'backups', 'library-version-1.db')
  copyFileSync(calls.store.file, backup)
  return { ...calls, backup }
}

const found = (folder: string): Promise<string[]> => secretsIn(folder, WORDS)

function erasing(calls: ReturnType<typeof deletedFrom>) {
  const erasure = eraseInBackground(calls.store, { everyMs: 1, longestWaitMs: 2, pauseMs: 1 })
  onTestFinished(() => erasure.stop())
  return erasure
}

it('leaves nothing of what was deleted in the library and its backups, which go on as they were', async () => {
  const calls = deletedFrom()
  expect((await found(calls.folder)).length).toBeGreaterThan(1)
  expect(erase(calls.store, { largeBytes: 0 })).toBe(false)
  erasing(calls)
  // Until then, files come and go.
  await vi.waitUntil(() => !isErasurePending(calls.store))
  expect(await found(calls.folder)).toEqual([])
  expect(calls.search('public', 100)).toHaveLength(60)
  calls.addRecording(newRecording('later'))
  expect(calls.recordings().map(({ title }) => title)).toEqual(['other', 'later'])
  const backup = new Database(calls.backup, { readonly: true })
  expect(backup.prepare('SELECT count(*) FROM recordings').pluck().get()).toBe(1)
  backup.close()
})

it.runIf(process.platform === 'linux')('has no backup open between its steps', async () => {
  const calls = deletedFrom()
  const open = (): string[] =>
    readdirSync('/proc/self/fd')
      .map((fd) => path.join('/proc/self/fd', fd))
      // The folder's own descriptor is closed by now.
      .flatMap((fd) => (existsSync(fd) ? [readlinkSync(fd)] : []))
      .filter((file) => file.startsWith(calls.backup))
  erasing(calls)
  const seen = new Set<string>()
  await vi.waitUntil(
    () => {
      for (const file of open()) seen.add(file)
      return !isErasurePending(calls.store)
    },
    { interval: 1 },
  )
  expect([...seen]).toEqual([])
})

it('goes on once another program that reads an older state has ended', async () => {
  const calls = deletedFrom()
  const other = new Database(calls.store.file)
  other.exec('BEGIN; SELECT count(*) FROM recordings')
  calls.setSetting('changed', true)
  erasing(calls)
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(isErasurePending(calls.store)).toBe(true)
  other.exec('COMMIT')
  other.close()
  await vi.waitUntil(() => !isErasurePending(calls.store))
  expect((await found(calls.folder)).filter((hit) => hit.startsWith('library.db'))).toEqual([])
})

it('is finished where a program ends soon after the deletion, if it can be in time', async () => {
  const calls = deletedFrom()
  erasing(calls).stop(60_000)
  expect(isErasurePending(calls.store)).toBe(false)
  expect(await found(calls.folder)).toEqual([])
})

it('does nothing more once it is stopped', async () => {
  const calls = deletedFrom()
  erasing(calls).stop()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isErasurePending(calls.store)).toBe(true)
})
