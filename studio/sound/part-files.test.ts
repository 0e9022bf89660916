import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rename, utimes } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../library/testing/fixtures.ts'
import { withPartFiles } from './part-files.ts'

/** Another process that writes parts of a film and its captions until killed. */
async function writerIn(folder: string): Promise<() => Promise<void>> {
  const script = path.join(import.meta.dirname, 'testing/hold-parts.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

/** Files left in the folder after this process has written the same files, in order. */
async function leftAfterWriting(folder: string): Promise<string[]> {
  const files = { film: path.join(folder, 'talk.mp4'), captions: path.join(folder, 'talk.vtt') }
  await withPartFiles(files, () => Promise.resolve())
  return (await readdir(folder)).toSorted()
}

/** Renames parts as if their writer had another pid, or were in another container. */
async function remark(folder: string, change: (mark: string[]) => string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    const [stem, end, mark = '', part] = name.split('.')
    const changed = [stem, end, change(mark.split('-')).join('-'), part].join('.')
    await rename(path.join(folder, name), path.join(folder, changed))
  }
}

it('parts of a living writer stay, those of one that was killed go, also where another process has its number', async () => {
  const folder = temporaryFolder()
  const kill = await writerIn(folder)
  expect(await leftAfterWriting(folder)).toHaveLength(2)
  await kill()
  await remark(folder, ([, ...rest]) => [String(process.ppid), ...rest])
  expect(await leftAfterWriting(folder)).toEqual([])
})

it('parts of a writer in another container stay as long as one of them is written, whatever its number means here', async () => {
  const folder = temporaryFolder()
  const kill = await writerIn(folder)
  await kill()
  await remark(folder, ([pid = '', start = '', , ...rest]) => [pid, start, '0123abcd', ...rest])
  const [film = '', captions = ''] = (await readdir(folder)).toSorted()
  const longAgo = new Date(Date.now() - 3_600_000)
  await utimes(path.join(folder, captions), longAgo, longAgo)
  expect(await leftAfterWriting(folder)).toEqual([film, captions])
  await utimes(path.join(folder, film), longAgo, longAgo)
  expect(await leftAfterWriting(folder)).toEqual([])
})
