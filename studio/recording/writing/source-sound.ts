import path from 'node:path'
import { framesOf, type Piece, RECORDING_RATE } from '#core/recording/block'
import { partName } from '../recording-folder.ts'
import { BYTES_PER_FRAME, UNKNOWN_SIZE, WAV_HEADER_BYTES, wavHeader } from '../wav-header.ts'
import { type DiskFiles, syncFolder, writeAll } from './disk-files.ts'

/** Longer silence is not written as zeros. */
const LONG_SILENCE = RECORDING_RATE
/** Frames of sound read and written at once. */
const COPIED_FRAMES = 10 * RECORDING_RATE

/** Sound not known to be on disk, in order. */
type Chunk =
  | { readonly kind: 'sound'; readonly frames: number; readonly bytes: Uint8Array }
  | { readonly kind: 'silence'; readonly frames: number }
  /** Stored in another file, from that frame of it on. */
  | { readonly kind: 'kept'; readonly frames: number; readonly file: string; readonly from: number }

export interface SourceSoundOptions {
  readonly folder: string
  readonly source: number
  readonly files: DiskFiles
  readonly partFrames: number
  /** Called when a file of the source is created that begins at this frame. */
  readonly onPart: (frame: number, file: string) => void
  /** Frames of the source that are on disk already. */
  readonly frames?: number
}

/**
 * All recorded sound of a source, in files of one hour. Unsynced sound stays in memory: after a failed write
 * or sync all of it is written again at the same positions, as a system may discard what it could not write.
 */
export class SourceSound {
  readonly #options: SourceSoundOptions
  #chunks: Chunk[] = []
  #safeFrames: number
  #writtenFrames: number
  #frames: number
  #part: { readonly number: number; readonly fd: number } | null = null
  #parts: number
  #isDirty = false
  #isFolderDirty = false

  constructor(options: SourceSoundOptions) {
    this.#options = options
    this.#frames = options.frames ?? 0
    this.#safeFrames = this.#frames
    this.#writtenFrames = this.#frames
    this.#parts = Math.ceil(this.#frames / options.partFrames)
  }

  /** Frames received. */
  get frames(): number {
    return this.#frames
  }

  /** Frames written, synced or not. */
  get writtenFrames(): number {
    return this.#writtenFrames
  }

  /** Frames safely on disk. */
  get safeFrames(): number {
    return this.#safeFrames
  }

  /** Bytes of sound in memory. */
  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + (chunk.kind === 'sound' ? chunk.bytes.length : 0), 0)
  }

  append(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      const frames = framesOf(piece)
      if (frames === 0) continue
      this.#frames += frames
      if (piece.kind === 'sound')
        this.#chunks.push({ kind: 'sound', frames, bytes: littleEndian(piece.samples) })
      else this.#chunks.push({ kind: 'silence', frames })
    }
  }

  /**
   * Discards everything after that many frames, which are on disk: it will be sent again. Throws errors of
   * the disk.
   */
  cutTo(frames: number): void {
    this.#cutFiles(frames)
    this.#chunks = []
    this.#frames = frames
    this.#safeFrames = frames
    this.#writtenFrames = frames
    this.#open(Math.max(1, this.#parts))
  }

  /**
   * At the end: keeps at most that many frames, and none that is not known to be on disk. Throws errors of
   * the disk.
   */
  cutAtEnd(frames: number): void {
    this.#chunks = []
    this.#frames = Math.min(frames, this.#safeFrames)
    this.#cutFiles(this.#frames)
  }

  /** Truncating needs no space, unlike rewriting the header. */
  #cutFiles(frames: number): void {
    const { partFrames, folder, source, files } = this.#options
    this.#close()
    const last = Math.max(1, Math.ceil(frames / partFrames))
    for (; this.#parts > last; this.#parts -= 1)
      files.remove(path.join(folder, partName(source, this.#parts)))
    const fd = files.open(path.join(folder, partName(source, last)), 'make')
    try {
      files.truncate(fd, WAV_HEADER_BYTES + (frames - (last - 1) * partFrames) * BYTES_PER_FRAME)
    } finally {
      files.close(fd)
    }
  }

  /** Creates the first file, so that a source without any sound has one too. Throws errors of the disk. */
  begin(): void {
    this.#open(Math.max(1, this.#parts))
  }

  /** Writes what is not written yet. Throws errors of the disk; call `rewind` then. */
  write(): void {
    let start = this.#safeFrames
    for (const chunk of this.#chunks) {
      const end = start + chunk.frames
      while (this.#writtenFrames < end) this.#writeSome(chunk, this.#writtenFrames - start, end)
      start = end
    }
  }

  /** Syncs everything written. Throws errors of the disk; call `rewind` then. */
  sync(): void {
    if (this.#isFolderDirty) syncFolder(this.#options.files, this.#options.folder)
    this.#isFolderDirty = false
    if (this.#isDirty && this.#part !== null) this.#options.files.sync(this.#part.fd)
    this.#isDirty = false
    for (let [first] = this.#chunks; first !== undefined; [first] = this.#chunks) {
      if (this.#safeFrames + first.frames > this.#writtenFrames) break
      this.#safeFrames += first.frames
      this.#chunks.shift()
    }
  }

  /** After a failure: everything not known to be on disk is written again. */
  rewind(): void {
    this.#writtenFrames = this.#safeFrames
    this.#isDirty = true
    const part = this.#part
    this.#part = null
    if (part !== null) this.#options.files.close(part.fd)
  }

  /** Sound in memory, from the first frame not known to be on disk; silence as its length. */
  get unsafe(): readonly Chunk[] {
    return this.#chunks
  }

  /** All sound in memory is now in this file, which begins with the first frame not known to be on disk. */
  keptIn(file: string): void {
    let from = 0
    this.#chunks = this.#chunks.map((chunk) => {
      const kept: Chunk = chunk.kind === 'sound' ? { kind: 'kept', frames: chunk.frames, file, from } : chunk
      from += chunk.frames
      return kept
    })
  }

  /** Writes the size, which needs no space. Throws errors of the disk. */
  end(): void {
    if (this.#part === null && this.#parts > 0) this.#open(this.#parts)
    this.#finishPart()
    this.#close()
  }

  /** Leaves it as after a kill. */
  leave(): void {
    this.#close()
  }

  #close(): void {
    const part = this.#part
    this.#part = null
    if (part !== null) this.#options.files.close(part.fd)
  }

  #writeSome(chunk: Chunk, done: number, end: number): void {
    const { partFrames, files } = this.#options
    const number = Math.floor(this.#writtenFrames / partFrames) + 1
    const part = this.#open(number)
    const room = number * partFrames - this.#writtenFrames
    const frames = Math.min(room, end - this.#writtenFrames, chunk.kind === 'kept' ? COPIED_FRAMES : Infinity)
    const at = WAV_HEADER_BYTES + (this.#writtenFrames - (number - 1) * partFrames) * BYTES_PER_FRAME
    const length = frames * BYTES_PER_FRAME
    this.#isDirty = true
    if (chunk.kind === 'silence' && frames >= LONG_SILENCE) files.truncate(part.fd, at + length)
    else if (chunk.kind === 'silence') writeAll(files, part.fd, new Uint8Array(length), at)
    else if (chunk.kind === 'kept')
      writeAll(files, part.fd, readKept(files, chunk.file, (chunk.from + done) * BYTES_PER_FRAME, length), at)
    else {
      const from = done * BYTES_PER_FRAME
      writeAll(files, part.fd, chunk.bytes.subarray(from, from + length), at)
    }
    this.#writtenFrames += frames
    if (frames === room) this.#finishPart()
  }

  /** A closed part is synced. */
  #finishPart(): void {
    const part = this.#part
    if (part === null) return
    const { files } = this.#options
    const bytes = Math.max(0, files.size(part.fd) - WAV_HEADER_BYTES)
    writeAll(files, part.fd, wavHeader(bytes - (bytes % BYTES_PER_FRAME)), 0)
    files.sync(part.fd)
    this.#close()
  }

  #open(number: number): { readonly fd: number } {
    if (this.#part?.number === number) return this.#part
    this.#close()
    const { folder, source, files, partFrames, onPart } = this.#options
    const file = partName(source, number)
    const fd = files.open(path.join(folder, file), 'make')
    this.#part = { number, fd }
    this.#isDirty = true
    writeAll(files, fd, wavHeader(UNKNOWN_SIZE), 0)
    if (number > this.#parts) {
      this.#parts = number
      this.#isFolderDirty = true
      onPart((number - 1) * partFrames, file)
    }
    return this.#part
  }
}

function readKept(files: DiskFiles, file: string, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  const fd = files.open(file, 'read')
  try {
    for (let done = 0; done < length;) {
      const count = files.read(fd, bytes.subarray(done), from + done)
      if (count === 0) throw new Error(`${file} is shorter than it was written`)
      done += count
    }
  } finally {
    files.close(fd)
  }
  return bytes
}

function littleEndian(samples: Int16Array): Uint8Array {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
  // Every system that the program runs on is little-endian; the others would need the bytes swapped.
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? bytes : Buffer.from(bytes).swap16()
}
