import Database from 'better-sqlite3'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { deleteRecording } from '../deletion/delete-recording.ts'
import { finishDeletions } from '../deletion/finish-deletions.ts'
import { secretsIn } from '../deletion/testing/secrets-in.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { finishedTranscript } from '../library/testing/finished-transcript.ts'
import { newRecording, openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import { backupLibrary } from './backup-library.ts'
import { moveLibrary } from './move-library.ts'
import { restoreLibrary } from './restore-library.ts'

const { signal } = new AbortController()
const SECRETS = ['quetzalcoatl', 'Unterredung']

/** Adds a recording whose words and sound contain the secret, or not. */
async function added(library: Library, name: 'secret' | 'other') {
  const said = name === 'secret' ? 'quetzalcoatl' : 'public'
  const own = path.join(library.folder, 'media', name, 'sound.mka')
  await mkdir(path.dirname(own), { recursive: true })
  await writeFile(own, said)
  const title = name === 'secret' ? 'Unterredung' : 'Talk'
  const recording = await library.addRecording(newRecording(name, { path: own, title }))
  await finishedTranscript(library, recording.id, { key: name, text: said })
  return recording
}

/** A library with a recording to be deleted, which a database in `backups` also contains. */
async function filled() {
  const library = await openedLibrary()
  const secret = await added(library, 'secret')
  await added(library, 'other')
  await library.copyDatabase(path.join(library.folder, 'backups', 'library-version-3.db'))
  return { library, secret }
}

const partsOf = (library: Library) => ({
  library,
  dataFolder: library.folder,
  cacheFolder: path.join(library.folder, 'cache'),
})

async function backedUp(library: Library): Promise<string> {
  const file = path.join(temporaryFolder(), 'backup.parolo')
  await backupLibrary(partsOf(library), file, { passphrase: null, withOriginals: false, signal })
  return file
}

const restore = (file: string, folder: string) =>
  restoreLibrary(file, folder, { passphrase: null, replace: true, signal })

const titles = async (library: Library): Promise<string[]> =>
  (await library.recordings()).map(({ title }) => title)

it('a backup made while a deletion is unfinished holds nothing of it, and the restored library finishes it', async () => {
  const { library, secret } = await filled()
  const { folder } = library
  await library.deleteRecording(secret.id)
  const file = await backedUp(library)
  expect(await secretsIn(path.dirname(file), SECRETS)).toEqual([])
  await library.close()
  await restore(file, folder)
  const restored = await openedLibrary(folder)
  expect(await titles(restored)).toEqual(['Talk'])
  expect(await restored.unfinishedDeletions()).toHaveLength(1)
  await finishDeletions(partsOf(restored))
  expect(await restored.unfinishedDeletions()).toEqual([])
  expect(await secretsIn(folder, SECRETS)).toEqual([])
})

it('restoring first finishes what the present library had begun to delete', async () => {
  const { library, secret } = await filled()
  const { folder } = library
  const before = await openedLibrary()
  await added(before, 'other')
  const file = await backedUp(before)
  await library.deleteRecording(secret.id)
  await library.close()
  const { replacedAt } = await restore(file, folder)
  expect(await readdir(path.join(replacedAt ?? '', 'media'))).toEqual(['other'])
  const restored = await openedLibrary(folder)
  // SQLite's remnants of the rows are erased as in any other backup.
  expect(await restored.erase()).toBe(true)
  expect(await secretsIn(folder, SECRETS)).toEqual([])
  const replaced = await openedLibrary(replacedAt ?? '')
  expect(await titles(replaced)).toEqual(['Talk'])
  expect(await replaced.unfinishedDeletions()).toEqual([])
})

it('a deletion finishes what an earlier program left in a library that was replaced', async () => {
  const { library } = await filled()
  const { folder } = library
  const replaced = path.join(folder, 'backups', 'replaced-1')
  const former = await openLibrary(replaced)
  const gone = await added(former, 'secret')
  const other = await added(former, 'other')
  await former.deleteRecording(gone.id)
  await former.close()
  await deleteRecording(partsOf(library), other.id)
  expect(await readdir(path.join(replaced, 'media'))).toEqual([])
})

it('a backup made before a deletion brings the recording back, its text and its sound, and only where it is restored', async () => {
  const { library, secret } = await filled()
  const { folder } = library
  const file = await backedUp(library)
  await deleteRecording(partsOf(library), secret.id)
  await library.close()
  expect(await secretsIn(folder, SECRETS)).toEqual([])
  const { replacedAt } = await restore(file, folder)
  const restored = await openedLibrary(folder)
  expect(await titles(restored)).toEqual(['Unterredung', 'Talk'])
  expect(await secretsIn(path.join(folder, 'media', 'secret'), SECRETS)).not.toEqual([])
  expect(await secretsIn(replacedAt ?? '', SECRETS)).toEqual([])
})

it('a deletion of a backup is not followed into a library that has the recording again', async () => {
  const { library, secret } = await filled()
  const { folder } = library
  await library.deleteRecording(secret.id)
  const file = await backedUp(library)
  await finishDeletions(partsOf(library))
  const again = await added(library, 'secret')
  expect(again.id).toBe(secret.id)
  await library.close()
  const { replacedAt } = await restore(file, folder)
  const restored = await openedLibrary(folder)
  await finishDeletions(partsOf(restored))
  expect(await titles(restored)).toEqual(['Talk'])
  await restored.close()
  const replaced = await openedLibrary(replacedAt ?? '')
  expect(await titles(replaced)).toEqual(['Talk', 'Unterredung'])
})

it('a backup is begun again where a recording is deleted meanwhile, also one whose file is elsewhere', async () => {
  const { library } = await filled()
  const elsewhere = await library.addRecording(newRecording('elsewhere', { title: 'Elsewhere' }))
  let copies = 0
  const deletesMeanwhile = {
    ...library,
    copyDatabase: async (file: string) => {
      await library.copyDatabase(file)
      copies += 1
      if (copies === 1) await library.deleteRecording(elsewhere.id)
    },
  }
  const file = path.join(temporaryFolder(), 'backup.parolo')
  const parts = { ...partsOf(library), library: deletesMeanwhile }
  await backupLibrary(parts, file, { passphrase: null, withOriginals: false, signal })
  expect(copies).toBe(2)
  expect(await secretsIn(path.dirname(file), ['Elsewhere'])).toEqual([])
})

it.each([
  ['the same disk', undefined],
  ['another disk', () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))],
])(
  'a deletion that is unfinished when its library is moved to %s is finished there',
  async (_where, link) => {
    const { library, secret } = await filled()
    const { folder } = library
    await library.deleteRecording(secret.id)
    await library.close()
    const to = path.join(temporaryFolder(), 'new place')
    await moveLibrary(folder, to, { signal, ...(link === undefined ? {} : { link }) })
    const moved = await openedLibrary(to)
    expect(await titles(moved)).toEqual(['Talk'])
    await finishDeletions(partsOf(moved))
    expect(await secretsIn(to, SECRETS)).toEqual([])
    expect(await secretsIn(folder, SECRETS)).toEqual([])
    const backup = new Database(path.join(to, 'backups', 'library-version-3.db'), { readonly: true })
    expect(backup.prepare('SELECT title FROM recordings').pluck().all()).toEqual(['Talk'])
    backup.close()
  },
)
