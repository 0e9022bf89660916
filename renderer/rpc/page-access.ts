import {
  ENTER_PATH,
  type EnterAnswer,
  TICKET_MEMBER,
  TICKET_PATH,
  type TicketAnswer,
  TOKEN_MEMBER,
} from '#contracts/web-access'

const KEPT = 'parolo.access'
/** Only in the tab, from opening the address until the host has answered. */
const TOKEN_KEPT = 'parolo.token'

type OwnStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface PageAccessOptions {
  /** Token of the opened address; null if it had none. */
  readonly token: string | null
  /** Storage of this tab, and of all tabs with this address (including its port). */
  readonly tab: OwnStorage
  readonly allTabs: OwnStorage
  /** For tests. */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * Admits this page: a secret of its own, obtained once for the token of the address, and stored where no page
 * of another address can read it. The host still knows it after a restart.
 */
export class PageAccess {
  readonly #options: PageAccessOptions
  readonly #send: typeof globalThis.fetch
  #token: string | null
  #exchanged: string | null = null
  /**
   * The secret that admitted this page: no other is tried later, as another library may be at this address
   * then.
   */
  #accepted: string | null = null
  readonly #refused = new Set<string>()

  constructor(options: PageAccessOptions) {
    this.#options = options
    // The token is no longer in the address bar: after a reload before the host answers, it is found here.
    if (options.token !== null) keep(options.tab, TOKEN_KEPT, options.token)
    this.#token = options.token ?? options.tab.getItem(TOKEN_KEPT)
    this.#send = options.fetch ?? ((...all) => globalThis.fetch(...all))
  }

  /** The secret to try; null if none is left. Rejects with a TypeError while the host cannot be reached. */
  async secret(): Promise<string | null> {
    if (this.#token !== null) await this.#exchange(this.#token)
    const { tab, allTabs } = this.#options
    const known =
      this.#accepted === null ? [this.#exchanged, tab.getItem(KEPT), allTabs.getItem(KEPT)] : [this.#accepted]
    return known.find((secret) => secret !== null && !this.#refused.has(secret)) ?? null
  }

  accept(secret: string): void {
    this.#accepted = secret
    keep(this.#options.tab, KEPT, secret)
  }

  /** The host does not know it: `secret` returns the next one. */
  refuse(secret: string): void {
    this.#refused.add(secret)
  }

  /** All are tried again, as another host may be there by then. */
  forgetRefusals(): void {
    this.#refused.clear()
  }

  /** Like `fetch`, with the secret. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const secret = this.#accepted ?? (await this.secret())
    const headers = new Headers(init?.headers)
    if (secret !== null) headers.set('Authorization', `Bearer ${secret}`)
    return await this.#send(input, { ...init, headers })
  }

  /**
   * The path with a ticket, for an element, which cannot send a header. Rejects if the host cannot be reached
   * or refuses.
   */
  async withTicket(path: string): Promise<string> {
    const answer = await this.fetch(TICKET_PATH, { method: 'POST', body: JSON.stringify({ path }) })
    if (!answer.ok) throw new TypeError(`ticket: ${answer.status}`)
    const { ticket } = (await answer.json()) as TicketAnswer
    return `${path}?${TICKET_MEMBER}=${ticket}`
  }

  async #exchange(token: string): Promise<void> {
    const answer = await this.#send(ENTER_PATH, { method: 'POST', body: JSON.stringify({ token }) })
    if (!answer.ok && answer.status !== 403) throw new TypeError(`enter: ${answer.status}`)
    if (answer.ok) {
      const { secret } = (await answer.json()) as EnterAnswer
      this.#exchanged = secret
      keep(this.#options.allTabs, KEPT, secret)
    }
    this.#token = null
    this.#options.tab.removeItem(TOKEN_KEPT)
  }
}

/** With a full storage the tab loses access at its next reload, but not now. */
function keep(storage: OwnStorage, name: string, text: string): void {
  try {
    storage.setItem(name, text)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** Removes the token from the address bar and the history; routes are only after `#`. */
export function takeToken(page: Pick<Window, 'location' | 'history'>): string | null {
  const { search, pathname, hash } = page.location
  if (search !== '') page.history.replaceState(null, '', pathname + hash)
  return new URLSearchParams(search).get(TOKEN_MEMBER)
}
