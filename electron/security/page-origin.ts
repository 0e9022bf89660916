/** URL of the page in the program's window. */
export const PAGE_ORIGIN = 'app://parolo'
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`

/** Compared after URL parsing, never by prefix: `app://parolo.evil` is another origin. */
export function isOurs(address: string): boolean {
  const url = parsed(address)
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN
}

/** Scheme with colon, such as `https:`; null if the text is not a URL. */
export function protocolOf(address: string): string | null {
  return parsed(address)?.protocol ?? null
}

/** `URL.canParse` is newer than the oldest supported Electron. */
function parsed(address: string): URL | null {
  try {
    return new URL(address)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
