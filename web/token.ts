import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, in characters valid in a URL and a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in constant time: the hashes compared have equal length. */
export function isSameToken(given: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given ?? ''), hash(token)) && given !== undefined
}

/** Cookies are not separated by port: two libraries served at once must not overwrite each other's. */
export function cookieName(port: number): string {
  return `parolo-${port}`
}

/** Several cookies may have the name: any page on this computer can set one, for another path. */
export function cookieValues(header: string | undefined, name: string): string[] {
  const values: string[] = []
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) values.push(pair.slice(at + 1).trim())
  }
  return values
}
