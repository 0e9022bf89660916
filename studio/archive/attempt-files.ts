import { readFile, rm, rmdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { WireError } from '#contracts/errors'
import { z } from 'zod'
import type { AttemptState } from '#core/archive/attempts'
import { attemptsFolder } from '#core/archive/places'
import { codeOf } from '../faults/error-code.ts'
import { HEARTBEAT_MS, isGone, ownProcess } from '../processes/placed-process.ts'
import { namesIn, nothingThere, type WholeFiles } from './whole-files.ts'

const AttemptShape = z.object({
  sha256: z.string(),
  key: z.string(),
  shard: z.number().nullable(),
  host: z.string(),
  pid: z.number(),
  startTime: z.string().nullable(),
  pidNamespace: z.string(),
  startedAtMs: z.number(),
  state: z.enum(['running', 'fault', 'interrupted']),
  fault: z.object({ code: z.string(), message: z.string(), detail: z.string().optional() }).nullable(),
})
type StoredAttempt = z.infer<typeof AttemptShape>

export interface KnownAttempt {
  readonly file: string
  /** The current state: `interrupted` also if its process is gone. */
  readonly state: AttemptState
  /** Null for a truncated file, whose process ended while writing it. */
  readonly stored: StoredAttempt | null
}

/** The recording attempted, and the key. */
export interface Tried {
  readonly sha256: string
  readonly key: string
}

/** Attempts for this key, oldest first. */
export async function knownAttempts(dir: string, { sha256, key }: Tried): Promise<KnownAttempt[]> {
  const folder = path.join(dir, attemptsFolder(sha256))
  const known: KnownAttempt[] = []
  // File names begin with the time.
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.json')).sort()) {
    const attempt = await readAttempt(path.join(folder, name))
    if (attempt !== null && (attempt.stored === null || attempt.stored.key === key)) known.push(attempt)
  }
  return known
}

/** Null if the attempt has succeeded meanwhile. */
export async function readAttempt(file: string): Promise<KnownAttempt | null> {
  const facts = await stat(file).catch(nothingThere)
  const text = await readFile(file, 'utf8').catch(nothingThere)
  if (facts === null || text === null) return null
  const stored = parsed(text)
  if (stored === null) return { file, state: 'interrupted', stored }
  const isOver = stored.state === 'running' && isGone(stored, facts.mtimeMs)
  return { file, state: isOver ? 'interrupted' : stored.state, stored }
}

function parsed(text: string): StoredAttempt | null {
  try {
    return AttemptShape.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

let begun = 0

/** An attempt by this process; written to disk before the work starts. */
export class Attempt {
  readonly #dir: string
  readonly #files: WholeFiles
  readonly #stored: StoredAttempt
  readonly #file: string
  #heartbeat: NodeJS.Timeout | undefined

  private constructor(dir: string, files: WholeFiles, stored: StoredAttempt) {
    const name = `${String(stored.startedAtMs).padStart(15, '0')}-${stored.host}-${stored.pid}-${++begun}.json`
    this.#dir = dir
    this.#files = files
    this.#stored = stored
    this.#file = path.join(dir, attemptsFolder(stored.sha256), name)
  }

  /** Throws the faults of the disk. */
  static async begin(
    dir: string,
    files: WholeFiles,
    tried: Tried & { readonly shard: number },
  ): Promise<Attempt> {
    const { sha256, key, shard } = tried
    const startedAtMs = Date.now()
    const stored = {
      sha256,
      key,
      shard,
      ...ownProcess(),
      startedAtMs,
      state: 'running' as const,
      fault: null,
    }
    const attempt = new Attempt(dir, files, stored)
    await files.replace(attempt.#file, text(stored))
    attempt.#heartbeat = setInterval(() => {
      const now = new Date()
      // A disk problem is reported by the next write.
      utimes(attempt.#file, now, now).catch(() => undefined)
    }, HEARTBEAT_MS)
    attempt.#heartbeat.unref()
    return attempt
  }

  get startedAtMs(): number {
    return this.#stored.startedAtMs
  }

  /** It ended without a result. */
  async failed(state: 'fault' | 'interrupted', fault: WireError | null): Promise<void> {
    clearInterval(this.#heartbeat)
    const { code, message, detail } = fault ?? {}
    const reported =
      code === undefined || message === undefined
        ? null
        : { code, message, ...(detail === undefined ? {} : { detail }) }
    await this.#files.replace(this.#file, text({ ...this.#stored, state, fault: reported }))
  }

  /** There is a result, so earlier attempts no longer matter. */
  async done(): Promise<void> {
    clearInterval(this.#heartbeat)
    await rm(this.#file, { force: true })
    await forgetAttempts(this.#dir, this.#stored.sha256)
  }

  /** The attempt says nothing about the recording. */
  async withdraw(): Promise<void> {
    clearInterval(this.#heartbeat)
    await rm(this.#file, { force: true })
  }
}

/** Removes the recording's attempts, except those still running. */
export async function forgetAttempts(dir: string, sha256: string): Promise<void> {
  const folder = path.join(dir, attemptsFolder(sha256))
  for (const name of await namesIn(folder)) {
    const attempt = await readAttempt(path.join(folder, name))
    if (attempt !== null && attempt.state !== 'running') await rm(attempt.file, { force: true })
  }
  await rmdir(folder).catch((error: unknown) => {
    // It contains another worker's attempt, or another worker has removed it.
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) throw error
  })
}

const text = (stored: StoredAttempt): string => `${JSON.stringify(stored)}\n`
