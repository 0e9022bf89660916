import type { PageSecrets } from './page-secrets.ts'
import { hashOf, isSameToken, newToken } from './token.ts'

/** A browser that has not used a code by then will not: the file that leads to it has been deleted. */
export const CODE_LIVES_MS = 3 * 60_000

interface Code {
  readonly onUsed: () => void
  readonly untilMs: number
}

/** Exchanges the token of the printed address, or a one-time code, for a secret of the page that sends it. */
export class Entrance {
  readonly #token: string
  readonly #secrets: PageSecrets
  readonly #now: () => number
  /** Keyed by hash. */
  readonly #codes = new Map<string, Code>()

  constructor(token: string, secrets: PageSecrets, now: () => number = Date.now) {
    this.#token = token
    this.#secrets = secrets
    this.#now = now
  }

  /** A one-time code in place of the token; calls `onUsed` when a page uses it in time. */
  createCode(onUsed: () => void): string {
    const code = newToken()
    this.#codes.set(keyOf(code), { onUsed, untilMs: this.#now() + CODE_LIVES_MS })
    return code
  }

  /** Whether `enter` would accept it; does not consume a code. */
  knows(given: string): boolean {
    return isSameToken(given, this.#token) || this.#now() < (this.#codes.get(keyOf(given))?.untilMs ?? 0)
  }

  /** A new secret; null for a wrong token, or a used or expired code. */
  async enter(given: string): Promise<string | null> {
    if (!this.knows(given)) return null
    const code = this.#codes.get(keyOf(given))
    this.#codes.delete(keyOf(given))
    code?.onUsed()
    return await this.#secrets.create()
  }
}

const keyOf = (code: string): string => hashOf(code).toString('hex')
