import { Refused } from './direct-page.ts'

/** The error code of a refused call, or `answered`. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof Refused ? error.error.code : String(error)),
  )
