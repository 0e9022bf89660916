import type { TranscriptSession } from '../../session/transcript-session.ts'
import { ExactClock } from '../../sound/dock/clock.tsx'
import type { Player } from '../../sound/player/player.ts'
import { useCueClock } from './cue-time.ts'

export interface CueClockProps {
  readonly session: TranscriptSession
  readonly player: Player
}

/** The position as times of captions are shown. */
export function CueClock({ session, player }: CueClockProps) {
  return <ExactClock player={player} format={useCueClock(session)} />
}
