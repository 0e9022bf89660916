/** The page's address in a window of the program. */
export const PAGE_ORIGIN = 'app://parolo'
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`

/** By the URL parser, never by the beginning of a text: `app://parolo.evil` is another's. */
export function isOurs(address: string): boolean {
  const url = parsed(address)
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN
}

/** `URL.canParse` came after the oldest Electron that this runs in. */
function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
