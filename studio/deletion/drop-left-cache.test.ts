import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { dropLeftCache } from './drop-left-cache.ts'

it('deletes from the cache what is of recordings that are gone, and backups that were not finished', async () => {
  const library = await openedLibrary()
  const { id } = await library.addRecording(newRecording('stays'))
  const cacheFolder = path.join(library.folder, 'cache')
  for (const name of [id, '0123456789ab', '0123456789ab0123', 'live', 'a word'])
    await mkdir(path.join(cacheFolder, name))
  await writeFile(path.join(cacheFolder, '0123456789ab', 'track-0.pcm'), 'sound')
  for (const name of ['backup-old.db', 'backup-new.db'])
    await writeFile(path.join(cacheFolder, name), 'words')
  const now = Date.now()
  await utimes(path.join(cacheFolder, 'backup-old.db'), 0, now / 1000 - 25 * 3_600)
  await dropLeftCache({ library, cacheFolder }, now)
  expect((await readdir(cacheFolder)).toSorted()).toEqual([id, 'a word', 'backup-new.db', 'live'].toSorted())
})
