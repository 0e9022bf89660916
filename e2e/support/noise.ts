import { createCipheriv } from 'node:crypto'

/** Reproducible bytes without any order: true randomness would occasionally be a valid sound. */
export function noise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length))
}
