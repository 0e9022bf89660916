import { protocolOf } from './page-origin.ts'

/** What a page of the program loads: its own files, media by id, and what it made itself. */
const OWN: ReadonlySet<string> = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:'])
const NETWORK: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:'])

/** Whether a request of a page may be made; everything else is blocked. */
export function isRequestAllowed(address: string): boolean {
  return OWN.has(protocolOf(address) ?? '')
}

/** A page may repeat a request forever: each address is reported once, and so many at most. */
const MOST_REPORTED = 200

/** Reports addresses of other computers that a page was kept from. */
export class BlockedRequests {
  readonly #reported = new Set<string>()
  readonly #report: (address: string) => void

  constructor(report: (address: string) => void) {
    this.#report = report
  }

  add(address: string): void {
    if (!NETWORK.has(protocolOf(address) ?? '')) return
    if (this.#reported.has(address) || this.#reported.size >= MOST_REPORTED) return
    this.#reported.add(address)
    this.#report(address)
  }
}
