import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from '../faults/error-code.ts'
import { isOpenIn, joinLibrary, type Holder, type Membership } from '../library/lock/open-processes.ts'

/** How often its holder verifies that nobody has taken it. */
const LOOK_EVERY_MS = 1_000
/** Files of leases that this process no longer holds but could not remove. */
const givenUp = new Set<string>()
/** How long an empty file counts as just being created. */
const NEW_MS = 5_000

/**
 * The right to write in a recording's folder: the file `lease-N` with the highest number, which identifies
 * the process that holds it. Taking over creates the next number, which only one process can. A file and not
 * a row, as it must also work on a full disk.
 */
export class RecorderLease {
  readonly #folder: string
  readonly #number: number
  readonly #membership: Membership
  readonly #timer: NodeJS.Timeout
  #onLost: () => void = () => undefined

  private constructor(folder: string, number: number, membership: Membership) {
    this.#folder = folder
    this.#number = number
    this.#membership = membership
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS).unref()
  }

  /** Null if a live process holds it. */
  static async take(folder: string): Promise<RecorderLease | null> {
    const newest = await newestLease(folder)
    if (newest > 0 && (await holderOf(folder, newest)) !== null) return null
    const membership = joinLibrary(libraryOf(folder))
    const file = leasePath(folder, newest + 1)
    try {
      const { id, pid } = membership.self
      await writeFile(file, JSON.stringify({ id, pid }), { flag: 'wx' })
      return new RecorderLease(folder, newest + 1, membership)
    } catch (error) {
      membership.leave()
      if (codeOf(error) === 'EEXIST') return null
      // Empty, as its disk failed: to others it would seem to be just being created.
      await rm(file, { force: true })
      throw error
    }
  }

  /**
   * Called once if another process has taken it, having considered this one dead because its computer slept.
   * Nothing may be written then.
   */
  set onLost(reported: () => void) {
    this.#onLost = reported
  }

  /**
   * Frees the folder for others. Throws errors of the disk: then it becomes free for other processes when
   * this one ends.
   */
  async release(): Promise<void> {
    clearInterval(this.#timer)
    const file = leasePath(this.#folder, this.#number)
    try {
      await rm(file, { force: true })
    } catch (error) {
      givenUp.add(file)
      throw error
    } finally {
      this.#membership.leave()
    }
  }

  async #look(): Promise<void> {
    const newest = await newestLease(this.#folder).catch((error: unknown) => {
      // An unresponsive disk is reported by the next write there.
      if (codeOf(error) === undefined) throw error
      return 0
    })
    if (newest <= this.#number) return
    clearInterval(this.#timer)
    this.#onLost()
  }
}

/** Whether a live process writes in this folder. */
export async function isRecorderAlive(folder: string): Promise<boolean> {
  return (await livingWriter(folder)) !== null
}

/** The pid of the live process that writes in this folder, 0 if not known yet; null if there is none. */
export async function livingWriter(folder: string): Promise<number | null> {
  const newest = await newestLease(folder)
  return newest === 0 ? null : await holderOf(folder, newest)
}

/** Recordings in progress are in a folder of the library's. */
const libraryOf = (folder: string): string => path.dirname(path.dirname(folder))

function leasePath(folder: string, number: number): string {
  return path.join(folder, `lease-${number}`)
}

async function newestLease(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(/^lease-(\d+)$/u.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

async function holderOf(folder: string, number: number): Promise<number | null> {
  const file = leasePath(folder, number)
  if (givenUp.has(file)) return null
  try {
    const { mtimeMs } = await stat(file)
    const text = await readFile(file, 'utf8')
    // Just created, or emptied by a power failure.
    if (text === '') return Math.abs(Date.now() - mtimeMs) < NEW_MS ? 0 : null
    const { id, pid } = JSON.parse(text) as Partial<Holder>
    // Without an id it is of a program of version 0.1, which cannot have the library open any more.
    return id !== undefined && isOpenIn(libraryOf(folder), id) ? (pid ?? 0) : null
  } catch (error) {
    // Released meanwhile, or damaged by a power failure.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}
