/** Whether a feed can name files below this address. */
export function isWholeAddress(text: string): boolean {
  try {
    const { protocol, hostname, search, hash } = new URL(text.trim())
    return /^https?:$/u.test(protocol) && hostname !== '' && search === '' && hash === ''
  } catch {
    // What cannot be parsed is no address.
    return false
  }
}
