import type { Feed, FeedEpisode } from './feed.ts'
import { peopleOf } from './feed-people.ts'
import { childrenNamed, childText, type FeedElement, firstChild } from './feed-xml.ts'
import { readFeedBytes, readFeedDate, readFeedDuration } from './feed-times.ts'
import { bareType, isSound } from './media-types.ts'
import { lineText, notesText } from './plain-text.ts'
import { pictureOf, type ReadEpisode, transcriptsOf } from './read-rss.ts'

/** An Atom feed's description of itself. */
export function readAtomFeed(feed: FeedElement): Omit<Feed, 'episodes' | 'remarks'> {
  const author = firstChild(feed, 'atom:author')
  return {
    title: lineText(childText(feed, 'atom:title')),
    author: lineText(author === undefined ? '' : childText(author, 'atom:name')),
    notes: notesText(childText(feed, 'atom:subtitle', 'itunes:summary')),
    link: linkOf(feed, 'alternate'),
    picture: pictureOf(feed) || childText(feed, 'atom:logo', 'atom:icon'),
    address: linkOf(feed, 'self'),
  }
}

/** An entry of an Atom feed; null if it has no sound. */
export function readEntry(entry: FeedElement): ReadEpisode | null {
  const sound = soundOf(entry)
  if (sound === null) return null
  return {
    guid: (childText(entry, 'atom:id') || sound.address).slice(0, 2_000),
    title: lineText(childText(entry, 'atom:title')),
    publishedAtMs: readFeedDate(childText(entry, 'atom:published', 'atom:updated')),
    durationMs: readFeedDuration(childText(entry, 'itunes:duration')),
    notes: notesText(childText(entry, 'atom:content', 'atom:summary', 'itunes:summary')),
    link: linkOf(entry, 'alternate'),
    picture: pictureOf(entry),
    sound,
    transcripts: transcriptsOf(entry),
    chapters: firstChild(entry, 'podcast:chapters')?.attributes['url']?.trim() ?? '',
    people: peopleOf(entry),
  }
}

function soundOf(entry: FeedElement): FeedEpisode['sound'] | null {
  for (const { attributes } of childrenNamed(entry, 'atom:link')) {
    const address = attributes['href']?.trim() ?? ''
    const type = bareType(attributes['type'] ?? '')
    if (attributes['rel'] !== 'enclosure' || address === '' || !isSound(type, address)) continue
    return { address, type, bytes: readFeedBytes(attributes['length'] ?? '') }
  }
  return null
}

/** A link without `rel` is an alternate one (RFC 4287, 4.2.7.2). */
const linkOf = (element: FeedElement, rel: string): string =>
  childrenNamed(element, 'atom:link')
    .find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)
    ?.attributes['href']?.trim() ?? ''
