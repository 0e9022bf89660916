import type { FileHandle } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { BLOCK_BYTES, type BlockProofs, encryption, hashChain, newSalt, SALT_BYTES } from './block-proofs.ts'

const MAGIC = 'parolo backup 1 '
const PLAIN = `${MAGIC}plain\n`
const ENCRYPTED = `${MAGIC}aes-256-gcm scrypt\n`
const LAST = 0x8000_0000

/** Writes bytes as authenticated blocks. `end` must be called: a file without its last block is rejected. */
export class BackupWriter {
  readonly #file: FileHandle
  readonly #proofs: BlockProofs
  #parts: Buffer[] = []
  #bytes = 0

  private constructor(file: FileHandle, proofs: BlockProofs) {
    this.#file = file
    this.#proofs = proofs
  }

  static async begin(file: FileHandle, passphrase: string | null): Promise<BackupWriter> {
    const salt = newSalt()
    const header = passphrase === null ? Buffer.from(PLAIN) : Buffer.concat([Buffer.from(ENCRYPTED), salt])
    await writeAll(file, header)
    const proofs = passphrase === null ? hashChain(header) : await encryption(header, passphrase, salt)
    return new BackupWriter(file, proofs)
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#parts.push(Buffer.from(bytes))
    this.#bytes += bytes.length
    while (this.#bytes > BLOCK_BYTES) {
      const all = Buffer.concat(this.#parts)
      await this.#write(all.subarray(0, BLOCK_BYTES), false)
      this.#parts = [all.subarray(BLOCK_BYTES)]
      this.#bytes -= BLOCK_BYTES
    }
  }

  async end(): Promise<void> {
    await this.#write(Buffer.concat(this.#parts), true)
    await this.#file.sync()
  }

  async #write(plain: Buffer, isLast: boolean): Promise<void> {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(plain.length + (isLast ? LAST : 0))
    await writeAll(this.#file, Buffer.concat([head, this.#proofs.seal(head, plain)]))
  }
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten
}

/**
 * The bytes of a backup, block by block, each verified before it is returned. Faults: `backup.not-a-backup`,
 * `backup.passphrase-needed`, `backup.wrong-passphrase`, `backup.damaged` (truncated, changed, or longer than
 * written).
 */
export async function* readBackup(
  file: FileHandle,
  name: string,
  passphrase: string | null,
): AsyncGenerator<Buffer, void, undefined> {
  const { proofs, headerBytes, isEncrypted } = await readHeader(file, name, passphrase)
  const damaged = (): Fault => new Fault('backup.damaged', { file: name })
  let at = headerBytes
  for (let number = 0; ; number += 1) {
    const head = await readExactly(file, at, 4)
    if (head === null) throw damaged()
    const value = head.readUInt32BE()
    const isLast = value >= LAST
    const bytes = (isLast ? value - LAST : value) + proofs.proofBytes
    const sealed = bytes > BLOCK_BYTES + proofs.proofBytes ? null : await readExactly(file, at + 4, bytes)
    if (sealed === null) throw damaged()
    const plain = proofs.open(head, sealed)
    if (plain === null) {
      throw number === 0 && isEncrypted ? new Fault('backup.wrong-passphrase', { file: name }) : damaged()
    }
    at += 4 + bytes
    if (isLast && (await readExactly(file, at, 1)) !== null) throw damaged()
    yield plain
    if (isLast) return
  }
}

async function readHeader(file: FileHandle, name: string, passphrase: string | null) {
  const plain = await readExactly(file, 0, PLAIN.length)
  if (plain?.toString('latin1') === PLAIN) {
    return { proofs: hashChain(plain), headerBytes: plain.length, isEncrypted: false }
  }
  const headerBytes = ENCRYPTED.length + SALT_BYTES
  const header = await readExactly(file, 0, headerBytes)
  if (header?.toString('latin1', 0, ENCRYPTED.length) !== ENCRYPTED) {
    throw new Fault('backup.not-a-backup', { file: name })
  }
  if (passphrase === null) throw new Fault('backup.passphrase-needed', { file: name })
  const proofs = await encryption(header, passphrase, header.subarray(ENCRYPTED.length))
  return { proofs, headerBytes, isEncrypted: true }
}

/** Null if the file ends earlier. */
async function readExactly(file: FileHandle, from: number, count: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(count)
  let read = 0
  while (read < count) {
    const { bytesRead } = await file.read(bytes, read, count - read, from + read)
    if (bytesRead === 0) return null
    read += bytesRead
  }
  return bytes
}
