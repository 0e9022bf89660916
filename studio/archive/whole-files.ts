import { link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'
import { isGone, ownProcess, type PlacedProcess } from '../processes/placed-process.ts'

let written = 0

/** Writes files under temporary names of this process, syncs them to disk, and only then renames them. */
export class WholeFiles {
  readonly #parts: string
  readonly #self: PlacedProcess = ownProcess()

  /** @param parts folder on the same file system as the files */
  constructor(parts: string) {
    this.#parts = parts
  }

  /** Writes the file, replacing an existing one. Throws the faults of the disk. */
  async replace(file: string, content: string | Uint8Array): Promise<void> {
    await this.#placed(file, content, (part) => rename(part, file))
  }

  /** Writes the file, unless one of that name exists: then returns false and leaves it unchanged. */
  async create(file: string, content: string | Uint8Array): Promise<boolean> {
    return await this.#placed(file, content, (part) => placeNew(part, file))
  }

  async #placed<Result>(
    file: string,
    content: string | Uint8Array,
    place: (part: string) => Promise<Result>,
  ): Promise<Result> {
    const folder = path.dirname(file)
    const part = path.join(this.#parts, partName(this.#self))
    try {
      await inFolder(this.#parts, () => writeForced(part, content))
      const result = await inFolder(folder, () => place(part))
      await inFolder(folder, () => forceFolder(folder))
      return result
    } catch (error) {
      throw diskFault(error, folder)
    } finally {
      // After a rename the temporary file is gone.
      await rm(part, { force: true })
    }
  }

  /** Removes partial files left by dead processes. */
  async removeLeftParts(): Promise<void> {
    for (const name of await namesIn(this.#parts)) {
      const worker = workerOfPart(name)
      if (worker === null) continue
      const file = path.join(this.#parts, name)
      const facts = await stat(file).catch(nothingThere)
      if (facts !== null && isGone(worker, facts.mtimeMs)) await rm(file, { force: true })
    }
  }
}

/** Other workers create and remove the same folders. */
const MAX_TRIES = 10

/** Runs work that needs a folder, creating it if it is missing. */
async function inFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || tries === MAX_TRIES) throw error
    }
    await makeFolder(folder).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT' || tries === MAX_TRIES) throw error
    })
  }
}

/** Names in a folder; none if it does not exist. Throws the faults of the disk. */
export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw diskFault(error, folder)
  })
}

/** For `catch`: null if the file does not exist. */
export function nothingThere(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

async function placeNew(part: string, file: string): Promise<boolean> {
  try {
    await link(part, file)
    return true
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'EEXIST') return false
    // Some file systems have no links: if two workers write at the same moment, one replaces the other's
    // file.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EISDIR'].includes(code)) throw error
  }
  if ((await stat(file).catch(nothingThere)) !== null) return false
  await rename(part, file)
  return true
}

/** `HOST+PID+START+NAMESPACE+N.part`; host names contain no plus sign. */
function partName({ host, pid, startTime, pidNamespace }: PlacedProcess): string {
  const parts = [host, String(pid), startTime ?? '', pidNamespace].map((part) =>
    part.replaceAll(/[^\w.:[\]-]/gu, '_'),
  )
  return `${parts.join('+')}+${++written}.part`
}

function workerOfPart(name: string): PlacedProcess | null {
  const [host, pid, startTime, pidNamespace, last, ...more] = name.split('+')
  if (host === undefined || last?.endsWith('.part') !== true || more.length > 0) return null
  return {
    host,
    pid: Number(pid),
    startTime: startTime === '' || startTime === undefined ? null : startTime,
    pidNamespace: pidNamespace ?? '',
  }
}

async function writeForced(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function forceFolder(folder: string): Promise<void> {
  // Windows has no folder handles.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
