import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { newRecording, openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import { recordingsFolder } from '../recording/recording-folder.ts'
import { RecordingWriter } from '../recording/recording-writer.ts'
import { startEntry, START_MS, toneBlock } from '../recording/testing/running.ts'
import { writtenRecordings } from '../recording/written-recordings.ts'
import { backupLibrary } from './backup-library.ts'
import { restoreLibrary } from './restore-library.ts'

const { signal } = new AbortController()

async function madeBackup(
  prepare: (library: Library) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const library = await openedLibrary()
  await prepare(library)
  await library.addRecording(newRecording('earlier'))
  const file = path.join(temporaryFolder(), 'backup.parolo')
  const { folder } = library
  await backupLibrary({ library, dataFolder: folder, cacheFolder: path.join(folder, 'cache') }, file, {
    passphrase: null,
    withOriginals: false,
    signal,
  })
  return file
}

const restored = (file: string, folder: string, replace = false) =>
  restoreLibrary(file, folder, { passphrase: null, replace, signal })

it('a recording that is not finished is no empty library, and is kept where it is replaced', async () => {
  const file = await madeBackup()
  const folder = temporaryFolder()
  await (await openLibrary(folder)).close()
  const start = startEntry()
  const writer = await RecordingWriter.start({
    folder: path.join(recordingsFolder(folder), start.id),
    start,
    consent: null,
    onError: (error) => {
      throw error
    },
  })
  writer.append(toneBlock(0, 0))
  await writer.stop(START_MS + 1_000, 'asked')
  await expect(restored(file, folder)).rejects.toMatchObject({ code: 'backup.library-not-empty' })
  expect(await writtenRecordings(folder)).toHaveLength(1)
  const { replacedAt } = await restored(file, folder, true)
  expect(await writtenRecordings(replacedAt ?? '')).toHaveLength(1)
  expect(await writtenRecordings(folder)).toEqual([])
})

it.each([
  ['a glossary', (library: Library) => library.setGlossary(null, 'Parolo')],
  ['a setting', (library: Library) => library.setSetting('preference.theme', '"dark"')],
])('a library with %s alone is not empty', async (_what, add) => {
  const file = await madeBackup()
  const folder = temporaryFolder()
  const library = await openLibrary(folder)
  await add(library)
  await library.close()
  await expect(restored(file, folder)).rejects.toMatchObject({ code: 'backup.library-not-empty' })
})

it('is refused while a program has the library open, which is named', async () => {
  const file = await madeBackup()
  const library = await openedLibrary()
  const stop = new AbortController()
  const waiting = restoreLibrary(file, library.folder, {
    passphrase: null,
    replace: true,
    signal: stop.signal,
  })
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(await readdir(path.join(library.folder, 'backups'))).toEqual([])
  await library.setSetting('still', true)
})

it('leaves out files of imports that were under way, which no deletion would find', async () => {
  const file = await madeBackup(async (library) => {
    for (const name of ['stored', 'under way']) {
      const own = path.join(library.folder, 'media', name, 'sound.wav')
      await mkdir(path.dirname(own), { recursive: true })
      await writeFile(own, name)
      if (name === 'stored') await library.addRecording(newRecording(name, { path: own }))
    }
  })
  const folder = temporaryFolder()
  await restored(file, folder)
  expect(await readdir(path.join(folder, 'media'))).toEqual(['stored'])
})

it('keeps the file of a recording whose path names the library by a link', async () => {
  const file = await madeBackup(async (library) => {
    const own = path.join('media', 'linked', 'sound.wav')
    await mkdir(path.join(library.folder, 'media', 'linked'), { recursive: true })
    await writeFile(path.join(library.folder, own), 'sound')
    await library.addRecording(newRecording('linked', { path: path.join('/link to it', own) }))
  })
  const folder = temporaryFolder()
  await restored(file, folder)
  expect(await readdir(path.join(folder, 'media'))).toEqual(['linked'])
})
