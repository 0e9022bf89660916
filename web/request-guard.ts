import type { IncomingHttpHeaders } from 'node:http'
import { cookieName, cookieValues, isSameToken } from './token.ts'

export interface GuardOptions {
  readonly port: number
  readonly token: string
}

/** The parts of a request that the request guard checks. */
export interface IncomingRequest {
  readonly method: string
  /** As sent in the request: path and query. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  /** True if it asks for a WebSocket. */
  readonly upgrade: boolean
}

export type GuardResult =
  | { readonly kind: 'in' }
  /** The first visit, by the printed URL: sets the cookie and redirects. */
  | { readonly kind: 'welcome' }
  | { readonly kind: 'refused'; readonly status: 403 | 421; readonly because: string }

/**
 * The request guard, run before anything else for every request: 421 for a foreign Host (a name made to resolve to this
 * computer, DNS rebinding); 403 for another site's page (Origin, Sec-Fetch-Site) and for requests without the token.
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
  if (!isOwnSite(headers['sec-fetch-site'], isFirstPage)) return refuse(403, 'site')
  const cookies = cookieValues(headers.cookie, cookieName(guardOptions.port))
  if (cookies.some((value) => isSameToken(value, guardOptions.token))) return { kind: 'in' }
  const given = isFirstPage ? new URLSearchParams(target.slice(2)).get('token') : null
  return given !== null && isSameToken(given, guardOptions.token) ? { kind: 'welcome' } : refuse(403, 'token')
}

/** `none` is sent if the user typed or opened the URL; browsers before 2023 may send nothing. */
function isOwnSite(site: string | string[] | undefined, isFirstPage: boolean): boolean {
  return site === undefined || site === 'same-origin' || (site === 'none' && isFirstPage)
}

function refuse(status: 403 | 421, because: string): GuardResult {
  return { kind: 'refused', status, because }
}
