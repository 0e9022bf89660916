import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { inResumedFolder } from './resumed-folder.ts'
import { inWorkFolder } from './work-folder.ts'

afterEach(() => void vi.unstubAllEnvs())

const piecesFor = (parent: string): Promise<string[]> =>
  inResumedFolder(parent, 'film', (folder) => readdir(folder))

it('a writer that failed leaves its pieces to the next of the same name; one that ends leaves none', async () => {
  const parent = path.join(temporaryFolder(), 'films')
  const failed = inResumedFolder(parent, 'film', async (folder) => {
    await writeFile(path.join(folder, '00001.mp4'), 'piece')
    throw new Error('stopped')
  })
  await expect(failed).rejects.toThrow('stopped')
  expect(await inResumedFolder(parent, 'other', (folder) => readdir(folder))).toEqual([])
  expect(await piecesFor(parent)).toEqual(['00001.mp4'])
  expect(await readdir(parent)).toEqual([])
})

it('of two writers at once each has a folder of its own', async () => {
  const parent = temporaryFolder()
  await inResumedFolder(parent, 'film', async (folder) => {
    await writeFile(path.join(folder, '00001.mp4'), 'piece')
    expect(await piecesFor(parent)).toEqual([])
    expect(await readdir(folder)).toEqual(['00001.mp4'])
  })
})

it('what another program writes is its own until it is killed: then pieces go to the next, and working files are deleted', async () => {
  const [parent, temporary] = [temporaryFolder(), temporaryFolder()]
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary)
  const script = path.join(import.meta.dirname, 'testing/hold-folders.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, parent], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  expect(await piecesFor(parent)).toEqual([])
  await inWorkFolder(() => Promise.resolve())
  expect(await readdir(temporary)).toHaveLength(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await piecesFor(parent)).toEqual(['00001.mp4'])
  await inWorkFolder(() => Promise.resolve())
  expect(await readdir(temporary)).toEqual([])
})
