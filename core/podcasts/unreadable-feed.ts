export type UnreadableFeedReason =
  /** Neither RSS nor Atom nor OPML. */
  | 'not-a-feed'
  /** A web page. */
  | 'web-page'
  /** It declares entities of its own, which are never expanded. */
  | 'entities'
  /** A feed without an entry that has sound, or a list without feeds. */
  | 'empty'

/** Thrown for bytes or a text that is no feed that can be read. */
export class UnreadableFeed extends Error {
  override readonly name = 'UnreadableFeed'
  readonly reason: UnreadableFeedReason
  /** For a web page: the address of a feed that it names; empty if it names none. */
  readonly namedFeed: string

  constructor(reason: UnreadableFeedReason, detail: string, namedFeed = '') {
    super(detail)
    this.reason = reason
    this.namedFeed = namedFeed
  }
}
