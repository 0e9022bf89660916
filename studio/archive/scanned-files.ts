import { appendFile, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { places } from '#core/archive/places'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { probe } from '../sound/probe.ts'
import { nothingThere } from './whole-files.ts'

const ScannedShape = z.object({
  path: z.string(),
  bytes: z.number(),
  mtimeMs: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  durationMs: z.number(),
})
export type Scanned = z.infer<typeof ScannedShape>

/** Assumed for a file whose header states no duration: 128 kbit/s. */
const BYTES_A_SECOND = 16_000

/**
 * Facts read from files, each stored at once: a stopped plan resumes where it was, and the next one reads
 * only new files.
 */
export class ScannedFiles {
  readonly #file: string
  readonly #known: ReadonlyMap<string, Scanned>

  private constructor(file: string, known: ReadonlyMap<string, Scanned>) {
    this.#file = file
    this.#known = known
  }

  /** Throws the faults of the disk. */
  static async open(dir: string): Promise<ScannedFiles> {
    const file = path.join(dir, places.scanned)
    const known = new Map<string, Scanned>()
    try {
      await makeFolder(dir)
      const text = (await readFile(file, 'utf8').catch(nothingThere)) ?? ''
      for (const line of text.split('\n')) {
        const scanned = readLine(line)
        if (scanned !== null) known.set(scanned.path, scanned)
      }
      // Start a new line after a truncated one.
      if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n')
    } catch (error) {
      throw diskFault(error, dir)
    }
    return new ScannedFiles(file, known)
  }

  /**
   * Faults: those of `probe`, `media.changed` if the file is written to meanwhile, `job.cancelled`; those of
   * the disk, with the path of the file or the archive.
   */
  async read(file: string, signal: AbortSignal): Promise<Scanned> {
    const known = this.#known.get(file)
    if (known !== undefined) {
      const now = await stat(file).catch(nothingThere)
      if (now !== null && now.size === known.bytes && Math.round(now.mtimeMs) === known.mtimeMs) return known
    }
    const source = await probe(file, { signal })
    const sha256 = await sha256OfFile(file, signal).catch((error: unknown) => {
      if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
      throw diskFault(error, file)
    })
    const after = await stat(file)
    const { bytes, mtimeMs, durationSeconds } = source
    if (after.size !== bytes || Math.round(after.mtimeMs) !== mtimeMs)
      throw new Fault('media.changed', { file })
    const seconds = durationSeconds ?? bytes / BYTES_A_SECOND
    const scanned = { path: file, bytes, mtimeMs, sha256, durationMs: Math.round(seconds * 1000) }
    await appendFile(this.#file, `${JSON.stringify(scanned)}\n`).catch((error: unknown) => {
      throw diskFault(error, path.dirname(this.#file))
    })
    return scanned
  }
}

function readLine(line: string): Scanned | null {
  if (line === '') return null
  try {
    return ScannedShape.parse(JSON.parse(line))
  } catch (error) {
    // Truncated when the program ended: that file is read again.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}
