import type { PageSecrets } from './page-secrets.ts'
import { hashOf, isSameToken, newToken } from './token.ts'

/** Exchanges the token of the printed address, or a code that works once, for a secret of the page that sends it. */
export class Entrance {
  readonly #token: string
  readonly #secrets: PageSecrets
  /** By hash: what is to be done when the code was used. */
  readonly #codes = new Map<string, () => void>()

  constructor(token: string, secrets: PageSecrets) {
    this.#token = token
    this.#secrets = secrets
  }

  /** A code in place of the token, for the first page that sends it. */
  createCode(onUsed: () => void): string {
    const code = newToken()
    this.#codes.set(keyOf(code), onUsed)
    return code
  }

  /** Whether `enter` would accept it; uses nothing up. */
  knows(given: string): boolean {
    return isSameToken(given, this.#token) || this.#codes.has(keyOf(given))
  }

  /** A new secret; null for a wrong token or a code that was used. */
  async enter(given: string): Promise<string | null> {
    if (!this.knows(given)) return null
    const onUsed = this.#codes.get(keyOf(given))
    this.#codes.delete(keyOf(given))
    onUsed?.()
    return await this.#secrets.create()
  }
}

const keyOf = (code: string): string => hashOf(code).toString('hex')
