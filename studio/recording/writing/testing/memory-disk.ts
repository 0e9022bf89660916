import type { DiskFiles } from '../disk-files.ts'

interface MemoryFile {
  /** Contents as programs see them. */
  bytes: Buffer
  /** Contents after a power failure. */
  durable: Buffer
}

/** Throws the error with which a call is to fail, or returns how many bytes of a write are accepted. */
export type Trouble = (call: 'write' | 'sync' | 'open' | 'truncate', path: string) => number | null

/**
 * A disk in memory that fails on demand. A failed sync discards unsynced data, as Linux does; a failed write
 * has written some of it.
 */
export class MemoryDisk implements DiskFiles {
  readonly files = new Map<string, MemoryFile>()
  trouble: Trouble = () => null
  readonly #open = new Map<number, string>()
  #lastFd = 0

  open(path: string, flags: 'make' | 'read' | 'folder'): number {
    this.trouble('open', path)
    if (flags === 'read' && !this.files.has(path)) throw diskTrouble('ENOENT')
    if (flags === 'make' && !this.files.has(path))
      this.files.set(path, { bytes: Buffer.alloc(0), durable: Buffer.alloc(0) })
    this.#lastFd += 1
    this.#open.set(this.#lastFd, path)
    return this.#lastFd
  }

  write(fd: number, bytes: Uint8Array, position: number): number {
    const file = this.#file(fd)
    let error: unknown = null
    let taken = bytes.length
    try {
      taken = this.trouble('write', this.#path(fd)) ?? bytes.length
    } catch (thrown) {
      error = thrown
      taken = Math.floor(bytes.length / 2)
    }
    taken = Math.min(bytes.length, taken)
    const end = position + taken
    if (file.bytes.length < end)
      file.bytes = Buffer.concat([file.bytes, Buffer.alloc(end - file.bytes.length)])
    file.bytes.set(bytes.subarray(0, taken), position)
    if (error !== null) throw error
    return taken
  }

  read(fd: number, bytes: Uint8Array, position: number): number {
    const found = this.#file(fd).bytes.subarray(position, position + bytes.length)
    bytes.set(found)
    return found.length
  }

  size(fd: number): number {
    return this.#file(fd).bytes.length
  }

  truncate(fd: number, size: number): void {
    this.trouble('truncate', this.#path(fd))
    const file = this.#file(fd)
    const longer = Buffer.alloc(size)
    longer.set(file.bytes.subarray(0, size))
    file.bytes = longer
  }

  sync(fd: number): void {
    const file = this.files.get(this.#path(fd))
    try {
      this.trouble('sync', this.#path(fd))
    } catch (error) {
      if (file !== undefined) file.bytes = Buffer.from(file.durable)
      throw error
    }
    if (file !== undefined) file.durable = Buffer.from(file.bytes)
  }

  close(fd: number): void {
    this.#open.delete(fd)
  }

  remove(path: string): void {
    this.files.delete(path)
  }

  freeBytes(): number {
    return 1e12
  }

  #path(fd: number): string {
    const path = this.#open.get(fd)
    if (path === undefined) throw diskTrouble('EBADF')
    return path
  }

  #file(fd: number): MemoryFile {
    const file = this.files.get(this.#path(fd))
    if (file === undefined) throw diskTrouble('EBADF')
    return file
  }
}

export function diskTrouble(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code })
}
