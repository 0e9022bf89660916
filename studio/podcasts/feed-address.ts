import { isNearer, reachOfHost } from '../network/reach.ts'
import { namedByFeed } from '../network/where-to.ts'

/** An address as typed by a person: without `https://`, or with the scheme of a podcast program. */
export function typedFeedAddress(text: string): string {
  const given = text.trim()
  const bare = given.replace(/^(?:feed|pcast|itpc|podcast):(?:\/\/)?(?=https?:)/iu, '')
  if (/^https?:\/\//iu.test(bare)) return bare
  const rest = bare.replace(/^(?:feed|pcast|itpc|podcast):(?:\/\/)?/iu, '')
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(rest) ? rest : `https://${rest}`
}

/**
 * An address in a feed as an absolute one; '' if it is unusable. Encrypted even if the feed says `http`. A
 * feed from elsewhere cannot name addresses of this computer or its network, where programs may trust such
 * requests; where a name leads is checked when it is requested (`where-to.ts`).
 */
export function addressInFeed(written: string, base: URL | null): string {
  const text = written.trim()
  if (text === '' || text.length > 4_000 || !URL.canParse(text, base?.href)) return ''
  const url = new URL(text, base?.href)
  const reach = reachOfHost(url) ?? 'elsewhere'
  const feed = namedByFeed(base?.href ?? null)
  if (feed.host !== url.hostname && isNearer(reach, feed.reach)) return ''
  if (reach === 'this-computer') return url.href
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url.protocol === 'https:' ? url.href : ''
}
