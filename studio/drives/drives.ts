import { readlink, realpath } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DriveRequest, DriveResult, ToDrive } from '#contracts/drive'
import { codeOf } from '../faults/error-code.ts'
import type { StartChild } from '../processes/child-process.ts'
import { DRIVE_LIMITS, DriveLink, type DriveLimits } from './drive-link.ts'
import { doDriveWork, type DriveWorkOptions } from './drive-work.ts'
import { type Drive, type FindDrive, mountedDrives } from './mounted-drives.ts'

export interface DrivesOptions {
  readonly start: StartChild<ToDrive>
  readonly mounted?: () => FindDrive
  readonly limits?: DriveLimits
}

const MAX_LINKS = 40
/**
 * Lists request many files of one folder and players one file repeatedly, so locations are cached for this
 * long, ms.
 */
const KNOWN_MS = 1_000

/** The resolved location of a path. */
interface Place {
  /** Null for the program's own drives. */
  readonly drive: Drive | null
  /** With links resolved, as far as they were followed. */
  readonly real: string
}

interface Mounts {
  readonly find: FindDrive
  /** Ids of the program's own drives. */
  readonly own: ReadonlySet<string>
  /** Keyed by folder. */
  readonly places: Map<string, Promise<Place>>
  readonly untilMs: number
}

/**
 * Accesses files wherever they are. The drives of the program, its temporary files and its library are
 * accessed by this process, which depends on them anyway; each other drive by a child process.
 */
export class Drives {
  readonly #options: DrivesOptions
  readonly #own = new Set([process.execPath, fileURLToPath(import.meta.url), path.resolve(os.tmpdir())])
  readonly #links = new Map<string, DriveLink>()
  #known: Mounts | null = null

  constructor(options: DrivesOptions) {
    this.#options = options
  }

  /** The drive of the library in `folder` counts as the program's own from now on. */
  async addOwn(folder: string): Promise<void> {
    this.#own.add(await realpath(folder))
    this.#known = null
  }

  /**
   * Rejects with the system's error; `drive.silent` if a drive does not respond for 10 s, and immediately in
   * the following seconds; `job.cancelled`.
   */
  async ask<Request extends DriveRequest>(
    request: Request,
    options: DriveWorkOptions = {},
  ): Promise<DriveResult<Request['kind']>> {
    const drive =
      (await this.#foreign(request.path)) ?? ('to' in request ? await this.#foreign(request.to) : null)
    if (drive === null) return doDriveWork(request, options)
    let link = this.#links.get(drive.id)
    if (link === undefined) {
      link = new DriveLink(drive.name, this.#options.start, this.#options.limits ?? DRIVE_LIMITS)
      this.#links.set(drive.id, link)
    }
    return link.ask(request, options)
  }

  async isOwn(file: string): Promise<boolean> {
    return (await this.#foreign(file)) === null
  }

  close(): void {
    for (const link of this.#links.values()) link.close()
  }

  /** The drive of a file; null for the program's own. */
  async #foreign(file: string): Promise<Drive | null> {
    const full = path.resolve(file)
    const mounts = this.#mounts()
    const folder = path.dirname(full)
    let place = mounts.places.get(folder)
    if (place === undefined) {
      place = followOwnLinks(folder, mounts)
      mounts.places.set(folder, place)
    }
    const { drive, real } = await place
    return drive ?? (await followOwnLinks(path.join(real, path.basename(full)), mounts, real)).drive
  }

  #mounts(): Mounts {
    const nowMs = performance.now()
    if (this.#known !== null && nowMs < this.#known.untilMs) return this.#known
    const find = (this.#options.mounted ?? mountedDrives)()
    const own = new Set([...this.#own].map((folder) => find(folder).id))
    this.#known = { find, own, places: new Map(), untilMs: nowMs + KNOWN_MS }
    return this.#known
  }
}

/**
 * Follows links only within the program's own drives: the next step would access another drive. `known`: a
 * parent folder that is already resolved.
 */
async function followOwnLinks(
  full: string,
  { find, own }: Mounts,
  known = path.parse(full).root,
): Promise<Place> {
  let at = known
  let rest = partsBelow(at, full)
  for (let links = 0; ;) {
    const drive = find(at)
    if (!own.has(drive.id)) return { drive, real: at }
    const [next, ...others] = rest
    if (next === undefined) return { drive: null, real: at }
    const place = path.join(at, next)
    const target = own.has(find(place).id) ? await linkAt(place) : null
    if (target === null) {
      at = place
      rest = others
      continue
    }
    links += 1
    if (links > MAX_LINKS) throw Object.assign(new Error(`too many links: ${full}`), { code: 'ELOOP' })
    const led = path.resolve(at, target)
    at = path.parse(led).root
    rest = [...partsBelow(at, led), ...others]
  }
}

const partsBelow = (folder: string, full: string): string[] =>
  full
    .slice(folder.length)
    .split(path.sep)
    .filter((part) => part !== '')

/** Target of a link; null if the path is not a link or does not exist. */
async function linkAt(place: string): Promise<string | null> {
  try {
    return await readlink(place)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}
