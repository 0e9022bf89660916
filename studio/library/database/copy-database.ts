import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../../faults/error-code.ts'

const CHUNK_BYTES = 16e6

/**
 * Copies a database's file completely and synced to disk; calls `onBytes` with the progress. If the file
 * system can share the blocks of both, that is instant and takes no space. Nobody may write to the file
 * meanwhile.
 */
export function copyDatabase(
  from: string,
  to: string,
  onBytes: (done: number, total: number) => void,
  shareBlocks: (from: string, to: string) => void = clone,
): void {
  try {
    try {
      shareBlocks(from, to)
    } catch (error) {
      if (!CANNOT_SHARE.has(codeOf(error) ?? '')) throw error
      copyInChunks(from, to, onBytes)
    }
    onDisk(to)
    onFolderOnDisk(dirname(to))
  } catch (error) {
    rmSync(to, { force: true })
    throw error
  }
}

/** Error codes for files that cannot share blocks. */
const CANNOT_SHARE: ReadonlySet<string> = new Set([
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EXDEV',
  'ENOTTY',
  'EPERM',
])

const clone = (from: string, to: string): void => copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE)

function copyInChunks(from: string, to: string, onBytes: (done: number, total: number) => void): void {
  const source = openSync(from, 'r')
  const target = openSync(to, 'w')
  try {
    const total = fstatSync(source).size
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, total))
    for (let done = 0; done < total;) {
      const read = readSync(source, chunk, 0, chunk.length, done)
      if (read === 0) throw new Error(`${from} became shorter while it was copied`)
      for (let written = 0; written < read;)
        written += writeSync(target, chunk, written, read - written, done + written)
      done += read
      onBytes(done, total)
    }
  } finally {
    closeSync(target)
    closeSync(source)
  }
}

function onDisk(file: string): void {
  const opened = openSync(file, 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Windows cannot open folders; there the name is synced with the file. */
function onFolderOnDisk(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
