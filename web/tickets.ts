import { createHmac, timingSafeEqual } from 'node:crypto'
import { hashOf } from './token.ts'

/** A page that reconnects within this time, after a restart or a sleep, finds its sound still playing. */
export const TICKET_OUTLIVES_PAGE_MS = 2 * 60_000
/** What an `<audio>`, `<video>` or download may name. */
const TICKETED = /^\/(?:media|films)\/[^?#]+$/u
const TICKET = /^([\da-f]{16})\.([\w-]{43})$/u

interface OpenPage {
  readonly hash: Buffer
  connections: number
  /** When its last connection ended or a ticket was last asked for, ms. */
  seenMs: number
}

/**
 * Elements of a page send no header, so what they load has a ticket in its address: bound to that one path and to the page
 * that asked for it, and dead two minutes after that page's last connection ended. It is the same for the same path, so
 * that a sound plays on over a restart of the host.
 */
export class Tickets {
  readonly #pages = new Map<string, OpenPage>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** A page with this hash of a secret is connected until the returned function is called. */
  connect(hash: Buffer): () => void {
    const page = this.#page(hash)
    page.connections += 1
    return () => {
      page.connections -= 1
      page.seenMs = this.#now()
    }
  }

  /** Null for a path that is not loaded by elements. */
  issue(hash: Buffer, path: string): string | null {
    if (!TICKETED.test(path)) return null
    this.#page(hash)
    return `${idOf(hash)}.${sign(hash, path).toString('base64url')}`
  }

  admits(path: string, ticket: string): boolean {
    const [, id = '', signature = ''] = TICKET.exec(ticket) ?? []
    const page = this.#pages.get(id)
    if (page === undefined || !this.#isOpen(page)) return false
    return timingSafeEqual(Buffer.from(signature, 'base64url'), sign(page.hash, path))
  }

  #page(hash: Buffer): OpenPage {
    for (const [id, page] of this.#pages) if (!this.#isOpen(page)) this.#pages.delete(id)
    const found = this.#pages.get(idOf(hash))
    if (found !== undefined) {
      found.seenMs = this.#now()
      return found
    }
    const made: OpenPage = { hash, connections: 0, seenMs: this.#now() }
    this.#pages.set(idOf(hash), made)
    return made
  }

  #isOpen({ connections, seenMs }: OpenPage): boolean {
    return connections > 0 || this.#now() - seenMs < TICKET_OUTLIVES_PAGE_MS
  }
}

/** Says nothing of the secret or its hash. */
function idOf(hash: Buffer): string {
  return hashOf(`ticket of ${hash.toString('hex')}`)
    .toString('hex')
    .slice(0, 16)
}

function sign(hash: Buffer, path: string): Buffer {
  return createHmac('sha256', hash).update(path).digest()
}
