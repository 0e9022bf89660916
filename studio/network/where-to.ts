import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Fault } from '#contracts/errors'
import { isNearer, nearestReach, type Reach, reachOfHost, type Resolve } from './reach.ts'

/** Who named an address: it must not lead nearer than that host, unless it is on the same one. */
export interface NamedBy {
  readonly host: string
  readonly reach: Reach
}

/** `feed`: its address; null for one from a file, which may come from anywhere. */
export function namedByFeed(feed: string | null): NamedBy {
  if (feed === null) return { host: '', reach: 'elsewhere' }
  const url = new URL(feed)
  return { host: url.hostname, reach: reachOfHost(url) ?? 'elsewhere' }
}

export interface Destination {
  readonly reach: Reach
  /**
   * Makes a connection use exactly the addresses that were checked, even if the name resolves differently a
   * moment later; null: none were looked up.
   */
  readonly lookup: LookupFunction | null
}

/**
 * Where a connection to `url` leads. `isResolved`: false if a proxy resolves the name. `namedBy`: null if a
 * person typed it. Throws `network.address` for a place nearer than whoever named it, and the resolver's
 * errors.
 */
export async function destinationOf(
  url: URL,
  namedBy: NamedBy | null,
  { resolve, isResolved }: { readonly resolve: Resolve; readonly isResolved: boolean },
): Promise<Destination> {
  const reported = reachOfHost(url)
  const addresses = reported === null && isResolved ? await resolve(url.hostname) : []
  const reach = reported ?? nearestReach(addresses)
  if (namedBy !== null && namedBy.host !== url.hostname && isNearer(reach, namedBy.reach))
    throw new Fault(
      'network.address',
      { url: url.href.slice(0, 200) },
      `${url.hostname} is in a nearer network`,
    )
  return { reach, lookup: addresses.length === 0 ? null : lookupAmong(addresses) }
}

function lookupAmong(addresses: readonly LookupAddress[]): LookupFunction {
  return (hostname, options, callback) => {
    const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0)
    const fitting = addresses.filter((each) => family === 0 || each.family === family)
    const [first] = fitting
    if (first === undefined) {
      const error = Object.assign(new Error(`no such address: ${hostname}`), { code: 'ENOTFOUND' })
      callback(error, [])
    } else if (options.all === true) callback(null, [...fitting])
    else callback(null, first.address, first.family)
  }
}
