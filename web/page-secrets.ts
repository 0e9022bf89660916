import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashOf, newToken } from './token.ts'

const FOLDER = 'web-pages'
/** Version 0.1 kept the token itself in this file. */
const FORMER_FILE = 'web-token'
const DAY_MS = 24 * 60 * 60_000
/** A page that was not open for this long needs the printed address again. */
export const SECRET_DAYS = 30
const MAX_SECRETS = 200
const HASH = /^[\da-f]{64}$/u

/**
 * The secrets of admitted pages, valid across restarts of the host. Stores only hashes, each as the name of
 * an empty file in a folder of the library that only the user can read; the file's time is its last use.
 * Deleting the folder locks out every page at the next start.
 */
export class PageSecrets {
  readonly #folder: string
  readonly #onError: (error: unknown) => void
  readonly #now: () => number
  /** Secrets created by this process: valid even if a full disk stores nothing. */
  readonly #created = new Set<string>()

  private constructor(folder: string, onError: (error: unknown) => void, now: () => number) {
    this.#folder = folder
    this.#onError = onError
    this.#now = now
  }

  static async open(
    dataFolder: string,
    onError: (error: unknown) => void,
    now: () => number = Date.now,
  ): Promise<PageSecrets> {
    const secrets = new PageSecrets(path.join(dataFolder, FOLDER), onError, now)
    await rm(path.join(dataFolder, FORMER_FILE), { force: true }).catch(onError)
    await secrets.#dropOld().catch(onError)
    return secrets
  }

  async create(): Promise<string> {
    const secret = newToken()
    const name = hashOf(secret).toString('hex')
    this.#created.add(name)
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await writeFile(path.join(this.#folder, name), '', { mode: 0o600 })
    } catch (error) {
      this.#onError(error)
    }
    return secret
  }

  /** The hash of a valid secret; null for any other text. */
  async recognize(given: string): Promise<Buffer | null> {
    const hash = hashOf(given)
    const name = hash.toString('hex')
    const isKnown = (await this.#isStored(name)) || this.#created.has(name)
    return isKnown ? hash : null
  }

  async #isStored(name: string): Promise<boolean> {
    const file = path.join(this.#folder, name)
    try {
      const age = this.#now() - (await stat(file)).mtimeMs
      if (age > SECRET_DAYS * DAY_MS) return false
      if (age > DAY_MS) await utimes(file, this.#now() / 1_000, this.#now() / 1_000).catch(this.#onError)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#onError(error)
      return false
    }
  }

  async #dropOld(): Promise<void> {
    const names = (await readdir(this.#folder).catch(noneIfMissing)).filter((name) => HASH.test(name))
    const usedAt = await Promise.all(
      names.map(async (name) => ({ name, usedMs: (await stat(path.join(this.#folder, name))).mtimeMs })),
    )
    usedAt.sort((one, other) => other.usedMs - one.usedMs)
    const old = usedAt.filter(
      ({ usedMs }, at) => at >= MAX_SECRETS || this.#now() - usedMs > SECRET_DAYS * DAY_MS,
    )
    for (const { name } of old) await rm(path.join(this.#folder, name), { force: true })
  }
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
