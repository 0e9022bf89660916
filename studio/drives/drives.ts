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

const MOST_LINKS = 40
/** A file that is played is asked for again and again: where it is is found out this seldom. */
const KNOWN_MS = 1_000
const MOST_KNOWN = 1_000

/**
 * Touches files wherever they are. The drives of the program, of its temporary files and of its library are touched by this
 * process, which hangs with them anyway; each other drive by a child process.
 */
export class Drives {
  readonly #options: DrivesOptions
  readonly #own = new Set([process.execPath, fileURLToPath(import.meta.url), path.resolve(os.tmpdir())])
  readonly #links = new Map<string, DriveLink>()
  /** By full path, for a moment. */
  readonly #known = new Map<string, { readonly drive: Drive | null; readonly untilMs: number }>()

  constructor(options: DrivesOptions) {
    this.#options = options
  }

  /** The drive of the library in `folder` counts as the program's own from now on. */
  async addOwn(folder: string): Promise<void> {
    this.#own.add(await realpath(folder))
    this.#known.clear()
  }

  /**
   * Rejects with the system's error; `drive.silent` if a drive does not answer for 10 s, and at once in the seconds after
   * that; `job.cancelled`.
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
    const known = this.#known.get(full)
    if (known !== undefined && performance.now() < known.untilMs) return known.drive
    const drive = await this.#findForeign(full)
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    this.#known.set(full, { drive, untilMs: performance.now() + KNOWN_MS })
    return drive
  }

  /** Links are followed as far as they lie on drives of its own: a step further and the other drive would be asked. */
  async #findForeign(full: string): Promise<Drive | null> {
    const find = (this.#options.mounted ?? mountedDrives)()
    const own = new Set([...this.#own].map((folder) => find(folder).id))
    let at = path.parse(full).root
    let rest = full.slice(at.length).split(path.sep)
    for (let links = 0; ;) {
      const drive = find(at)
      if (!own.has(drive.id)) return drive
      const [next, ...others] = rest
      if (next === undefined) return null
      const place = path.join(at, next)
      const target = own.has(find(place).id) ? await linkAt(place) : null
      if (target === null) {
        at = place
        rest = others
        continue
      }
      if ((links += 1) > MOST_LINKS)
        throw Object.assign(new Error(`too many links: ${full}`), { code: 'ELOOP' })
      const led = path.resolve(at, target)
      at = path.parse(led).root
      rest = [...led.slice(at.length).split(path.sep), ...others]
    }
  }
}

/** Where a link leads; null for what is no link, or not there. */
async function linkAt(place: string): Promise<string | null> {
  try {
    return await readlink(place)
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return null
  }
}
