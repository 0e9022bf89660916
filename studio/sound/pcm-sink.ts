import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { LevelMeter } from '#core/sound/levels'
import { PeakMeter } from '#core/sound/peaks'

export interface PcmFacts {
  readonly sampleCount: number
  readonly sha256: string
}

/** Writes decoded PCM as it arrives and computes its hash, peaks and levels in constant memory. */
export class PcmSink extends Writable {
  readonly #hash = createHash('sha256')
  readonly #levels = new LevelMeter()
  readonly #peaks = new PeakMeter()
  readonly #files: { pcm: FileHandle; peaks: FileHandle; levels: FileHandle }
  #odd: Buffer = Buffer.alloc(0)
  sampleCount = 0

  private constructor(files: { pcm: FileHandle; peaks: FileHandle; levels: FileHandle }) {
    // fluent treats a closed sink as an abort, though ffmpeg may still be writing the proxy.
    super({ highWaterMark: 1 << 20, emitClose: false })
    this.#files = files
  }

  static async create(paths: { pcm: string; peaks: string; levels: string }): Promise<PcmSink> {
    const [pcm, peaks, levels] = await Promise.all(
      [paths.pcm, paths.peaks, paths.levels].map((file) => open(file, 'w')),
    )
    return new PcmSink({ pcm: pcm as FileHandle, peaks: peaks as FileHandle, levels: levels as FileHandle })
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#take(chunk).then(() => done(), done)
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#finish().then(() => done(), done)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    Promise.all(Object.values(this.#files).map((file) => file.close())).then(
      () => done(error),
      (closing: Error) => done(error ?? closing),
    )
  }

  /** Call after 'finish'. */
  facts(): PcmFacts {
    return { sampleCount: this.sampleCount, sha256: this.#hash.copy().digest('hex') }
  }

  async #take(chunk: Buffer): Promise<void> {
    const joined = this.#odd.length > 0 ? Buffer.concat([this.#odd, chunk]) : chunk
    const whole = joined.length & ~1
    // A copy, since samples must be aligned and ffmpeg's buffer may be reused.
    const bytes = Uint8Array.prototype.slice.call(joined, 0, whole)
    this.#odd = Buffer.from(joined.subarray(whole))
    const samples = new Int16Array(bytes.buffer, 0, whole / 2)
    this.sampleCount += samples.length
    this.#hash.update(bytes)
    this.#levels.push(samples)
    this.#peaks.push(samples)
    await writeAll(this.#files.pcm, bytes)
    await this.#writeMeters(this.#levels.drain(), this.#peaks.drain())
  }

  async #finish(): Promise<void> {
    await this.#writeMeters(this.#levels.finish(), this.#peaks.finish())
    await this.#files.pcm.datasync()
  }

  async #writeMeters(levels: Float32Array, peaks: Int8Array): Promise<void> {
    await writeAll(this.#files.levels, new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength))
    await writeAll(this.#files.peaks, new Uint8Array(peaks.buffer, peaks.byteOffset, peaks.byteLength))
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten
}
