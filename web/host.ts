import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { programLanguage, say } from '#core/messages/messages'
import { ENTER_PATH, TICKET_PATH, TOKEN_MEMBER } from '#contracts/web-access'
import { mediaKinds } from '#contracts/wire'
import type { StudioService } from '#studio/service'
import { Entrance } from './entrance.ts'
import { deleteFormerCookies } from './former-cookies.ts'
import { securityHeaders } from './headers.ts'
import { receivePart } from './import-part.ts'
import { sendMedia } from './media.ts'
import { exchangeToken, giveTicket, mayRead, type PageAccess, secretHashOf } from './page-access.ts'
import type { PageFile } from './page-files.ts'
import { PageSecrets } from './page-secrets.ts'
import { rpcServer } from './rpc.ts'
import { soundServer } from './sound-socket.ts'
import { type GuardOptions, type IncomingRequest, checkRequest } from './request-guard.ts'
import { Tickets } from './tickets.ts'

export interface WebHostOptions {
  readonly service: StudioService
  readonly page: ReadonlyMap<string, PageFile>
  /** 0: any free port. */
  readonly port: number
  /** At least 128 bits. */
  readonly token: string
  readonly onError: (error: unknown) => void
}

export interface WebHost {
  /** Contains the token: show it only to the user. */
  readonly address: string
  readonly port: number
  /** A one-time address that replaces `address` for the first page that opens it. */
  addressForOnce(onUsed: () => void): string
  /** Closes every connection; the service stays open. */
  close(): Promise<void>
}

/** A download may wait this long for its disk, or for the user to answer the browser. */
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000

/** Serves the page to the user's own browser, on this computer only. Rejects with EADDRINUSE if the port is taken. */
export async function startWebHost({
  service,
  page,
  port,
  token,
  onError,
}: WebHostOptions): Promise<WebHost> {
  const secrets = await PageSecrets.open(service.studio.dataFolder, onError)
  const server = createServer()
  await listen(server, port)
  const access: PageAccess = { entrance: new Entrance(token, secrets), secrets, tickets: new Tickets() }
  const guardOptions: GuardOptions = {
    port: (server.address() as AddressInfo).port,
    knowsToken: (given) => access.entrance.knows(given),
  }
  const headers = securityHeaders(guardOptions.port)
  const rpc = rpcServer(service, access, onError)
  const sound = soundServer(service, access, onError)

  const isLetIn = (request: IncomingMessage, response: ServerResponse): boolean => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    return enter(request, response, guardOptions)
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response, { service, page, access }).catch((error: unknown) => {
      onError(error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'Content-Length': 0 }).end()
    })
  }
  server.on('request', (request, response) => {
    if (isLetIn(request, response)) answer(request, response)
  })
  // By default Node answers `Expect: 100-continue` before the request is checked.
  server.on('checkContinue', (request, response) => {
    if (!isLetIn(request, response)) return
    response.writeContinue()
    answer(request, response)
  })
  server.on('checkExpectation', (request, response) => {
    if (isLetIn(request, response)) response.writeHead(417, { 'Content-Length': 0 }).end()
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const result = checkRequest(readIncomingRequest(request, true), guardOptions)
    if (result.kind !== 'in') refuseSocket(socket, result.kind === 'refused' ? result.status : 403)
    else if (request.url === '/rpc') rpc.upgrade(request, socket, head)
    else if (request.url === '/sound') sound.upgrade(request, socket, head)
    else refuseSocket(socket, 404)
  })
  const addressWith = (given: string) => `http://127.0.0.1:${guardOptions.port}/?${TOKEN_MEMBER}=${given}`
  return {
    address: addressWith(token),
    addressForOnce: (onUsed) => addressWith(access.entrance.createCode(onUsed)),
    port: guardOptions.port,
    async close() {
      rpc.close()
      sound.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

/** The IPv4 loopback address: unreachable from other computers, and not dependent on name resolution. */
function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function readIncomingRequest(request: IncomingMessage, upgrade: boolean): IncomingRequest {
  return { method: request.method ?? '', target: request.url ?? '', headers: request.headers, upgrade }
}

/** Returns false if the request has already been answered. */
function enter(request: IncomingMessage, response: ServerResponse, guardOptions: GuardOptions): boolean {
  const result = checkRequest(readIncomingRequest(request, false), guardOptions)
  if (result.kind === 'in') return true
  // The body of a refused request is not read.
  forbid(request, response, result.status)
  return false
}

function forbid(request: IncomingMessage, response: ServerResponse, status: 403 | 421): void {
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Connection', 'close')
  const language = programLanguage(request.headers['accept-language'])
  response.writeHead(status).end(`${say(language, 'serve.forbidden')}\n`)
}

interface Routed {
  readonly service: StudioService
  readonly page: ReadonlyMap<string, PageFile>
  readonly access: PageAccess
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  { service, page, access }: Routed,
): Promise<void> {
  // The path is only looked up: nothing is decoded or resolved here.
  const pathname = (request.url ?? '/').replace(/\?.*$/su, '')
  const [, first = '', id = '', kind = '', ...more] = pathname.split('/')
  if (pathname === ENTER_PATH || pathname === TICKET_PATH) {
    if (request.method !== 'POST') notAllowed(response, 'POST')
    else if (pathname === ENTER_PATH) await exchangeToken(request, response, access)
    else await giveTicket(request, response, access)
    return
  }
  if (first === 'import' && kind === '' && more.length === 0) {
    if (request.method !== 'PUT') notAllowed(response, 'PUT')
    else if ((await secretHashOf(request, access)) === null) forbid(request, response, 403)
    else await receivePart(request, response, service.imports, id)
    return
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    notAllowed(response, 'GET, HEAD')
    return
  }
  if ((first === 'media' || first === 'films') && !(await mayRead(request, pathname, access))) {
    forbid(request, response, 403)
    return
  }
  const mediaKind = mediaKinds.find((known) => known === kind)
  if (first === 'media' && mediaKind !== undefined && more.length === 0) {
    const media = await service.mediaFile(id, mediaKind)
    if (media === null) response.writeHead(404, { 'Content-Length': 0 }).end()
    else await sendMedia(request, response, media)
    return
  }
  if (first === 'films' && kind === '' && more.length === 0) {
    const film = await service.filmFile(id)
    if (film === null) response.writeHead(404, { 'Content-Length': 0 }).end()
    else await sendMedia(request, response, film, { timeoutMs: DOWNLOAD_TIMEOUT_MS, fileName: film.fileName })
    return
  }
  const file = page.get(pathname)
  const oldCookies = deleteFormerCookies(request.headers.cookie)
  if (oldCookies.length > 0) response.setHeader('Set-Cookie', oldCookies)
  if (file === undefined) response.writeHead(404, { 'Content-Length': 0 }).end()
  else sendPageFile(request, response, file)
}

function sendPageFile(request: IncomingMessage, response: ServerResponse, file: PageFile): void {
  const headers = {
    'Content-Type': file.mediaType,
    ETag: file.etag,
    'Cache-Control': file.isForever ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  }
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'Content-Length': file.bytes.length })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

function notAllowed(response: ServerResponse, allow: string): void {
  response.writeHead(405, { Allow: allow, Connection: 'close', 'Content-Length': 0 }).end()
}

function refuseSocket(socket: Duplex, status: 403 | 404 | 421): void {
  const reasons = { 403: 'Forbidden', 404: 'Not Found', 421: 'Misdirected Request' }
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
