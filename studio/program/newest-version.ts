import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { isNewer } from '#core/version/is-newer'
import type { Library } from '../library/library.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { get } from '../network/get.ts'
import { Ledger } from '../network/ledger.ts'
import { environmentProxy, type FindProxy } from '../network/proxy.ts'

/** Response of the address: a version, and the page to get it from. */
const Newest = z.object({ version: z.string().max(50), page: z.url().max(1_000).nullable().default(null) })

const MAX_BYTES = 10_000
const TIMEOUT_MS = 20_000

export interface NewestVersion {
  readonly version: string
  readonly isNewer: boolean
  /** Null if the address gives none. */
  readonly page: string | null
}

/**
 * Asks for the newest version, once, at a person's request; sends nothing but the request. Faults:
 * `network.refused`, `network.address`, `network.unreachable`, `version.unreadable`.
 * @param own the version of this program
 */
export async function askNewestVersion(
  { library, version: own }: { readonly library: Library; readonly version: string },
  address: string,
  findProxy: FindProxy = environmentProxy(),
): Promise<NewestVersion> {
  const ledger = new Ledger(library, {
    purpose: 'newest-version',
    title: 'Parolo',
    askedBy: 'about',
    subject: connectionSubject('address', address),
  })
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const answer = await get(address, { signal, findProxy, ledger })
    if (answer.statusCode !== 200) {
      answer.destroy()
      throw new Fault('network.refused', { host: new URL(address).host, status: answer.statusCode ?? 0 })
    }
    let text = ''
    for await (const part of answer.setEncoding('utf8')) {
      text += String(part)
      // Leaving the loop closes the connection.
      if (text.length > MAX_BYTES) break
    }
    const { version, page } = readNewest(text)
    return { version, isNewer: isNewer(version, own), page }
  } catch (error) {
    if (error instanceof Fault) throw error
    const { message } = error as Error
    throw new Fault('network.unreachable', { host: new URL(address).host }, message, error)
  } finally {
    await ledger.settled()
  }
}

function readNewest(text: string): z.infer<typeof Newest> {
  try {
    return Newest.parse(JSON.parse(text))
  } catch (error) {
    throw new Fault('version.unreadable', {}, undefined, error)
  }
}
