import http from 'node:http'
import https from 'node:https'
import { connect, type LookupFunction, type Socket } from 'node:net'
import tls from 'node:tls'

let systemCertificates: string[] | undefined

/** Certificates trusted by Node and by the system: those of a company's proxy are only among the latter. */
function trustedCertificates(): string[] | undefined {
  if (systemCertificates === undefined && typeof tls.getCACertificates === 'function') {
    systemCertificates = [...tls.getCACertificates('default'), ...tls.getCACertificates('system')]
  }
  return systemCertificates
}

export interface SecureOptions {
  readonly signal: AbortSignal
  /** Certificates to trust instead, for tests. */
  readonly ca?: string | undefined
  /** Looks up the host's name; null: the system. */
  readonly lookup: LookupFunction | null
  /** Called at once with the socket beneath the encryption. */
  readonly onSocket: (socket: Socket) => void
}

/** An encrypted connection to the host of `url`, through a proxy's tunnel if one is given. */
export async function connectSecurely(
  url: URL,
  proxy: URL | null,
  { signal, ca, lookup, onSocket }: SecureOptions,
): Promise<tls.TLSSocket> {
  signal.throwIfAborted()
  const servername = url.hostname.replace(/^\[|\]$/gu, '')
  const port = Number(url.port || 443)
  const socket =
    proxy === null
      ? await connectPlainly({ host: servername, port, lookup }, signal, onSocket)
      : await openTunnel(proxy, `${url.hostname}:${port}`, signal, onSocket)
  return new Promise((resolve, reject) => {
    const secure = tls.connect({
      socket,
      // A name must be given here; an address is checked without one.
      ...(/^[\d.]+$|:/u.test(servername) ? {} : { servername }),
      ca: ca ?? trustedCertificates(),
      ALPNProtocols: ['http/1.1'],
    })
    const onAbort = () => secure.destroy(new Error('aborted'))
    signal.addEventListener('abort', onAbort, { once: true })
    const settle = (done: () => void) => {
      signal.removeEventListener('abort', onAbort)
      done()
    }
    secure.once('secureConnect', () => settle(() => resolve(secure)))
    secure.once('error', (error) => settle(() => reject(error)))
  })
}

function connectPlainly(
  { host, port, lookup }: { host: string; port: number; lookup: LookupFunction | null },
  signal: AbortSignal,
  onSocket: (socket: Socket) => void,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ...(lookup !== null && { lookup }) })
    onSocket(socket)
    const onAbort = () => socket.destroy(new Error('aborted'))
    signal.addEventListener('abort', onAbort, { once: true })
    const settle = (done: () => void) => {
      signal.removeEventListener('abort', onAbort)
      done()
    }
    socket.once('connect', () => settle(() => resolve(socket)))
    socket.once('error', (error) => settle(() => reject(error)))
  })
}

/** Asks a proxy to connect to `target` (`host:port`). */
function openTunnel(
  proxy: URL,
  target: string,
  signal: AbortSignal,
  onSocket: (socket: Socket) => void,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { request } = proxy.protocol === 'https:' ? https : http
    const asked = request({
      host: proxy.hostname.replace(/^\[|\]$/gu, ''),
      port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
      signal,
    })
    asked.once('socket', onSocket)
    asked.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) resolve(socket)
      else {
        socket.destroy()
        reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode}`))
      }
    })
    asked.once('error', reject)
    asked.end()
  })
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {}
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(words).toString('base64')}` }
}
