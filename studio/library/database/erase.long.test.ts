import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { begunTranscript, openedCalls, paragraph } from '../testing/fixtures.ts'
import { BackupDatabase } from './backup-database.ts'
import { erase, eraseInSteps, isErasurePending } from './erase.ts'

type Calls = ReturnType<typeof openedCalls>

/** Words without common prefixes, so that the search index stores each one whole. */
const wordOf = (name: string, number: number): string =>
  `${String.fromCodePoint(97 + (number % 26), 97 + ((number * 7) % 26))}${name}${(number * 7_919).toString(36)}`

function random(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

/** Recordings whose paragraphs were written and changed alternately, so that their rows share pages. */
function written(calls: Calls, names: readonly string[], seed: number, paragraphs = 40) {
  const next = random(seed)
  let count = 0
  const words = new Map(names.map((name) => [name, [] as string[]]))
  const transcripts = names.map((name) => ({ name, ...begunTranscript(calls, name) }))
  const textOf = (name: string): string =>
    Array.from({ length: 1 + Math.floor(next() * 12) }, () => {
      const word = wordOf(name, (count += 1))
      words.get(name)?.push(word)
      return word
    }).join(' ')
  for (let step = 0; step < paragraphs * names.length * 2; step += 1) {
    const { name, transcriptId } = transcripts[Math.floor(next() * names.length)] ?? {
      name: '',
      transcriptId: '',
    }
    const number = Math.floor(next() * paragraphs)
    calls.putParagraphs(transcriptId, [paragraph(`p${number}`, textOf(name), number * 20_000)])
  }
  for (const { transcriptId } of transcripts) calls.finishTranscript(transcriptId)
  return {
    words: (name: string) => words.get(name) ?? [],
    delete: (name: string, by = calls) => {
      const id = transcripts.find((transcript) => transcript.name === name)?.recording.id ?? ''
      by.finishDeletion(by.deleteRecording(id).number)
      return id
    },
  }
}

/** Words found in the bytes of the library's files. */
function wordsIn(
  folder: string,
  words: readonly string[],
  files = ['library.db', 'library.db-wal'],
): string[] {
  const bytes = files.map((file) => {
    const full = path.join(folder, file)
    return existsSync(full) ? readFileSync(full) : Buffer.alloc(0)
  })
  return words.filter((word) => bytes.some((each) => each.includes(word)))
}

it.each([1, 2, 3])('leaves no word of what was deleted in the bytes of the files (seed %i)', (seed) => {
  const calls = openedCalls()
  const library = written(calls, ['quetzal', 'xenon', 'public'], seed)
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  expect(wordsIn(calls.folder, library.words('quetzal')).length).toBeGreaterThan(100)
  library.delete('quetzal')
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  // SQLite's own overwriting does not erase everything.
  expect(wordsIn(calls.folder, library.words('quetzal')).length).toBeGreaterThan(0)
  expect(calls.erase()).toBe(true)
  expect(wordsIn(calls.folder, library.words('quetzal'))).toEqual([])
  expect(calls.settings()).toEqual({})
  expect(calls.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
  calls.store.database.exec("INSERT INTO paragraph_search (paragraph_search) VALUES ('integrity-check')")
  // It continues.
  library.delete('xenon')
  expect(calls.erase()).toBe(true)
  expect(wordsIn(calls.folder, library.words('xenon'))).toEqual([])
  expect(calls.recordings()).toHaveLength(1)
})

it.each([
  [1, 2],
  [2, 10],
  [3, 12],
  [4, 16],
  [5, 40],
])('of several recordings that are deleted one after another, none leaves a word (seed %i)', (seed, size) => {
  const calls = openedCalls()
  const names = ['quetzal', 'xenon', 'jumble', 'vortex', 'whisky', 'public']
  const library = written(calls, names, seed, size)
  for (const name of names.slice(0, -1)) {
    library.delete(name)
    expect(calls.erase()).toBe(true)
    expect(wordsIn(calls.folder, library.words(name))).toEqual([])
  }
  expect(calls.settings()).toEqual({})
  calls.store.database.exec("INSERT INTO paragraph_search (paragraph_search) VALUES ('integrity-check')")
})

it('of two programs that delete at the same time, none takes the other’s request for done', () => {
  const calls = openedCalls()
  const other = openedCalls(calls.folder)
  const library = written(calls, ['quetzal', 'xenon', 'public'], 4)
  library.delete('quetzal')
  const steps = eraseInSteps(calls.store)
  for (let number = 0; number < 2; number += 1) steps.next()
  library.delete('xenon', other)
  let result = steps.next()
  while (result.done !== true) result = steps.next()
  expect(result.value).toBe(false)
  expect(isErasurePending(other.store)).toBe(true)
  expect(other.erase()).toBe(true)
  expect(isErasurePending(calls.store)).toBe(false)
  expect(wordsIn(calls.folder, [...library.words('quetzal'), ...library.words('xenon')])).toEqual([])
})

it('is not done while another program reads an older state, and loses nothing that others write between the steps', () => {
  const calls = openedCalls()
  const library = written(calls, ['quetzal', 'public'], 5)
  library.delete('quetzal')
  const reader = new Database(calls.store.file)
  reader.exec('BEGIN; SELECT * FROM recordings')
  expect(erase(calls.store)).toBe(false)
  reader.exec('COMMIT')
  const steps = eraseInSteps(calls.store)
  for (let number = 0, done: boolean | undefined = false; done !== true; number += 1) {
    reader.prepare("INSERT INTO settings (name, value) VALUES (?, '1')").run(`kept.${number}`)
    const step = steps.next()
    done = step.done
    if (done) expect(step.value).toBe(true)
  }
  reader.close()
  expect(Object.keys(calls.settings()).every((name) => name.startsWith('kept.'))).toBe(true)
  expect(Object.keys(calls.settings()).length).toBeGreaterThanOrEqual(2)
  expect(wordsIn(calls.folder, library.words('quetzal'))).toEqual([])
})

it('gives the room of much that was deleted back', () => {
  const calls = openedCalls()
  const { recording, transcriptId } = begunTranscript(calls, 'long')
  const text = Array.from({ length: 60 }, (_, at) => wordOf('long', at)).join(' ')
  calls.putParagraphs(
    transcriptId,
    Array.from({ length: 200 }, (_, number) => paragraph(`p${number}`, text)),
  )
  const pages = () => calls.store.database.pragma('page_count', { simple: true }) as number
  const before = pages()
  calls.finishDeletion(calls.deleteRecording(recording.id).number)
  expect(calls.erase()).toBe(true)
  expect(pages()).toBeLessThan(before / 2)
})

it('what is deleted while a large backup is erased does not come back into it', () => {
  const calls = openedCalls()
  const library = written(calls, ['quetzal', 'xenon', 'public'], 7)
  const backup = path.join(calls.folder, 'backups', 'library-version-1.db')
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(calls.store.file, backup)
  const one = library.delete('quetzal')
  const database = new BackupDatabase(backup)
  database.database.prepare('DELETE FROM recordings WHERE id = ?').run(one)
  database.database.prepare(`INSERT INTO settings (name, value) VALUES ('erasure.pending', 'true')`).run()
  const steps = eraseInSteps(database)
  steps.next()
  steps.next()
  const two = library.delete('xenon')
  expect(calls.deleteInBackups(two)).toBe(1)
  while (steps.next().done !== true);
  database.close()
  expect(calls.erase()).toBe(true)
  const words = [...library.words('quetzal'), ...library.words('xenon')]
  expect(wordsIn(calls.folder, words, ['library.db', 'backups/library-version-1.db'])).toEqual([])
  const left = new Database(backup, { readonly: true })
  expect(left.prepare('SELECT title FROM recordings').pluck().all()).toEqual(['public'])
  left.close()
})

it('is asked for until backups are erased too', () => {
  const calls = openedCalls()
  const library = written(calls, ['quetzal', 'public'], 9)
  const backup = path.join(calls.folder, 'backups', 'library-version-1.db')
  calls.store.database.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(calls.store.file, backup)
  const reader = new Database(backup)
  reader.exec('BEGIN; SELECT * FROM recordings')
  expect(calls.deleteInBackups(library.delete('quetzal'))).toBe(1)
  // The request must never be missing, even for a moment in which the program could be killed.
  calls.store.database.exec(`CREATE TRIGGER forgotten AFTER DELETE ON settings
    BEGIN SELECT RAISE(ABORT, 'it is asked for no more'); END`)
  expect(calls.erase()).toBe(false)
  expect(isErasurePending(calls.store)).toBe(true)
  calls.store.database.exec('DROP TRIGGER forgotten')
  expect(wordsIn(calls.folder, library.words('quetzal'))).toEqual([])
  reader.exec('COMMIT')
  reader.close()
  expect(calls.erase()).toBe(true)
  expect(isErasurePending(calls.store)).toBe(false)
  expect(wordsIn(calls.folder, library.words('quetzal'), ['backups/library-version-1.db'])).toEqual([])
})

it('a copy that is made before a deletion is erased holds nothing of it', () => {
  const calls = openedCalls()
  const library = written(calls, ['quetzal', 'public'], 8)
  const id = library.delete('quetzal')
  const { recording } = begunTranscript(calls, 'zwiebelfisch')
  calls.deleteRecording(recording.id)
  calls.copyDatabase(path.join(calls.folder, 'copy.db'))
  expect(wordsIn(calls.folder, [...library.words('quetzal'), 'zwiebelfisch'], ['copy.db'])).toEqual([])
  const copy = new Database(path.join(calls.folder, 'copy.db'), { readonly: true })
  // A library restored from it finishes the deletion: the backup may contain its sound.
  expect(copy.prepare('SELECT recording_id FROM deletions').pluck().all()).toEqual([recording.id])
  expect(copy.prepare('SELECT count(*) FROM recordings WHERE id = ?').pluck().get(id)).toBe(0)
  copy.close()
})
