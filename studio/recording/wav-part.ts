import { type FileHandle, open } from 'node:fs/promises'
import { RECORDING_RATE } from '#core/recording/block'
import { type MakeRoom, writeAll } from './write-all.ts'

export const WAV_HEADER_BYTES = 44
export const BYTES_PER_FRAME = 2
/** Sizes of a file that is not closed: readers then read to its end. */
const UNKNOWN_SIZE = 0xff_ff_ff_ff

/** One file of one source: mono PCM16 WAV of 48 kHz. */
export class WavPart {
  readonly #file: FileHandle
  readonly #makeRoom: MakeRoom
  #bytes = WAV_HEADER_BYTES
  #isDirty = true

  private constructor(file: FileHandle, makeRoom: MakeRoom) {
    this.#file = file
    this.#makeRoom = makeRoom
  }

  /** Fails if the file exists. */
  static async create(path: string, makeRoom: MakeRoom): Promise<WavPart> {
    const part = new WavPart(await open(path, 'wx'), makeRoom)
    await writeAll(part.#file, wavHeader(UNKNOWN_SIZE), 0, makeRoom)
    return part
  }

  /** Goes on with a file whose writer is gone. */
  static async reopen(path: string, makeRoom: MakeRoom): Promise<WavPart> {
    const file = await open(path, 'r+')
    const part = new WavPart(file, makeRoom)
    const { size } = await file.stat()
    part.#bytes = Math.max(WAV_HEADER_BYTES, size - ((size - WAV_HEADER_BYTES) % BYTES_PER_FRAME))
    await writeAll(file, wavHeader(UNKNOWN_SIZE), 0, makeRoom)
    if (part.#bytes !== size) await file.truncate(part.#bytes)
    return part
  }

  get frames(): number {
    return Math.floor((this.#bytes - WAV_HEADER_BYTES) / BYTES_PER_FRAME)
  }

  async append(sound: Uint8Array): Promise<void> {
    this.#isDirty = true
    await writeAll(this.#file, sound, this.#bytes, this.#makeRoom)
    this.#bytes += sound.length
  }

  /** Makes the file longer without writing: a long silence takes no time and, where the system can, no room. */
  async appendSilence(frames: number): Promise<void> {
    this.#isDirty = true
    await this.#file.truncate(this.#bytes + frames * BYTES_PER_FRAME)
    this.#bytes += frames * BYTES_PER_FRAME
  }

  /** Forgets what is behind so many frames. */
  async cutTo(frames: number): Promise<void> {
    this.#isDirty = true
    const bytes = WAV_HEADER_BYTES + frames * BYTES_PER_FRAME
    await this.#file.truncate(bytes)
    this.#bytes = bytes
  }

  async sync(): Promise<void> {
    if (!this.#isDirty) return
    await this.#file.datasync()
    this.#isDirty = false
  }

  /** Writes the sizes, which take no room: the header is there. */
  async close(): Promise<void> {
    try {
      await finishWav(this.#file)
    } finally {
      await this.#file.close()
    }
  }
}

/**
 * Gives a file whose writer is gone its sizes. Returns its length in frames; a file that has not even its header gets
 * one.
 */
export async function closeWav(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    return await finishWav(file)
  } finally {
    await file.close()
  }
}

/** Frames of a file, which may still be written; `frames` must be there. */
export async function readFrames(path: string, from: number, frames: number): Promise<Int16Array> {
  const file = await open(path, 'r')
  try {
    const bytes = new Uint8Array(frames * BYTES_PER_FRAME)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, WAV_HEADER_BYTES + from * BYTES_PER_FRAME)
    if (bytesRead < bytes.length) throw new Error(`${path} is shorter than it was written`)
    return new Int16Array(bytes.buffer)
  } finally {
    await file.close()
  }
}

/** Adds silence to a closed file. */
export async function lengthenWav(path: string, frames: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    await file.truncate(size + frames * BYTES_PER_FRAME)
    await finishWav(file)
  } finally {
    await file.close()
  }
}

async function finishWav(file: FileHandle): Promise<number> {
  const { size } = await file.stat()
  const sound = Math.max(0, size - WAV_HEADER_BYTES)
  const frames = Math.floor(sound / BYTES_PER_FRAME)
  const bytes = frames * BYTES_PER_FRAME
  if (size !== WAV_HEADER_BYTES + bytes) await file.truncate(WAV_HEADER_BYTES + bytes)
  await file.write(wavHeader(bytes), 0, WAV_HEADER_BYTES, 0)
  await file.datasync()
  return frames
}

/** Of mono PCM16. */
export function wavHeader(soundBytes: number, rate = RECORDING_RATE): Uint8Array {
  const header = Buffer.alloc(WAV_HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(Math.min(UNKNOWN_SIZE, soundBytes + WAV_HEADER_BYTES - 8), 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * BYTES_PER_FRAME, 28)
  header.writeUInt16LE(BYTES_PER_FRAME, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(soundBytes, 40)
  return header
}
