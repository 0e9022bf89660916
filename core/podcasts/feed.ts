/** A transcript that a feed names beside an episode (`podcast:transcript`). */
export interface FeedTranscript {
  readonly address: string
  /** Media type, in lower case and without parameters. */
  readonly type: string
  /** As the feed writes it (BCP 47); empty if it does not say. */
  readonly language: string
}

/** An episode as its feed describes it. Addresses are as written: relative ones are of the feed's own address. */
export interface FeedEpisode {
  /** Unique within the feed. */
  readonly guid: string
  readonly title: string
  /** Milliseconds since 1970; null without a date that can be read. */
  readonly publishedAtMs: number | null
  readonly durationMs: number | null
  /** Plain text. */
  readonly notes: string
  readonly link: string
  readonly picture: string
  readonly sound: {
    readonly address: string
    /** Media type; empty if the feed does not say. */
    readonly type: string
    /** As the feed claims; null if it does not, or not credibly. */
    readonly bytes: number | null
  }
  readonly transcripts: readonly FeedTranscript[]
  /** Address of its chapters (`podcast:chapters`); empty if there are none. */
  readonly chapters: string
}

/** What is to be told of a feed that could be read. */
export type FeedRemark =
  /** Its end is missing. */
  | 'incomplete'
  /** It has more episodes than are read. */
  | 'too-many-episodes'

export interface Feed {
  readonly title: string
  readonly author: string
  /** Plain text. */
  readonly notes: string
  readonly link: string
  readonly picture: string
  /** Its own address, as it says; empty if it does not. */
  readonly address: string
  /** In the order of the feed. Entries without sound are left out. */
  readonly episodes: readonly FeedEpisode[]
  readonly remarks: readonly FeedRemark[]
}

/** A list of feeds. */
export interface FeedList {
  /** Addresses without duplicates, in order. */
  readonly addresses: readonly string[]
}

/** More episodes than any podcast has; the rest is left out, and told. */
export const MOST_EPISODES = 20_000
/** More feeds than a person follows. */
export const MOST_FEEDS = 1_000
