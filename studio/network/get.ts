import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { Fault } from '#contracts/errors'
import { allowedAddress } from './address.ts'
import { currentMeter, type RunMeter } from '../run-cost/run-meter.ts'
import type { FindProxy } from './proxy.ts'
import { connectSecurely } from './tunnel.ts'

const MOST_REDIRECTS = 8
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly findProxy: FindProxy
  /** Certificates to trust instead of the system's, for tests. */
  readonly ca?: string | undefined
}

/**
 * One GET request; redirects are followed with the same headers, so that a range is asked for where the file is. The
 * answer may have any other status. Throws `network.address` for a redirect elsewhere than `allowedAddress` allows, and
 * the system's errors.
 */
export async function get(address: string, options: GetOptions): Promise<IncomingMessage> {
  let url = allowedAddress(address)
  let status = 0
  for (let count = 0; count <= MOST_REDIRECTS; count++) {
    const answer = await getOnce(url, options)
    const { location } = answer.headers
    status = answer.statusCode ?? 0
    if (!REDIRECTS.has(status) || location === undefined) return answer
    // Its body is of no use.
    answer.destroy()
    url = allowedAddress(location, url)
  }
  throw new Fault('network.refused', { host: url.host, status }, `more than ${MOST_REDIRECTS} redirects`)
}

async function getOnce(url: URL, options: GetOptions): Promise<IncomingMessage> {
  const { signal, headers = {} } = options
  const isSecure = url.protocol === 'https:'
  const socket = isSecure
    ? await connectSecurely(url, await options.findProxy(url), { signal, ca: options.ca })
    : undefined
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, {
      headers: { 'user-agent': 'Parolo', 'accept-encoding': 'identity', ...headers },
      signal,
      // Without an agent, which would keep connections for requests that never come.
      ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
    })
    request.once('response', resolve)
    request.once('socket', countFor(currentMeter()))
    request.once('error', reject)
    request.end()
  })
}

/** Adds what went through a connection to the run that asked for it. */
const countFor =
  (meter: RunMeter | undefined) =>
  (socket: Socket): void => {
    socket.once('close', () => meter?.addConnection(socket.bytesWritten, socket.bytesRead))
  }
