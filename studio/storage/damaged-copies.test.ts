import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { deleteDamagedCopy, listDamagedCopies } from './damaged-copies.ts'
import { localDay } from './local-day.ts'

it('what a repair kept is listed with its size, and deleted alone and only when asked', async () => {
  const library = await openedLibrary()
  const parts = { library, dataFolder: library.folder }
  const backups = path.join(library.folder, 'backups')
  expect(await listDamagedCopies(parts)).toEqual([])
  for (const [file, bytes] of [
    ['damaged-1/library.db', 300],
    ['replaced-1/library.db', 200],
    ['replaced-1/library.db.damaged', 0],
    ['replaced-2/library.db', 100],
    ['library-version-1.db', 50],
  ] as const) {
    await mkdir(path.join(backups, path.dirname(file)), { recursive: true })
    await writeFile(path.join(backups, file), 'x'.repeat(bytes))
  }
  const keptOn = localDay(Date.now())
  expect(await listDamagedCopies(parts)).toEqual([
    { name: 'damaged-1', bytes: 300, keptOn },
    { name: 'replaced-1', bytes: 200, keptOn },
  ])
  for (const name of ['replaced-2', '../media', 'gone', 'replaced-1', 'damaged-1', 'damaged-1'])
    await deleteDamagedCopy(parts, name)
  expect((await readdir(backups)).toSorted()).toEqual(['library-version-1.db', 'replaced-2'])
})
