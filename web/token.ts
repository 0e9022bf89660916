import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as letters that an address and a cookie can hold. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Takes the same time whatever is wrong: what is compared are hashes, of equal length. */
export function isSameToken(given: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given ?? ''), hash(token)) && given !== undefined
}

/** Cookies know no ports: two libraries served at once must not take each other's. */
export function cookieName(port: number): string {
  return `parolo-${port}`
}

/** Several may have the name: any page of this computer may set one, for another path. */
export function cookieValues(header: string | undefined, name: string): string[] {
  const values: string[] = []
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) values.push(pair.slice(at + 1).trim())
  }
  return values
}
