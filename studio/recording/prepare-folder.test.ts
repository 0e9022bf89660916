import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { freeBytes } from '../sound/free-space.ts'
import { bytesPerSecond } from './disk-watch.ts'
import { prepareFolder } from './prepare-folder.ts'
import { dataFolderForTest } from './testing/running.ts'

it('refuses to start without room for one minute, and leaves nothing', async () => {
  const dataFolder = await dataFolderForTest()
  const folder = path.join(dataFolder, 'recordings', 'one')
  // So many sources that no disk has room for a minute of them.
  const sources = Math.ceil((await freeBytes(dataFolder)) / (bytesPerSecond(1) * 60)) + 1_000
  await expect(prepareFolder(folder, sources)).rejects.toMatchObject({ code: 'disk.full' })
  expect(existsSync(folder)).toBe(false)
})
