import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { Fault } from '#contracts/errors'
import { allowedAddress } from './address.ts'
import type { Ledger } from './ledger.ts'
import type { FindProxy } from './proxy.ts'
import { type Reach, type Resolve, resolveHost } from './reach.ts'
import { connectSecurely } from './tunnel.ts'
import { destinationOf, type NamedBy } from './where-to.ts'

const MAX_REDIRECTS = 8
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly findProxy: FindProxy
  /** Where the connections are recorded, with their reason. */
  readonly ledger: Ledger
  /** Who named the address; omitted for a person. */
  readonly namedBy?: NamedBy | undefined
  /** Looks up names; default: the system. */
  readonly resolve?: Resolve | undefined
  /** Certificates to trust instead of the system's, for tests. */
  readonly ca?: string | undefined
}

/**
 * One GET request; redirects are followed with the same headers, so that a range is requested where the file
 * is. The response may have any other status. An address named by another host must not lead nearer than that
 * host (`where-to.ts`). The caller reads or destroys the response, then awaits `ledger.settled()`. Throws
 * `network.address` for a redirect that `allowedAddress` does not allow, and the system's errors.
 */
export async function get(address: string, options: GetOptions): Promise<IncomingMessage> {
  let url = allowedAddress(address)
  let namedBy = options.namedBy ?? null
  let status = 0
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const { answer, reach } = await getOnce(url, namedBy, options)
    const { location } = answer.headers
    status = answer.statusCode ?? 0
    if (!REDIRECTS.has(status) || location === undefined) return answer
    // Its body is not needed.
    answer.destroy()
    // The redirecting host counts as the one that named the new address.
    namedBy ??= { host: url.hostname, reach }
    url = allowedAddress(location, url)
  }
  throw new Fault('network.refused', { host: url.host, status }, `more than ${MAX_REDIRECTS} redirects`)
}

async function getOnce(
  url: URL,
  namedBy: NamedBy | null,
  options: GetOptions,
): Promise<{ readonly answer: IncomingMessage; readonly reach: Reach }> {
  const { signal, ledger, resolve = resolveHost } = options
  const isSecure = url.protocol === 'https:'
  const proxy = isSecure ? await options.findProxy(url) : null
  const { reach, lookup } = await destinationOf(url, namedBy, { resolve, isResolved: proxy === null })
  signal.throwIfAborted()
  const connection = await ledger.begin(url, proxy, signal)
  try {
    const onSocket = (socket: Socket) => connection.opened(socket)
    const socket = isSecure
      ? await connectSecurely(url, proxy, { signal, ca: options.ca, lookup, onSocket })
      : null
    const answer = await ask(url, options, socket, onSocket, lookup)
    connection.answered(answer)
    return { answer, reach }
  } catch (error) {
    connection.failed()
    throw error
  }
}

/** `secure`: the connection to use; null: opens a plain one and records it. */
function ask(
  url: URL,
  { signal, headers = {} }: GetOptions,
  secure: Socket | null,
  onSocket: (socket: Socket) => void,
  lookup: LookupFunction | null,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (secure === null ? http : https).request(url, {
      headers: { 'user-agent': 'Parolo', 'accept-encoding': 'identity', ...headers },
      signal,
      // Without an agent, which would keep connections for requests that never come.
      ...(secure === null
        ? { agent: false, ...(lookup !== null && { lookup }) }
        : { createConnection: () => secure }),
    })
    if (secure === null) request.once('socket', onSocket)
    request.once('response', resolve)
    request.once('error', reject)
    request.end()
  })
}
