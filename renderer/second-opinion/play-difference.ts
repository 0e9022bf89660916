import type { Difference } from '#core/second-opinion/difference'
import type { Player } from '../sound/player/player.ts'

/** Playback starts this long before the difference and ends this long after it. */
const RUN_UP_MS = 700

export function playDifference(player: Pick<Player, 'playSpan'>, { startMs, endMs }: Difference): void {
  player.playSpan({ startMs: Math.max(0, startMs - RUN_UP_MS), endMs: endMs + RUN_UP_MS })
}
