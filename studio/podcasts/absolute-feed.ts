import type { Feed, FeedEpisode } from '#core/podcasts/feed'
import { addressInFeed } from './feed-address.ts'

/**
 * The feed with absolute addresses and a title for everything; episodes without a usable address are left
 * out.
 */
export function absoluteFeed(feed: Feed, base: URL | null): Feed {
  const absolute = (written: string): string => addressInFeed(written, base)
  return {
    ...feed,
    title: feed.title || base?.host || (feed.episodes[0]?.title ?? ''),
    link: absolute(feed.link),
    picture: absolute(feed.picture),
    episodes: feed.episodes.flatMap((episode) => {
      const address = absolute(episode.sound.address)
      return address === '' ? [] : [absoluteEpisode(episode, address, absolute)]
    }),
  }
}

function absoluteEpisode(
  episode: FeedEpisode,
  address: string,
  absolute: (written: string) => string,
): FeedEpisode {
  return {
    ...episode,
    title: episode.title || (new URL(address).pathname.split('/').at(-1) ?? ''),
    link: absolute(episode.link),
    picture: absolute(episode.picture),
    chapters: absolute(episode.chapters),
    sound: { ...episode.sound, address },
    transcripts: episode.transcripts.flatMap((transcript) => {
      const at = absolute(transcript.address)
      return at === '' ? [] : [{ ...transcript, address: at }]
    }),
  }
}
