import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, in characters valid in a URL and a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in constant time: the hashes compared have equal length. */
export function isSameToken(given: string | undefined, token: string): boolean {
  return timingSafeEqual(hashOf(given ?? ''), hashOf(token)) && given !== undefined
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
