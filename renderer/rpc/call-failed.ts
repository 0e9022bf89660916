import type { WireError } from '#contracts/errors'

/** A call that failed, with what the studio said of it in the person's language. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  readonly error: WireError

  constructor(error: WireError) {
    super(`${error.code}: ${error.message}`)
    this.error = error
  }
}
