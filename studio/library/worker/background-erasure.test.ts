import Database from 'better-sqlite3'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { filesBelow } from '../../files-below.ts'
import { checkSame, erase, isErasurePending, rewriteInto } from '../database/erase.ts'
import { markUnerased, unerasedBackups } from '../database/unerased-backups.ts'
import { begunTranscript, newRecording, openedCalls, paragraph } from '../testing/fixtures.ts'
import { eraseInBackground, type RewriteElsewhere } from './background-erasure.ts'

const WORDS = ['quetzalcoatl', 'xylofonie', 'zwiebelfisch']

type Calls = ReturnType<typeof openedCalls>

/** Two recordings whose rows lie between each other; one is deleted, and was edited before. */
function deletedFrom(): Calls {
  const calls = openedCalls()
  const [secret, other] = [begunTranscript(calls, 'secret'), begunTranscript(calls, 'other')]
  for (let number = 0; number < 80; number += 1) {
    const text = Array.from({ length: 30 }, (_, at) => WORDS[(at + number) % 2]).join(' ')
    calls.putParagraphs(secret.transcriptId, [paragraph(`p${number}`, text, number * 20_000)])
    calls.putParagraphs(other.transcriptId, [paragraph(`p${number}`, `public ${number}`, number * 20_000)])
  }
  for (const { transcriptId } of [secret, other]) calls.finishTranscript(transcriptId)
  calls.applyEdits(
    secret.transcriptId,
    [{ id: 'e1', kind: 'replace-text', paragraphId: 'p3', text: WORDS[2] ?? '' }],
    { baseNumber: 0, stepId: 'e1' },
  )
  calls.deleteRecording(secret.recording.id)
  return calls
}

/** Which of the secret words any file of the library still holds. */
async function found(folder: string): Promise<string[]> {
  const files = await filesBelow(folder)
  return WORDS.filter((word) => files.some((file) => readFileSync(file).includes(word)))
}

const rewriteHere: RewriteElsewhere = (file, target) => ({
  done: Promise.resolve().then(() => {
    rewriteInto(file, target)
    return true
  }),
  stop: () => undefined,
})

function erasing(calls: Calls, rewrite: RewriteElsewhere = rewriteHere) {
  const erasure = eraseInBackground(calls.store, rewrite, { quietMs: 1, longestWaitMs: 2 })
  onTestFinished(() => erasure.stop())
  return erasure
}

it('leaves nothing of what was deleted, and the library goes on as it was', async () => {
  const calls = deletedFrom()
  expect((await found(calls.folder)).length).toBeGreaterThan(0)
  expect(erase(calls.store, 0)).toBe(false)
  erasing(calls)
  await vi.waitUntil(() => !isErasurePending(calls.store))
  expect(await found(calls.folder)).toEqual([])
  expect(erase(calls.store, 0)).toBe(true)
  expect(calls.search('public', 100)).toHaveLength(80)
  calls.addRecording(newRecording('later'))
  expect(calls.recordings().map(({ title }) => title)).toEqual(['other', 'later'])
  expect(calls.store.database.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(calls.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect((await filesBelow(calls.folder)).filter((file) => file.includes('.erased'))).toEqual([])
})

it('loses no change that is made while the copy is written', async () => {
  const calls = deletedFrom()
  let tries = 0
  erasing(calls, (file, target) => {
    tries += 1
    const { done, stop } = rewriteHere(file, target)
    return {
      done: done.then((isWritten) => (tries < 3 && calls.addRecording(newRecording(`${tries}`)), isWritten)),
      stop,
    }
  })
  await vi.waitUntil(() => !isErasurePending(calls.store))
  expect(tries).toBeGreaterThanOrEqual(3)
  expect(calls.recordings().map(({ title }) => title)).toEqual(['other', '1', '2'])
  expect(await found(calls.folder)).toEqual([])
})

it('waits until no other program has the library open', async () => {
  const calls = deletedFrom()
  const other = new Database(calls.store.database.name)
  other.prepare('SELECT count(*) FROM recordings').get()
  let tries = 0
  erasing(calls, (file, target) => {
    tries += 1
    return rewriteHere(file, target)
  })
  await vi.waitUntil(() => tries > 2)
  expect(isErasurePending(calls.store)).toBe(true)
  other.exec('UPDATE settings SET value = value')
  other.close()
  await vi.waitUntil(() => !isErasurePending(calls.store))
  expect(await found(calls.folder)).toEqual([])
})

it('tries again what failed, and writes nothing once it is stopped', async () => {
  const calls = deletedFrom()
  let tries = 0
  const erasure = erasing(calls, () => {
    tries += 1
    return {
      done: tries % 2 === 0 ? Promise.resolve(false) : Promise.reject(new Error('full')),
      stop: () => undefined,
    }
  })
  await vi.waitUntil(() => tries > 3)
  erasure.stop()
  const before = readFileSync(calls.store.database.name)
  const at = tries
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(tries).toBe(at)
  expect(readFileSync(calls.store.database.name).equals(before)).toBe(true)
  expect(isErasurePending(calls.store)).toBe(true)
})

it('takes no copy that lacks rows', () => {
  const calls = deletedFrom()
  const file = calls.store.database.name
  const copy = path.join(calls.folder, 'copy.db')
  rewriteInto(file, copy)
  expect(() => checkSame(file, copy)).not.toThrow()
  const lacking = new Database(copy)
  lacking.exec('DELETE FROM paragraphs WHERE number = (SELECT max(number) FROM paragraphs)')
  lacking.close()
  expect(() => checkSame(file, copy)).toThrow('other rows: paragraphs')
})

it('leaves no copy of a program that ended', async () => {
  const calls = deletedFrom()
  const file = calls.store.database.name
  for (const left of ['999999999-0', '999999999-1.part', '999999999-1.part-journal', '1-0'])
    writeFileSync(`${file}.erased-${left}`, 'half')
  erasing(calls)
  await vi.waitUntil(() => !isErasurePending(calls.store))
  const names = (await filesBelow(calls.folder)).filter((one) => one.includes('.erased-'))
  // That of the first process, which always runs.
  expect(names.map((one) => path.basename(one))).toEqual(['library.db.erased-1-0'])
})

it('rewrites backups that were too large for the call', async () => {
  const calls = deletedFrom()
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  const backup = path.join(calls.folder, 'backups', 'library-version-1.db')
  copyFileSync(calls.store.database.name, backup)
  markUnerased(backup)
  const gone = path.join(calls.folder, 'backups', 'library-version-0.db')
  writeFileSync(`${gone}.unerased`, '')
  expect(unerasedBackups(calls.folder)).toEqual([backup])
  expect(calls.erase()).toBe(false)
  erasing(calls)
  await vi.waitUntil(() => !isErasurePending(calls.store) && unerasedBackups(calls.folder).length === 0)
  expect(await found(calls.folder)).toEqual([])
  const database = new Database(backup, { readonly: true })
  expect(database.prepare('SELECT count(*) FROM recordings').pluck().get()).toBe(1)
  database.close()
  expect(calls.erase()).toBe(true)
})
