import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { framesOf, type Piece, RECORDING_RATE } from '#core/recording/block'
import type { JournalEntry } from '#core/recording/journal-entry'
import { partName } from './recording-folder.ts'
import { BYTES_PER_FRAME, closeWav, readFrames, WavPart } from './wav-part.ts'
import type { MakeRoom } from './write-all.ts'

/** A new file begins each hour: WAV holds 12 hours at most, and a damaged file costs no more than one. */
export const PART_FRAMES = 3600 * RECORDING_RATE
/** Longer silence is not written as zeros. */
const LONG_SILENCE = RECORDING_RATE

export interface SourceFileOptions {
  readonly folder: string
  readonly source: number
  readonly makeRoom: MakeRoom
  /** Called before the first sound of a new file is written. */
  readonly onPart: (entry: Extract<JournalEntry, { kind: 'part' }>) => Promise<void>
  /** For tests. */
  readonly partFrames?: number
}

/** All that a source recorded so far, in files of an hour. */
export class SourceFile {
  readonly #options: SourceFileOptions
  readonly #partFrames: number
  #part: WavPart | null = null
  #parts = 0
  /** Frames in closed parts. */
  #closedFrames = 0

  constructor(options: SourceFileOptions) {
    this.#options = options
    this.#partFrames = options.partFrames ?? PART_FRAMES
  }

  get frames(): number {
    return this.#closedFrames + (this.#part?.frames ?? 0)
  }

  /** Creates the first file, so that a source that never gives any sound has one too. */
  async begin(): Promise<void> {
    await this.#openPart()
  }

  /** Goes on with the files of a writer that is gone; the folder tells which there are. */
  async reopen(): Promise<void> {
    const { folder, source, makeRoom } = this.#options
    const own = new RegExp(String.raw`^${source + 1}-\d+\.wav$`, 'u')
    const names = (await readdir(folder)).filter((name) => own.test(name)).toSorted()
    for (const name of names.slice(0, -1)) this.#closedFrames += await closeWav(path.join(folder, name))
    this.#parts = names.length
    const last = names.at(-1)
    if (last === undefined) await this.#openPart()
    else {
      this.#part = await WavPart.reopen(path.join(folder, last), makeRoom)
      await this.#tellPart(last)
    }
  }

  /** Forgets what is behind so many frames: it is given again. */
  async cutTo(frames: number): Promise<void> {
    const { folder, source, makeRoom } = this.#options
    while (frames < this.#closedFrames) {
      await this.#part?.close()
      await rm(path.join(folder, partName(source, this.#parts)))
      this.#parts -= 1
      const before = await WavPart.reopen(path.join(folder, partName(source, this.#parts)), makeRoom)
      this.#part = before
      this.#closedFrames -= before.frames
    }
    await this.#part?.cutTo(frames - this.#closedFrames)
  }

  async append(pieces: readonly Piece[]): Promise<void> {
    let sound: Piece[] = []
    for (const piece of pieces) {
      let rest = piece
      for (;;) {
        const gathered = sound.reduce((sum, one) => sum + framesOf(one), 0)
        const room = this.#partFrames - (this.#part?.frames ?? 0) - gathered
        if (framesOf(rest) < room) break
        const [first, second] = split(rest, room)
        await this.#write([...sound, first])
        sound = []
        await this.#nextPart()
        rest = second
      }
      if (framesOf(rest) > 0) sound.push(rest)
    }
    await this.#write(sound)
  }

  /** What was written so far of these frames; fewer at the end. */
  async read(fromFrame: number, frames: number): Promise<Int16Array> {
    const until = Math.min(this.frames, fromFrame + frames)
    const read = new Int16Array(Math.max(0, until - fromFrame))
    let done = 0
    while (done < read.length) {
      const frame = fromFrame + done
      const part = Math.floor(frame / this.#partFrames)
      const within = frame - part * this.#partFrames
      const count = Math.min(read.length - done, this.#partFrames - within)
      const file = path.join(this.#options.folder, partName(this.#options.source, part + 1))
      read.set(await readFrames(file, within, count), done)
      done += count
    }
    return read
  }

  async sync(): Promise<void> {
    await this.#part?.sync()
  }

  async close(): Promise<void> {
    const part = this.#part
    this.#part = null
    if (part === null) return
    this.#closedFrames += part.frames
    await part.close()
  }

  async #nextPart(): Promise<void> {
    await this.close()
    await this.#openPart()
  }

  async #openPart(): Promise<void> {
    const { folder, source, makeRoom } = this.#options
    this.#parts += 1
    const file = partName(source, this.#parts)
    const part = await WavPart.create(path.join(folder, file), makeRoom)
    this.#part = part
    await this.#tellPart(file)
  }

  #tellPart(file: string): Promise<void> {
    const { source, onPart } = this.#options
    return onPart({ kind: 'part', source, frame: this.#closedFrames, file })
  }

  /** Sound and short silence in one write. */
  async #write(pieces: readonly Piece[]): Promise<void> {
    const part = this.#part
    if (part === null) throw new Error('the file of a source is closed')
    let gathered: Buffer[] = []
    const flush = async (): Promise<void> => {
      if (gathered.length > 0) await part.append(Buffer.concat(gathered))
      gathered = []
    }
    for (const piece of pieces) {
      if (piece.kind === 'sound') gathered.push(littleEndian(piece.samples))
      else if (piece.frames < LONG_SILENCE) gathered.push(Buffer.alloc(piece.frames * BYTES_PER_FRAME))
      else {
        await flush()
        await part.appendSilence(piece.frames)
      }
    }
    await flush()
  }
}

function split(piece: Piece, at: number): [Piece, Piece] {
  if (piece.kind === 'silence') {
    return [
      { kind: 'silence', frames: at },
      { kind: 'silence', frames: piece.frames - at },
    ]
  }
  return [
    { kind: 'sound', samples: piece.samples.subarray(0, at) },
    { kind: 'sound', samples: piece.samples.subarray(at) },
  ]
}

function littleEndian(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  // Every system that the program runs on is little-endian; the others would need the bytes swapped.
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? bytes : Buffer.from(bytes).swap16()
}
