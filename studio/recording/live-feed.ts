import type { LiveLine, LiveState, SpokenStretch } from '#contracts/sound-wire'

/** Text of a running recording so far; lines and stretches are only added. */
export interface LiveFeed {
  state: LiveState
  /** Sound that was recorded since the last that was taken care of, in ms. */
  lagMs: number
  /** Why it failed; null in any other state. */
  error: unknown
  readonly lines: LiveLine[]
  readonly spoken: SpokenStretch[]
}

export function emptyLiveFeed(state: LiveState): LiveFeed {
  return { state, lagMs: 0, error: null, lines: [], spoken: [] }
}
