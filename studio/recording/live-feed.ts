import type { LiveDraftText, LiveState, SpokenStretch } from '#contracts/sound-wire'
import { type DecodedLine, lineText, type LiveChange, type LiveRecord } from '#core/live-text/live-record'

export interface FeedLine extends DecodedLine {
  /** Null where it was left out. */
  readonly text: string | null
}

/** Text of a running recording so far; lines, stretches and changes are only added. */
export interface LiveFeed {
  state: LiveState
  /** Sound that was recorded since the last that was taken care of, in ms. */
  lagMs: number
  /** Why it failed; null in any other state. */
  error: unknown
  /** The names of a model that could not be used and of the one that took its place, with the reason; null: none. */
  fallback: { readonly model: string; readonly by: string; readonly error: unknown } | null
  /** What is being said, which its line replaces. */
  draft: LiveDraftText | null
  readonly lines: FeedLine[]
  readonly spoken: SpokenStretch[]
  /** What a person corrected, and named; in the journal already. */
  readonly changes: LiveChange[]
}

export function emptyLiveFeed(state: LiveState): LiveFeed {
  return { state, lagMs: 0, error: null, fallback: null, draft: null, lines: [], spoken: [], changes: [] }
}

/** The text that a writer which was killed had put into the journal. */
export function keptLiveFeed({ lines, changes }: LiveRecord): LiveFeed {
  return {
    ...emptyLiveFeed('off'),
    lines: lines.map((line) => ({ ...line, text: lineText(line) })),
    spoken: lines.map(({ source, startMs, endMs }) => ({ source, startMs, endMs })),
    changes: [...changes],
  }
}
