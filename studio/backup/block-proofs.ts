import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** Maximum plain bytes in a block. */
export const BLOCK_BYTES = 1024 * 1024
export const SALT_BYTES = 16

/** Converts plain blocks to stored bytes and back, in order from the first. */
export interface BlockProofs {
  /** Extra bytes of each block in the file. */
  readonly proofBytes: number
  /** `head` is the block's length and whether it is the last; both are authenticated too. */
  seal(head: Buffer, plain: Buffer): Buffer
  /** Null if the block was changed, or is out of place. */
  open(head: Buffer, sealed: Buffer): Buffer | null
}

/**
 * A SHA-256 chain starting from the file's header: detects truncation and accidental changes, and keeps
 * nothing secret.
 */
export function hashChain(header: Buffer): BlockProofs {
  let last: Buffer = createHash('sha256').update(header).digest()
  const next = (head: Buffer, plain: Buffer): Buffer =>
    createHash('sha256').update(last).update(head).update(plain).digest()
  return {
    proofBytes: 32,
    seal(head, plain) {
      last = next(head, plain)
      return Buffer.concat([plain, last])
    },
    open(head, sealed) {
      const plain = sealed.subarray(0, -32)
      last = next(head, plain)
      return last.equals(sealed.subarray(-32)) ? plain : null
    },
  }
}

/** AES-256-GCM with a key derived from the passphrase and the file's salt; a block's number is its nonce. */
export async function encryption(header: Buffer, passphrase: string, salt: Buffer): Promise<BlockProofs> {
  const key = await keyOf(passphrase, salt)
  let number = 0
  const nonce = (): Buffer => {
    const bytes = Buffer.alloc(12)
    bytes.writeUIntBE(number, 6, 6)
    number += 1
    return bytes
  }
  return {
    proofBytes: 16,
    seal(head, plain) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce())
      cipher.setAAD(Buffer.concat([header, head]))
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(head, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce())
      decipher.setAAD(Buffer.concat([header, head]))
      decipher.setAuthTag(sealed.subarray(-16))
      const plain = decipher.update(sealed.subarray(0, -16))
      try {
        return Buffer.concat([plain, decipher.final()])
      } catch {
        // Node gives no error code: wrong key or changed bytes.
        return null
      }
    },
  }
}

export const newSalt = (): Buffer => randomBytes(SALT_BYTES)

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** scrypt with 128 MB, about 0.5 s (OWASP's recommendation: N = 2^17, r = 8, p = 1). */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
  return derive(passphrase.normalize('NFKC'), salt, 32, cost)
}
