import { protocolOf } from './page-origin.ts'

/** Schemes that the program's page loads: its own files, media by id, and what it created itself. */
const OWN: ReadonlySet<string> = new Set(['app:', 'media:', 'blob:', 'data:', 'devtools:'])
const NETWORK: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:'])

/** Whether a page's request may be made; all others are blocked. */
export function isRequestAllowed(address: string): boolean {
  return OWN.has(protocolOf(address) ?? '')
}

/** Limits reports, as a page may repeat requests forever: each address is reported once. */
const MAX_REPORTED = 200

/** Reports blocked requests of a page to other computers. */
export class BlockedRequests {
  readonly #reported = new Set<string>()
  readonly #report: (address: string) => void

  constructor(report: (address: string) => void) {
    this.#report = report
  }

  add(address: string): void {
    if (!NETWORK.has(protocolOf(address) ?? '')) return
    if (this.#reported.has(address) || this.#reported.size >= MAX_REPORTED) return
    this.#reported.add(address)
    this.#report(address)
  }
}
