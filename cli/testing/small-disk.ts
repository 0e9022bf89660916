import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { mountDisk } from './mounts.ts'

const run = promisify(execFile)

/** A separate in-memory disk, for one test. */
export async function smallDisk(
  folder: string,
  size: string,
): Promise<{ resize: (size: string) => Promise<void> }> {
  const disk = await mountDisk(folder, size)
  onTestFinished(disk.end)
  return disk
}

/** Makes a folder read-only for everyone, including root, until `end` or the end of the test. */
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
