import type { Library } from '../library/library.ts'
import { connectionSubject } from '../library/connection-subject.ts'

const MAX_CHARACTERS = 4_000

/** Records a blocked request of a page. `address`: a URL. */
export async function recordBlocked(
  library: Pick<Library, 'self' | 'beginConnection' | 'endConnection'>,
  address: string,
): Promise<void> {
  const { host } = new URL(address)
  const url = address.slice(0, MAX_CHARACTERS)
  const atMs = Date.now()
  const number = await library.beginConnection({
    startedAtMs: atMs,
    host,
    proxy: null,
    url,
    purpose: 'page',
    title: host,
    askedBy: 'nobody',
    subject: connectionSubject('address', url),
    holder: library.self,
  })
  await library.endConnection(number, {
    endedAtMs: atMs,
    status: null,
    outcome: 'blocked',
    sentBytes: 0,
    receivedBytes: 0,
  })
}
