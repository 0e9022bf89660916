import { webLink } from '#core/links/web-link'

/** Whether a feed can list files below this address. */
export function isWholeAddress(text: string): boolean {
  try {
    const { protocol, hostname, search, hash } = new URL(text.trim())
    return /^https?:$/u.test(protocol) && hostname !== '' && search === '' && hash === ''
  } catch {
    // An address that cannot be parsed is invalid.
    return false
  }
}

/** Whether a page can play what is there; an empty text is no address, which is possible too. */
export const isSoundAddress = (text: string): boolean =>
  text.trim() === '' || /^https?:/iu.test(webLink(text))
