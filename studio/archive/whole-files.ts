import { link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '../faults/disk-fault.ts'
import { codeOf } from '../faults/error-code.ts'
import { makeFolder } from '../files/make-folder.ts'
import { isGone, ownProcess, type PlacedProcess } from '../processes/placed-process.ts'

let written = 0

/** Files are written under names of the process, forced to disk, and only then get their own names. */
export class WholeFiles {
  readonly #parts: string
  readonly #self: PlacedProcess = ownProcess()

  /** @param parts folder on the same file system as the files */
  constructor(parts: string) {
    this.#parts = parts
  }

  /** Writes the file, or takes the place of what is there. Throws the faults of the disk. */
  async replace(file: string, content: string | Uint8Array): Promise<void> {
    await this.#placed(file, content, (part) => rename(part, file))
  }

  /** Writes the file, unless there is one of that name: then false, and it stays as it is. */
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
      // After a rename there is none.
      await rm(part, { force: true })
    }
  }

  /** Removes what processes that are gone left half written. */
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

/** Other workers make and remove the same folders. */
const MOST_TRIES = 10

/** Does work that needs a folder, which is made where it is missing. */
async function inFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || tries === MOST_TRIES) throw error
    }
    await makeFolder(folder).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT' || tries === MOST_TRIES) throw error
    })
  }
}

/** Names of what is in a folder; none if there is no such folder. Throws the faults of the disk. */
export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw diskFault(error, folder)
  })
}

/** For `catch`: null where the file is not there. */
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
    // Some file systems have no links: of two workers at the same moment one then takes the other's place.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EISDIR'].includes(code)) throw error
  }
  if ((await stat(file).catch(nothingThere)) !== null) return false
  await rename(part, file)
  return true
}

/** `HOST+PID+START+NAMESPACE+N.part`; no host has a plus sign in its name. */
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
  // Windows has no handle of a folder.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
