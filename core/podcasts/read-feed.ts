import { type Feed, type FeedList, MAX_EPISODES, MAX_FEEDS } from './feed.ts'
import { elementsIn, type FeedElement, firstChild, readFeedXml } from './feed-xml.ts'
import { peopleOf } from './feed-people.ts'
import { readAtomFeed, readEntry } from './read-atom.ts'
import { readChannel, type ReadEpisode, readItem } from './read-rss.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

export type ReadFeed =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'list'; readonly list: FeedList }

/**
 * Reads a feed (RSS 2.0, Atom) or a list of feeds (OPML). Broken XML is read as far as possible. Throws
 * UnreadableFeed; for a web page, with the feed that it links to.
 */
export function readFeed(text: string): ReadFeed {
  if (isWebPage(text)) throw new UnreadableFeed('web-page', 'an HTML page', feedNamedIn(text))
  const episodes = new Map<string, ReadEpisode>()
  let hasTooMany = false
  const { root, isWhole } = readFeedXml(
    text,
    (name) => name === 'item' || name === 'atom:entry',
    (element) => {
      const episode = element.name === 'item' ? readItem(element) : readEntry(element)
      // In nearly all feeds, the first of two with the same guid is newer.
      if (episode === null || episodes.has(episode.guid)) return
      if (episodes.size >= MAX_EPISODES) hasTooMany = true
      else episodes.set(episode.guid, episode)
    },
  )
  if (root.name === 'opml') return { kind: 'list', list: readOpml(root) }
  const about = root.name === 'atom:feed' ? readAtomFeed(root) : aboutChannel(root)
  if (episodes.size === 0) throw new UnreadableFeed('empty', `${root.name}: no entry with sound`)
  const remarks = [
    ...(isWhole ? [] : ['incomplete' as const]),
    ...(hasTooMany ? ['too-many-episodes' as const] : []),
  ]
  // An entry that names people names all of its own (podcast namespace); those of the podcast are in the others.
  const ofPodcast = peopleOf(firstChild(root, 'channel') ?? root) ?? []
  const withPeople = [...episodes.values()].map((episode) => ({
    ...episode,
    people: episode.people ?? ofPodcast,
  }))
  return { kind: 'feed', feed: { ...about, episodes: withPeople, remarks } }
}

function aboutChannel(root: FeedElement): Omit<Feed, 'episodes' | 'remarks'> {
  const channel = firstChild(root, 'channel')
  if (root.name !== 'rss' || channel === undefined) {
    throw new UnreadableFeed('not-a-feed', `the document is <${root.name.slice(0, 100)}>`)
  }
  return readChannel(channel)
}

/** Feeds of an OPML document, at any depth of its outline. */
function readOpml(root: FeedElement): FeedList {
  const addresses = new Set<string>()
  const collect = (element: FeedElement): void => {
    for (const child of elementsIn(element)) {
      const named = Object.entries(child.attributes).find(([name]) => name.toLowerCase() === 'xmlurl')
      const address = named?.[1].trim() ?? ''
      if (child.name === 'outline' && address !== '' && addresses.size < MAX_FEEDS) addresses.add(address)
      collect(child)
    }
  }
  collect(root)
  if (addresses.size === 0) throw new UnreadableFeed('empty', 'opml: no feed')
  return { addresses: [...addresses] }
}

function isWebPage(text: string): boolean {
  let rest = text
    .slice(0, 4_000)
    .replace(/^\uFEFF/u, '')
    .trimStart()
  while (rest.startsWith('<!--') || rest.startsWith('<?')) {
    const end = rest.startsWith('<?') ? '?>' : '-->'
    const at = rest.indexOf(end)
    if (at < 0) return false
    rest = rest.slice(at + end.length).trimStart()
  }
  return /^<(?:!doctype\s+html|html)\b/iu.test(rest)
}

/** The first feed linked in the head of a page. */
function feedNamedIn(html: string): string {
  for (const [link] of html.slice(0, 300_000).matchAll(/<link\b[^<>]*>/giu)) {
    const value = (name: string): string =>
      new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'iu')
        .exec(link)
        ?.slice(1)
        .find(Boolean) ?? ''
    if (/^application\/(?:rss|atom)\+xml/iu.test(value('type')) && value('href') !== '') {
      return value('href').replaceAll('&amp;', '&')
    }
  }
  return ''
}
