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
