import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Fault } from '#contracts/errors'
import { readRange } from '#contracts/byte-range'
import { fileBlocks } from '#studio/drives/file-blocks'
import { readBlock } from '#studio/drives/files'
import { codeOf } from '#studio/faults/error-code'
import type { MediaFile } from '#studio/originals/media-file'

/**
 * A browser opens six connections to a host, and a player that has buffered enough keeps its connection open.
 * Therefore a range is answered with at most this much, which a browser reads completely; the player requests
 * more when needed.
 */
export const MAX_BYTES_PER_RANGE = 1024 * 1024
/** A client that reads nothing for this long is disconnected; a player will request again. */
const TIMEOUT_MS = 10_000

const NOT_FOUND: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'])

export interface SendOptions {
  readonly timeoutMs?: number
  /** Set for a file to save rather than show. */
  readonly fileName?: string
}

/** Sends a file with Range support until the browser disconnects; 503 if its drive does not respond. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  media: MediaFile,
  { timeoutMs = TIMEOUT_MS, fileName }: SendOptions = {},
): Promise<void> {
  if (fileName !== undefined) response.setHeader('Content-Disposition', attachment(fileName))
  // Also opens the file: an unreadable one counts as not found.
  const found = await readBlock(media.path, 0, 0).catch((error: unknown) => {
    if (NOT_FOUND.has(codeOf(error) ?? '')) return 404
    if (error instanceof Fault && error.code === 'drive.silent') return 503
    throw error
  })
  if (typeof found === 'number' || found.facts.kind !== 'file') {
    response.writeHead(found === 503 ? 503 : 404, { 'Content-Length': 0 }).end()
    return
  }
  const { facts } = found
  const size = facts.bytes
  const etag = `"${size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`
  const common = {
    'Content-Type': media.mediaType,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': new Date(facts.mtimeMs).toUTCString(),
    'Cache-Control': 'private, no-cache',
    // Prevents a recording from running scripts if a browser ever renders it as a page.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, common).end()
    return
  }
  const condition = request.headers['if-range']
  const isSame = condition === undefined || condition === etag || condition === common['Last-Modified']
  const range = isSame ? readRange(request.headers.range, size) : null
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...common, 'Content-Length': 0, 'Content-Range': `bytes */${size}` }).end()
    return
  }
  const start = range?.start ?? 0
  const end = range === null ? size - 1 : Math.min(range.end, start + MAX_BYTES_PER_RANGE - 1)
  response.writeHead(range === null ? 200 : 206, {
    ...common,
    'Content-Length': end - start + 1,
    ...(range === null ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  })
  if (request.method === 'HEAD' || size === 0) {
    response.end()
    return
  }
  response.setTimeout(timeoutMs, () => response.destroy())
  try {
    await pipeline(fileBlocks(media.path, facts, { start, end }), response)
  } catch (error) {
    // The browser disconnected because it is seeking or has enough data.
    if (!response.destroyed && !isGone(error)) throw error
  }
}

/** The name in RFC 6266 form: non-ASCII letters as percent-encoded UTF-8. */
function attachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE' || code === 'ECONNRESET'
}
