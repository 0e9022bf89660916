import { open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { filesOpenForWriting } from './open-for-writing.ts'

it.runIf(process.platform === 'linux')('names files that are open for writing, and no others', async () => {
  const folder = await temporaryFolder()
  const [written, read] = ['written.wav', 'read.wav'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ]
  await writeFile(read, 'x')
  const [writer, reader] = [await open(written, 'a'), await open(read, 'r')]
  expect([...(await filesOpenForWriting(folder))]).toEqual([written])
  expect((await filesOpenForWriting(path.join(folder, 'other'))).size).toBe(0)
  await writer.close()
  expect((await filesOpenForWriting(folder)).size).toBe(0)
  await reader.close()
})
