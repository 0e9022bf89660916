/** A transcript listed in a feed for an episode (`podcast:transcript`). */
export interface FeedTranscript {
  readonly address: string
  /** Media type, in lower case and without parameters. */
  readonly type: string
  /** As written in the feed (BCP 47); empty if unspecified. */
  readonly language: string
}

/**
 * An episode as described by its feed. Addresses are as written: relative ones refer to the feed's own
 * address.
 */
export interface FeedEpisode {
  /** Unique within the feed. */
  readonly guid: string
  readonly title: string
  /** Milliseconds since 1970; null without a readable date. */
  readonly publishedAtMs: number | null
  readonly durationMs: number | null
  /** Plain text. */
  readonly notes: string
  readonly link: string
  readonly picture: string
  readonly sound: {
    readonly address: string
    /** Media type; empty if unspecified. */
    readonly type: string
    /** As stated by the feed; null if unspecified or implausible. */
    readonly bytes: number | null
  }
  readonly transcripts: readonly FeedTranscript[]
  /** Address of its chapters (`podcast:chapters`); empty: none. */
  readonly chapters: string
  /** Names of its hosts and guests (`podcast:person`), else of the podcast’s; empty: none are given. */
  readonly people: readonly string[]
}

/** What is reported about a feed that could be read. */
export type FeedRemark =
  /** Its end is missing. */
  | 'incomplete'
  /** It has more episodes than the limit. */
  | 'too-many-episodes'

export interface Feed {
  readonly title: string
  readonly author: string
  /** Plain text. */
  readonly notes: string
  readonly link: string
  readonly picture: string
  /** Its address as stated by itself; empty if unspecified. */
  readonly address: string
  /** In the order of the feed. Entries without sound are skipped. */
  readonly episodes: readonly FeedEpisode[]
  readonly remarks: readonly FeedRemark[]
}

/** A list of feeds. */
export interface FeedList {
  /** Addresses without duplicates, in order. */
  readonly addresses: readonly string[]
}

/** More episodes than any podcast has; further ones are skipped and reported. */
export const MAX_EPISODES = 20_000
/** More feeds than a person follows. */
export const MAX_FEEDS = 1_000
