import type { IncomingHttpHeaders } from 'node:http'
import { TOKEN_MEMBER } from '#contracts/web-access'

export interface GuardOptions {
  readonly port: number
  /** Whether the token or one-time code would be accepted. */
  readonly knowsToken: (given: string) => boolean
}

/** The parts of a request that the request guard checks. */
export interface IncomingRequest {
  readonly method: string
  /** Path and query, as sent. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** True if it asks for a WebSocket. */
  readonly upgrade: boolean
}

export type GuardResult =
  | { readonly kind: 'in' }
  | { readonly kind: 'refused'; readonly status: 403 | 421; readonly because: string }

/**
 * The request guard, run first for every request: 421 for a foreign Host (a name made to resolve to this
 * computer, DNS rebinding); 403 for another site's page (Origin, Sec-Fetch-Site). Requests that pass get the
 * built page but nothing of the library: calls, sound and files also need the page's secret or a ticket.
 */
export function checkRequest(request: IncomingRequest, guardOptions: GuardOptions): GuardResult {
  const { headers, target } = request
  const host = headers.host ?? ''
  if (host !== `127.0.0.1:${guardOptions.port}` && host !== `localhost:${guardOptions.port}`) {
    return refuse(421, 'host')
  }
  const isRead = (request.method === 'GET' || request.method === 'HEAD') && !request.upgrade
  const { origin } = headers
  if (origin === undefined ? !isRead : origin !== `http://${host}`) return refuse(403, 'origin')
  const isFirstPage = isRead && (target === '/' || target.startsWith('/?'))
  const site = headers['sec-fetch-site']
  // Browsers before 2023 may not send it.
  if (site === undefined || site === 'same-origin') return { kind: 'in' }
  // `none` is sent if the user typed or opened the URL; the file that `serve --open` writes counts as another
  // site and has a code.
  const given = isFirstPage ? new URLSearchParams(target.slice(2)).get(TOKEN_MEMBER) : null
  const isLetIn = isFirstPage && (site === 'none' || (given !== null && guardOptions.knowsToken(given)))
  return isLetIn ? { kind: 'in' } : refuse(403, 'site')
}

function refuse(status: 403 | 421, because: string): GuardResult {
  return { kind: 'refused', status, because }
}
