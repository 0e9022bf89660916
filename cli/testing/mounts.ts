import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether tests can mount on this machine: as root, outside a restricted container. */
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

/** Mounts a separate in-memory disk. `size` in mount's notation: `64k`, `80m`. */
export async function mountDisk(
  folder: string,
  size: string,
): Promise<{ resize: (size: string) => Promise<void>; end: () => Promise<void> }> {
  await mkdir(folder, { recursive: true })
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  return {
    resize: async (newSize) => void (await run('mount', ['-o', `remount,size=${newSize}`, folder])),
    end: async () => void (await run('umount', ['--lazy', folder])),
  }
}

/** Fills the remaining space with a file, whose path is returned. */
export async function fillDisk(folder: string): Promise<string> {
  const filler = path.join(folder, 'filler')
  const { bavail, bsize } = await statfs(folder)
  const file = await open(filler, 'w')
  try {
    const block = Buffer.alloc(bsize * 256)
    for (let left = bavail * bsize; left > 0; left -= block.length) {
      await file.write(block, 0, Math.min(block.length, left))
    }
  } catch (error) {
    // Another process used some of the space meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
  return filler
}
