import type { DriveResult, FileBlock, FileFacts, FolderEntry } from '#contracts/drive'
import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'
import { entryLocation } from '../processes/entry-location.ts'
import { forkChild } from '../processes/fork-child.ts'
import { Drives } from './drives.ts'
import type { DriveWorkOptions } from './drive-work.ts'

/**
 * A person's files, wherever they are: like `node:fs`, but an unresponsive drive blocks only its own requests
 * (`Drives`). All reject with the system's errors, `drive.silent`, `job.cancelled`.
 */

/** Sent to another process in one message. */
export const BLOCK_BYTES = 1 << 20

let drives = new Drives({ start: forkChild(entryLocation('studio/drives/drive-process.ts', 'drive')) })

/**
 * Shared by the whole process, as it has one thread pool; replaced by a host that starts processes in another
 * way.
 */
export function useDrives(others: Drives): Drives {
  const before = drives
  drives = others
  return before
}

export const currentDrives = (): Drives => drives

export const factsOf = (path: string, options?: DriveWorkOptions): Promise<FileFacts> =>
  drives.ask({ kind: 'facts', path, followsLinks: true }, options)

/** Facts of a link itself. */
export const factsOfEntry = (path: string, options?: DriveWorkOptions): Promise<FileFacts> =>
  drives.ask({ kind: 'facts', path, followsLinks: false }, options)

/** Whether it can be accessed now. */
export const isThere = (path: string, options?: DriveWorkOptions): Promise<boolean> =>
  factsOf(path, options).then(
    () => true,
    () => false,
  )

/** Whether this process itself may access it. */
export const isOnOwnDrive = (path: string): Promise<boolean> => drives.isOwn(path)

/** Facts of files below a folder, without following links; null for a missing one. */
export const factsBelow = (
  path: string,
  names: readonly string[],
  options?: DriveWorkOptions,
): Promise<(FileFacts | null)[]> => drives.ask({ kind: 'facts-below', path, names: [...names] }, options)

/** Null if it does not exist. */
export async function factsIfThere(path: string, options?: DriveWorkOptions): Promise<FileFacts | null> {
  try {
    return await factsOf(path, options)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export const entriesIn = (path: string, options?: DriveWorkOptions): Promise<FolderEntry[]> =>
  drives.ask({ kind: 'list', path }, options)

export const realPathOf = (path: string): Promise<string> => drives.ask({ kind: 'real-path', path })

/** Fewer bytes at the end of the file. */
export const readBlock = (
  path: string,
  start: number,
  length: number,
  options?: DriveWorkOptions,
): Promise<FileBlock> => drives.ask({ kind: 'read', path, start, length }, options)

export async function readWhole(path: string, options?: DriveWorkOptions): Promise<Buffer> {
  const blocks: Uint8Array[] = []
  for (let start = 0; ;) {
    const { bytes } = await readBlock(path, start, BLOCK_BYTES, options)
    blocks.push(bytes)
    start += bytes.length
    if (bytes.length < BLOCK_BYTES) return Buffer.concat(blocks)
  }
}

/** Null if it does not exist. */
export async function readIfThere(path: string, options?: DriveWorkOptions): Promise<Buffer | null> {
  try {
    return await readWhole(path, options)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export const sha256Of = (path: string, options?: DriveWorkOptions): Promise<string> =>
  drives.ask({ kind: 'hash', path }, options)

/** `isNew`: rejects with EEXIST if it exists. */
export async function writeBytes(
  path: string,
  bytes: Uint8Array,
  { isNew = false, ...options }: DriveWorkOptions & { readonly isNew?: boolean } = {},
): Promise<void> {
  for (let start = 0; start === 0 || start < bytes.length; start += BLOCK_BYTES) {
    const block = bytes.subarray(start, start + BLOCK_BYTES)
    await drives.ask({ kind: 'write', path, start, bytes: block, isNew }, options)
  }
}

export async function copyBytes(path: string, to: string, options?: DriveWorkOptions): Promise<void> {
  await drives.ask({ kind: 'copy', path, to }, options)
}

export async function renameFile(path: string, to: string): Promise<void> {
  await drives.ask({ kind: 'rename', path, to })
}

export async function linkFile(path: string, to: string): Promise<void> {
  await drives.ask({ kind: 'link', path, to })
}

/** Removes a file or an empty folder; a missing one is no error. */
export async function removeEntry(path: string): Promise<void> {
  await drives.ask({ kind: 'remove', path })
}

/** Called after an error, which matters more than a partial file left on an unresponsive drive. */
export async function removeLeft(path: string): Promise<void> {
  try {
    await removeEntry(path)
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'drive.silent')) throw error
  }
}

export async function makeOneFolder(path: string): Promise<void> {
  await drives.ask({ kind: 'make-folder', path })
}

export const freeBytesAt = (path: string): Promise<number> => drives.ask({ kind: 'free-space', path })

/** Faults: those of `readableVersion`. */
export const libraryVersionAt = (path: string): Promise<number> =>
  drives.ask({ kind: 'library-version', path })

/** Searches a library other than this process's own. Faults: those of `OpenedLibraries`. */
export const searchLibraryAt = (
  path: string,
  words: string,
  limit: number,
): Promise<DriveResult<'search-library'>> => drives.ask({ kind: 'search-library', path, words, limit })

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
