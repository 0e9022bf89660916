import type { LiveDraftText, LiveState, SpokenStretch } from '#contracts/sound-wire'
import { type DecodedLine, lineText, type LiveChange, type LiveRecord } from '#core/live-text/live-record'

export interface FeedLine extends DecodedLine {
  /** Null if it was skipped. */
  readonly text: string | null
}

/** The text of a running recording so far; lines, stretches and changes are only appended. */
export interface LiveFeed {
  state: LiveState
  /** Length of recorded sound not processed yet, ms. */
  lagMs: number
  /** Why it failed; null in any other state. */
  error: unknown
  /** The names of an unusable model and of the one used instead, with the reason; null: none. */
  fallback: { readonly model: string; readonly by: string; readonly error: unknown } | null
  /** What is being said; replaced by its final line. */
  draft: LiveDraftText | null
  readonly lines: FeedLine[]
  readonly spoken: SpokenStretch[]
  /** A person's corrections and names; already in the journal. */
  readonly changes: LiveChange[]
}

export function emptyLiveFeed(state: LiveState): LiveFeed {
  return { state, lagMs: 0, error: null, fallback: null, draft: null, lines: [], spoken: [], changes: [] }
}

/** The text that a killed writer had put into the journal. */
export function keptLiveFeed({ lines, changes }: LiveRecord): LiveFeed {
  return {
    ...emptyLiveFeed('off'),
    lines: lines.map((line) => ({ ...line, text: lineText(line) })),
    spoken: lines.map(({ source, startMs, endMs }) => ({ source, startMs, endMs })),
    changes: [...changes],
  }
}
