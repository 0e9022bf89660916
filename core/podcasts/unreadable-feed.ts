export type UnreadableFeedReason =
  /** Neither RSS nor Atom nor OPML. */
  | 'not-a-feed'
  /** A web page. */
  | 'web-page'
  /** It declares its own entities, which are never expanded. */
  | 'entities'
  /** A feed without an entry that has sound, or a list without feeds. */
  | 'empty'

/** Thrown for bytes or text that cannot be read as a feed. */
export class UnreadableFeed extends Error {
  override readonly name = 'UnreadableFeed'
  readonly reason: UnreadableFeedReason
  /** For a web page: the address of a feed that it links to; empty: none. */
  readonly namedFeed: string

  constructor(reason: UnreadableFeedReason, detail: string, namedFeed = '') {
    super(detail)
    this.reason = reason
    this.namedFeed = namedFeed
  }
}
