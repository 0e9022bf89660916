import type { WireError } from '#contracts/errors'

/** A failed call, with the studio's message in the user's language. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed'
  readonly error: WireError

  constructor(error: WireError) {
    super(`${error.code}: ${error.message}`)
    this.error = error
  }
}
