import { environmentProxy, type FindProxy, pacProxy } from '#studio/network/proxy'
import type { FromStudio } from './studio-messages.ts'

/** Asks the main process, whose session knows the system's proxy; HTTPS_PROXY, if set, takes precedence. */
export class WindowProxy {
  readonly #send: (message: FromStudio) => void
  readonly #pending = new Map<number, (answer: string) => void>()
  #last = 0

  constructor(send: (message: FromStudio) => void) {
    this.#send = send
  }

  readonly find: FindProxy = async (url) => {
    const given = await environmentProxy()(url)
    if (given !== null) return given
    this.#last += 1
    const number = this.#last
    const answer = await new Promise<string>((resolve) => {
      this.#pending.set(number, resolve)
      // Whole addresses stay in this process: the proxy is chosen by host.
      this.#send({ kind: 'resolve-proxy', number, url: `${url.origin}/` })
    })
    return pacProxy(answer)
  }

  receive({ number, answer }: { readonly number: number; readonly answer: string }): void {
    this.#pending.get(number)?.(answer)
    this.#pending.delete(number)
  }
}
