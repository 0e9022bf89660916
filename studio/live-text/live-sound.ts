import { type FileHandle, open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ReadSamples } from '#core/chunks/quietest'
import { RECORDING_RATE } from '#core/recording/block'
import { ToPcmRate } from '#core/recording/to-pcm-rate'
import { PCM_RATE } from '#core/sound/pcm'
import { PcmFile } from '../sound/pcm-file.ts'

/** Frames of sound read at once. */
const FRAMES_A_READ = 5 * RECORDING_RATE
/** Beyond this length a new file begins, once nothing earlier is needed. */
const MAX_FILE_LENGTH = 120 * PCM_RATE

export interface LiveSoundOptions {
  readonly folder: string
  readonly source: number
  /** Reads the recording as written so far; fewer frames at its end. */
  readonly read: (fromFrame: number, frames: number) => Promise<Int16Array>
  /** Sound before this position already has its text; default 0. */
  readonly fromSample?: number
}

/**
 * A source's sound in the form that engines read, copied from the recording's file as it grows. Positions are
 * samples of the whole recording; the file contains those from `firstSample` on.
 */
export class LiveSound {
  readonly #options: LiveSoundOptions
  readonly #toPcmRate = new ToPcmRate()
  #file: { readonly handle: FileHandle; readonly path: string; readonly pcm: PcmFile } | null = null
  #files = 0
  #frames: number
  #firstSample: number
  #endSample: number

  constructor(options: LiveSoundOptions) {
    this.#options = options
    const { fromSample = 0 } = options
    this.#firstSample = fromSample
    this.#endSample = fromSample
    this.#frames = fromSample * (RECORDING_RATE / PCM_RATE)
  }

  /** Path of the file; valid after `follow` has resolved. */
  get path(): string {
    if (this.#file === null) throw new Error('no sound was followed yet')
    return this.#file.path
  }

  get firstSample(): number {
    return this.#firstSample
  }

  get endSample(): number {
    return this.#endSample
  }

  readonly read: ReadSamples = (startSample, sampleCount) =>
    this.#file?.pcm.read(startSample - this.#firstSample, sampleCount) ?? new Float32Array()

  /** Copies what was written since the last call. */
  async follow(): Promise<void> {
    const file = (this.#file ??= await this.#create())
    for (;;) {
      const frames = await this.#options.read(this.#frames, FRAMES_A_READ)
      this.#frames += frames.length
      const samples = this.#toPcmRate.push(frames)
      await file.handle.appendFile(new Uint8Array(samples.buffer))
      this.#endSample += samples.length
      if (frames.length < FRAMES_A_READ) return
    }
  }

  /** Sound before this position is no longer needed, and nothing reads the file at the moment. */
  async forget(beforeSample: number): Promise<void> {
    const before = this.#file
    if (before === null || beforeSample - this.#firstSample < MAX_FILE_LENGTH) return
    const kept = Int16Array.from(
      this.read(beforeSample, this.#endSample - beforeSample),
      (sample) => sample * 32_768,
    )
    const file = await this.#create()
    await file.handle.appendFile(new Uint8Array(kept.buffer))
    this.#file = file
    this.#firstSample = beforeSample
    await closeFile(before)
    await rm(before.path, { force: true })
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    if (file !== null) await closeFile(file)
  }

  async #create() {
    const { folder, source } = this.#options
    this.#files += 1
    const name = path.join(folder, `${source}-${this.#files}.pcm`)
    // A program killed during the same recording may have left one.
    const handle = await open(name, 'w')
    return { handle, path: name, pcm: new PcmFile(name) }
  }
}

async function closeFile({ handle, pcm }: { handle: FileHandle; pcm: PcmFile }): Promise<void> {
  pcm.close()
  await handle.close()
}
