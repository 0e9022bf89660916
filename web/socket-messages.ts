import type { RawData } from 'ws'

/** With the default `binaryType`, ws delivers every message as one Buffer. */
export function bytesOf(data: RawData): Buffer {
  if (!Buffer.isBuffer(data)) throw new TypeError('a WebSocket message in pieces')
  return data
}

/** Undefined if the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** An error caused by the page closes its connection; only internal errors are reported. */
export function isOfThePage(error: Error): boolean {
  const { code = '' } = error as NodeJS.ErrnoException
  return code.startsWith('WS_ERR_') || code === 'ECONNRESET' || code === 'EPIPE'
}
