import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

const CUT_AFTER_MS = 40

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface FileServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Requests so far: path, Range and If-Range. */
  readonly asked: { readonly path: string; readonly range: string | null; readonly ifRange: string | null }[]
  /** The responses, one for each request; the last one is repeated. */
  answers: Answer[]
}

/** A server on this computer with the test's responses, closed after the test. */
export async function fileServer(...answers: Answer[]): Promise<FileServer> {
  const files: { asked: FileServer['asked']; answers: Answer[] } = { asked: [], answers }
  const server = createServer((request, response) => {
    const { range = null, 'if-range': ifRange = null } = request.headers
    files.asked.push({ path: request.url ?? '', range, ifRange: ifRange as string | null })
    const at = Math.min(files.asked.length, files.answers.length) - 1
    files.answers[at]?.(request, response)
  })
  return Object.assign(files, { url: `http://127.0.0.1:${await listen(server)}` })
}

/** Closed with all its connections after the test. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** Serves `bytes` like a correct server: ranges, If-Range with its ETag. */
export function serve(bytes: Uint8Array, etag = '"one"'): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? Number.NaN)
    const isSame = [undefined, etag].includes(request.headers['if-range'] as string | undefined)
    if (Number.isNaN(from) || !isSame) {
      response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes)
    } else if (from >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
    } else {
      const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
      response
        .writeHead(206, { etag, 'content-range': range, 'content-length': bytes.length - from })
        .end(bytes.subarray(from))
    }
  }
}

/** Like `serve`, but the connection breaks, or only stalls, after this many bytes of the response. */
export function serveUntil(bytes: Uint8Array, end: number, how: 'cut' | 'stall', etag = '"one"'): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? '0')
    const headers = { etag, 'content-length': bytes.length - from }
    if (from === 0) response.writeHead(200, headers)
    else {
      const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
      response.writeHead(206, { ...headers, 'content-range': range })
    }
    response.write(bytes.subarray(from, from + end), () => {
      // Received but unread data is lost with the connection, so allow a moment to read it.
      if (how === 'cut') setTimeout(() => response.destroy(), CUT_AFTER_MS)
    })
  }
}

export function redirect(to: string, status = 302): Answer {
  return (_request, response) => void response.writeHead(status, { location: to }).end()
}

export function refuse(status: number): Answer {
  return (_request, response) => void response.writeHead(status).end('no')
}
