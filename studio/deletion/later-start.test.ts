import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { filesBelow } from '../files/files-below.ts'
import { openLibrary } from '../library/open.ts'
import { newRecording } from '../library/testing/fixtures.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

it('a studio finishes what a killed program began to delete, and tells the names for the log', async () => {
  const folder = path.join(await temporaryFolder(), 'library')
  const library = await openLibrary(folder)
  const own = path.join(folder, 'media', 'abc', 'secret.mka')
  const { id } = await library.addRecording(newRecording('secret', { path: own }))
  for (const file of [own, path.join(folder, 'cache', id, 'track-0.webm')]) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, 'sound')
  }
  await library.copyDatabase(path.join(folder, 'backups', 'library-version-26.db'))
  await library.deleteRecording(id)
  await library.close()
  const reported: string[] = []
  const { service } = await openedService(folder, undefined, {
    onDeleted: (names) => reported.push(...names),
  })
  await vi.waitUntil(async () => (await service.studio.library.unfinishedDeletions()).length === 0)
  expect(reported).toContain('secret')
  expect([
    ...(await filesBelow(path.dirname(path.dirname(own)))),
    ...(await filesBelow(path.join(folder, 'cache'))),
  ]).toEqual([])
  const backup = new Database(path.join(folder, 'backups', 'library-version-26.db'), { readonly: true })
  expect(backup.prepare('SELECT count(*) FROM recordings').pluck().get()).toBe(0)
  backup.close()
})
