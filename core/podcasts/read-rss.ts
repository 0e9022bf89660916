import type { Feed, FeedEpisode, FeedTranscript } from './feed.ts'
import { peopleOf } from './feed-people.ts'
import { childrenNamed, childText, type FeedElement, firstChild } from './feed-xml.ts'
import { readFeedBytes, readFeedDate, readFeedDuration } from './feed-times.ts'
import { bareType, isSound } from './media-types.ts'
import { lineText, notesText } from './plain-text.ts'

/** An RSS channel's description of itself. */
export function readChannel(channel: FeedElement): Omit<Feed, 'episodes' | 'remarks'> {
  const self = childrenNamed(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'self')
  return {
    title: lineText(childText(channel, 'title', 'itunes:title')),
    author: lineText(childText(channel, 'itunes:author', 'dc:creator', 'managingEditor')),
    notes: notesText(childText(channel, 'description', 'itunes:summary', 'itunes:subtitle')),
    link: childText(channel, 'link'),
    picture: pictureOf(channel) || childText(firstChild(channel, 'image') ?? NONE, 'url'),
    address: childText(channel, 'itunes:new-feed-url') || (self?.attributes['href'] ?? ''),
  }
}

const NONE: FeedElement = { name: '', attributes: {}, children: [] }

/** An episode as its entry describes it; `people`: null if the entry names nobody. */
export type ReadEpisode = Omit<FeedEpisode, 'people'> & { readonly people: readonly string[] | null }

/** An item of an RSS channel; null if it has no sound. */
export function readItem(item: FeedElement): ReadEpisode | null {
  const sound = soundOf(item)
  if (sound === null) return null
  const guid = childText(item, 'guid') || sound.address
  return {
    guid: guid.slice(0, 2_000),
    title: lineText(childText(item, 'title', 'itunes:title')),
    publishedAtMs: readFeedDate(childText(item, 'pubDate', 'dc:date')),
    durationMs: readFeedDuration(childText(item, 'itunes:duration')),
    notes: notesText(childText(item, 'content:encoded', 'description', 'itunes:summary')),
    link: childText(item, 'link'),
    picture: pictureOf(item),
    sound,
    transcripts: transcriptsOf(item),
    chapters: firstChild(item, 'podcast:chapters')?.attributes['url']?.trim() ?? '',
    people: peopleOf(item),
  }
}

function soundOf(item: FeedElement): FeedEpisode['sound'] | null {
  for (const { attributes } of [
    ...childrenNamed(item, 'enclosure'),
    ...childrenNamed(item, 'media:content'),
    ...childrenNamed(firstChild(item, 'media:group') ?? NONE, 'media:content'),
  ]) {
    const address = attributes['url']?.trim() ?? ''
    const type = bareType(attributes['type'] ?? '')
    if (address === '' || !isSound(type, address)) continue
    return { address, type, bytes: readFeedBytes(attributes['length'] ?? attributes['fileSize'] ?? '') }
  }
  return null
}

/** Shared with Atom, whose entries use the same elements. */
export function transcriptsOf(item: FeedElement): FeedTranscript[] {
  return childrenNamed(item, 'podcast:transcript').flatMap(({ attributes }) => {
    const address = attributes['url']?.trim() ?? ''
    const type = bareType(attributes['type'] ?? '')
    return address === '' ? [] : [{ address, type, language: attributes['language']?.trim() ?? '' }]
  })
}

export const pictureOf = (element: FeedElement): string =>
  firstChild(element, 'itunes:image')?.attributes['href']?.trim() ?? ''
