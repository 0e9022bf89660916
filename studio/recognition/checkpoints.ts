import type { ChunkKind, Library } from '../library/library.ts'
import { currentMeter } from '../run-cost/run-meter.ts'

/**
 * Finished work by content: work that any program has stored is never repeated.
 * Keys hold the hash of the audio, the position in it, and the hash of the model and settings.
 */
export class Checkpoints {
  readonly #library: Library
  readonly #lease: number
  readonly #pcmSha256: string
  /** Keys that this run saved or has counted. */
  readonly #known = new Set<string>()

  constructor(library: Library, lease: number, pcmSha256: string) {
    this.#library = library
    this.#lease = lease
    this.#pcmSha256 = pcmSha256
  }

  key(place: string, modelSha256: string, settings = ''): string {
    return `${this.#pcmSha256}:${place}:${modelSha256}${settings === '' ? '' : `:${settings}`}`
  }

  async text(kind: ChunkKind, key: string): Promise<string | undefined> {
    const found = await this.#library.chunk(kind, key)
    if (typeof found !== 'string') return undefined
    if (kind === 'words' && !this.#known.has(key)) currentMeter()?.count({ reusedTexts: 1 })
    this.#known.add(key)
    return found
  }

  /** Results for many keys in one query, in their order. */
  async many(kind: ChunkKind, keys: readonly string[]): Promise<(string | Uint8Array | undefined)[]> {
    return this.#library.chunks(kind, keys)
  }

  async save(kind: ChunkKind, key: string, result: string | Uint8Array): Promise<void> {
    this.#known.add(key)
    await this.#library.saveChunk(this.#lease, kind, key, this.#pcmSha256, result)
  }
}
