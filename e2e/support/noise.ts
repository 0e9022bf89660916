import { createCipheriv } from 'node:crypto'

/** Bytes without any order, each time the same: true chance would now and then make a sound of some kind. */
export function noise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length))
}
