import { createHash } from 'node:crypto'
import { constants, type Dirent, type Stats } from 'node:fs'
import {
  copyFile,
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { DriveRequest, DriveRequestKind, DriveResult, FileFacts } from '#contracts/drive'
import { codeOf } from '../faults/error-code.ts'
import type { OpenedLibraries } from '../library/opened-libraries.ts'

export interface DriveWorkOptions {
  readonly signal?: AbortSignal | undefined
  /** Bytes read or written so far, or files examined. */
  readonly onBytes?: ((bytes: number) => void) | undefined
}

type Work = {
  readonly [Kind in DriveRequestKind]: (
    request: Extract<DriveRequest, { kind: Kind }>,
    options: DriveWorkOptions,
  ) => Promise<DriveResult<Kind>>
}

const BLOCK_BYTES = 1 << 20
/** Do not wait for a writer when opening a pipe. */
const TO_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Of this process: each library stays open for a while. */
let libraries: OpenedLibraries | null = null

/** The requests carried out on a drive, in whichever process. Rejects with the system's errors. */
const work: Work = {
  facts: async ({ path, followsLinks }) => factsFrom(await (followsLinks ? stat(path) : lstat(path))),
  'facts-below': async ({ path, names }, { onBytes }) => {
    let done = 0
    return Promise.all(
      names.map(async (name) => {
        const found = await lstat(join(path, name)).catch((error: unknown) => {
          if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
          throw error
        })
        done += 1
        onBytes?.(done)
        return found === null ? null : factsFrom(found)
      }),
    )
  },
  list: async ({ path }) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
    })),
  'real-path': ({ path }) => realpath(path),
  read: ({ path, start, length }) =>
    withFile(path, TO_READ, async (file) => {
      const facts = factsFrom(await file.stat())
      if (facts.kind === 'folder') throw Object.assign(new Error(`a folder: ${path}`), { code: 'EISDIR' })
      // With its own memory: a slice of a shared buffer would be sent with all of it.
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, facts.bytes - start)))
      const read = await fill(file, bytes, start)
      return { bytes: read === bytes.length ? bytes : Uint8Array.prototype.slice.call(bytes, 0, read), facts }
    }),
  hash: ({ path }, { signal, onBytes }) =>
    withFile(path, TO_READ, async (file) => {
      const hash = createHash('sha256')
      const block = Buffer.allocUnsafe(BLOCK_BYTES)
      for (let done = 0; ;) {
        signal?.throwIfAborted()
        const { bytesRead } = await file.read(block, 0, block.length, done)
        if (bytesRead === 0) return hash.digest('hex')
        hash.update(block.subarray(0, bytesRead))
        done += bytesRead
        onBytes?.(done)
      }
    }),
  write: async ({ path, start, bytes, isNew }) => {
    const flags = start > 0 ? 'r+' : isNew ? 'wx' : 'w'
    await withFile(path, flags, (file) => writeAll(file, bytes, start))
    return null
  },
  copy: async ({ path, to }, options) => {
    // If the file system supports clones, a copy takes no time or space.
    const isCloned = await copyFile(path, to, constants.COPYFILE_FICLONE_FORCE).then(
      () => true,
      () => false,
    )
    if (!isCloned) await copyBlocks(path, to, options)
    return null
  },
  rename: async ({ path, to }) => {
    await rename(path, to)
    return null
  },
  link: async ({ path, to }) => {
    await link(path, to)
    return null
  },
  remove: async ({ path }) => {
    await rm(path, { force: true }).catch((error: unknown) => {
      if (codeOf(error) !== 'ERR_FS_EISDIR') throw error
      return rmdir(path)
    })
    return null
  },
  'make-folder': async ({ path }) => {
    await mkdir(path)
    return null
  },
  'free-space': async ({ path }) => {
    const { bavail, bsize } = await statfs(path)
    return bavail * bsize
  },
  // Loaded on demand: other requests need no database.
  'library-version': async ({ path }) =>
    (await import('../library/database/open-to-read.ts')).readableVersion(path),
  'search-library': async ({ path, words, limit }) => {
    const loaded = await import('../library/opened-libraries.ts')
    libraries ??= new loaded.OpenedLibraries()
    const { titles, hits, recordings } = await libraries.search(path, words, limit)
    return {
      titles: [...titles],
      hits: hits.map((hit) => ({ ...hit, words: [...hit.words] })),
      recordings: [...recordings],
    }
  },
}

export function doDriveWork<Request extends DriveRequest>(
  request: Request,
  options: DriveWorkOptions,
): Promise<DriveResult<Request['kind']>> {
  const doIt = work[request.kind] as (
    request: DriveRequest,
    options: DriveWorkOptions,
  ) => Promise<DriveResult<Request['kind']>>
  return doIt(request, options)
}

async function copyBlocks(from: string, to: string, { signal, onBytes }: DriveWorkOptions): Promise<void> {
  await withFile(from, TO_READ, (source) =>
    withFile(to, 'w', async (target) => {
      const block = Buffer.allocUnsafe(BLOCK_BYTES)
      for (let done = 0; ;) {
        signal?.throwIfAborted()
        const { bytesRead } = await source.read(block, 0, block.length, done)
        if (bytesRead === 0) return
        await writeAll(target, block.subarray(0, bytesRead), done)
        done += bytesRead
        onBytes?.(done)
      }
    }),
  )
}

async function withFile<Result>(
  path: string,
  flags: string | number,
  use: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, flags)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

/** Returns the number of bytes read. */
async function fill(file: FileHandle, bytes: Uint8Array, start: number): Promise<number> {
  for (let done = 0; ;) {
    if (done === bytes.length) return done
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done)
    if (bytesRead === 0) return done
    done += bytesRead
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, start + done)).bytesWritten
  }
}

function factsFrom(facts: Stats): FileFacts {
  const { size, mtimeMs, ctimeMs, ino } = facts
  return { kind: kindOf(facts), bytes: size, mtimeMs, ctimeMs, inode: ino }
}

function kindOf(entry: Stats | Dirent): FileFacts['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
