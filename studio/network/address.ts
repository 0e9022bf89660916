import { Fault } from '#contracts/errors'
import { reachOfHost } from './reach.ts'

const MAX_LENGTH = 4_000

/**
 * The address as a URL: https, or http to this computer. Throws `network.address`, also for one with a name and
 * password, which would end up in the library.
 */
export function allowedAddress(text: string, base?: URL): URL {
  if (text.length <= MAX_LENGTH && URL.canParse(text, base?.href)) {
    const url = new URL(text, base)
    // An encrypted connection must stay encrypted, even when redirected to this computer.
    const isPlainAllowed = isThisComputer(url) && base?.protocol !== 'https:'
    const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isPlainAllowed)
    if (isAllowed && url.username === '' && url.password === '') return url
  }
  throw new Fault('network.address', { url: text.slice(0, 200) })
}

/** Whether a command-line argument is meant as an address; `allowedAddress` checks whether it is allowed. */
export function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//iu.test(text)
}

/** Decided by the host alone: no name is looked up. */
export function isThisComputer(url: URL): boolean {
  return reachOfHost(url) === 'this-computer'
}
