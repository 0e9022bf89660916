import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'

/** The writer's disk operations, each synchronous on its own thread; tests use failing disks. */
export interface DiskFiles {
  /** `make`: created if missing, left unchanged if not. */
  open(path: string, flags: 'make' | 'read' | 'folder'): number
  write(fd: number, bytes: Uint8Array, position: number): number
  read(fd: number, bytes: Uint8Array, position: number): number
  size(fd: number): number
  truncate(fd: number, size: number): void
  sync(fd: number): void
  close(fd: number): void
  remove(path: string): void
  freeBytes(folder: string): number
}

const MAKE = 'a'

export const systemFiles: DiskFiles = {
  open: (path, flags) => (flags === 'make' ? openOrMake(path) : openSync(path, 'r')),
  write: (fd, bytes, position) => writeSync(fd, bytes, 0, bytes.length, position),
  read: (fd, bytes, position) => readSync(fd, bytes, 0, bytes.length, position),
  size: (fd) => fstatSync(fd).size,
  truncate: ftruncateSync,
  sync: (fd) => (fstatSync(fd).isDirectory() ? fsyncSync(fd) : fdatasyncSync(fd)),
  close: closeSync,
  remove: (path) => rmSync(path, { force: true }),
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  },
}

/** No flag of `openSync` both creates a file and allows writing anywhere in it. */
function openOrMake(path: string): number {
  try {
    return openSync(path, 'r+')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    closeSync(openSync(path, MAKE))
    return openSync(path, 'r+')
  }
}

/** Writes all of `bytes`, in as many writes as necessary. */
export function writeAll(files: DiskFiles, fd: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length) {
    const count = files.write(fd, bytes.subarray(written), position + written)
    if (count === 0) throw Object.assign(new Error('the disk took nothing'), { code: 'EIO' })
    written += count
  }
}

/** So that new files survive a power failure. Windows cannot open a folder, and need not. */
export function syncFolder(files: DiskFiles, folder: string): void {
  if (process.platform === 'win32') return
  const fd = files.open(folder, 'folder')
  try {
    files.sync(fd)
  } finally {
    files.close(fd)
  }
}

/** Whether the disk, or the person's quota on it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}
