import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const run = promisify(execFile)

/** Whether this machine lets the tests mount: as root, outside of a sealed container. */
export async function mayMount(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-mount-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
    await run('umount', [folder])
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === undefined) throw error
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A disk of its own in memory, for one test. `size` as mount knows it: `64k`, `80m`. */
export async function smallDisk(
  folder: string,
  size: string,
): Promise<{ resize: (size: string) => Promise<void> }> {
  await mkdir(folder, { recursive: true })
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  onTestFinished(async () => void (await run('umount', ['--lazy', folder])))
  return { resize: async (newSize) => void (await run('mount', ['-o', `remount,size=${newSize}`, folder])) }
}

/** Makes a folder read-only for everybody, root too, until `end` or the end of the test. */
export async function readOnly(folder: string): Promise<{ end: () => Promise<void> }> {
  await run('mount', ['--bind', folder, folder])
  await run('mount', ['-o', 'remount,bind,ro', folder])
  let mounted = true
  const end = async () => {
    if (mounted) await run('umount', ['--lazy', folder])
    mounted = false
  }
  onTestFinished(end)
  return { end }
}
