import { createHmac, timingSafeEqual } from 'node:crypto'
import { hashOf } from './token.ts'

/** A page that reconnects within this time, after a restart or sleep, keeps its sound playing. */
export const TICKET_OUTLIVES_PAGE_MS = 2 * 60_000
/** Paths that an `<audio>`, `<video>` or download may load. */
const TICKETED = /^\/(?:media|films)\/[^?#]+$/u
const TICKET = /^([\da-f]{16})\.([\w-]{43})$/u

interface OpenPage {
  readonly hash: Buffer
  connections: number
  /** When its last connection ended, or a ticket was last requested, ms. */
  seenMs: number
}

/**
 * Elements of a page send no headers, so their addresses carry a ticket: bound to one path and to the page
 * that requested it, and expired two minutes after that page's last connection ended. The ticket for a path
 * is stable, so that playback continues across a restart of the host.
 */
export class Tickets {
  readonly #pages = new Map<string, OpenPage>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Counts a page with this secret hash as connected until the returned function is called. */
  connect(hash: Buffer): () => void {
    const page = this.#page(hash)
    page.connections += 1
    return () => {
      page.connections -= 1
      page.seenMs = this.#now()
    }
  }

  /** Null for a path that elements do not load. */
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

/** Reveals nothing of the secret or its hash. */
function idOf(hash: Buffer): string {
  return hashOf(`ticket of ${hash.toString('hex')}`)
    .toString('hex')
    .slice(0, 16)
}

function sign(hash: Buffer, path: string): Buffer {
  return createHmac('sha256', hash).update(path).digest()
}
