import { type LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

/** How near a host is: this computer, a network that only nearby computers reach, or anywhere. */
export type Reach = 'this-computer' | 'this-network' | 'elsewhere'

const NEARNESS: Readonly<Record<Reach, number>> = { 'this-computer': 0, 'this-network': 1, elsewhere: 2 }

const thisComputer = new BlockList()
// "This network" (RFC 1122) reaches the same computer on common systems.
thisComputer.addSubnet('0.0.0.0', 8)
thisComputer.addSubnet('127.0.0.0', 8)
thisComputer.addAddress('::', 'ipv6')
thisComputer.addAddress('::1', 'ipv6')

/** Special-purpose addresses (IANA) that no public server has. */
const thisNetwork = new BlockList()
for (const [address, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  thisNetwork.addSubnet(address, bits)
for (const [address, bits] of [
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  thisNetwork.addSubnet(address, bits, 'ipv6')

/** IPv6 addresses with an embedded IPv4 one in their last 32 bits: mapped, compatible, translated (NAT64). */
const STANDS_FOR_IPV4 = /^(?:::ffff:|::|64:ff9b::)([\da-f]{1,4}):([\da-f]{1,4})$/u

export function reachOfAddress(address: string): Reach {
  const bare = address.toLowerCase().replace(/%.*$/u, '')
  if (isIP(bare) !== 6) return reachIn(bare, 'ipv4')
  // The shortest form, with a trailing IPv4 address in hexadecimal.
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const [, high, low] = STANDS_FOR_IPV4.exec(short) ?? []
  if (high !== undefined && low !== undefined) {
    const bytes = [Number.parseInt(high, 16), Number.parseInt(low, 16)].flatMap((half) => [
      half >> 8,
      half & 255,
    ])
    return reachIn(bytes.join('.'), 'ipv4')
  }
  return reachIn(short, 'ipv6')
}

function reachIn(address: string, family: 'ipv4' | 'ipv6'): Reach {
  if (thisComputer.check(address, family)) return 'this-computer'
  return thisNetwork.check(address, family) ? 'this-network' : 'elsewhere'
}

/** From the host of an address alone; null for a name that must be looked up. */
export function reachOfHost({ hostname }: Pick<URL, 'hostname'>): Reach | null {
  const host = hostname
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
    .toLowerCase()
  if (isIP(host) !== 0) return reachOfAddress(host)
  return host === 'localhost' || host.endsWith('.localhost') ? 'this-computer' : null
}

export const isNearer = (one: Reach, other: Reach): boolean => NEARNESS[one] < NEARNESS[other]

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

/** Resolves like a connection made by the system. */
export const resolveHost: Resolve = (host) => lookup(host, { all: true })

/** The nearest of a host's addresses. */
export function nearestReach(addresses: readonly LookupAddress[]): Reach {
  return addresses
    .map(({ address }) => reachOfAddress(address))
    .reduce((nearest, reach) => (isNearer(reach, nearest) ? reach : nearest), 'elsewhere')
}
