import { formatDuration } from '../../ui/format-duration.ts'
import type { Player } from '../player/player.ts'
import { usePlayer, usePosition } from '../player/use-player.ts'
import styles from './player-bar.module.css'

/** The position and the length, in whole seconds. */
export function Clock({ player }: { readonly player: Player }) {
  return <LengthClock player={player} position={formatDuration(usePosition(player, 1_000))} />
}

export interface ExactClockProps {
  readonly player: Player
  /** From ms. */
  readonly format: (ms: number) => string
}

/** The same where whole seconds are not enough. */
export function ExactClock({ player, format }: ExactClockProps) {
  return <LengthClock player={player} position={format(usePosition(player, 1))} />
}

function LengthClock({ player, position }: { readonly player: Player; readonly position: string }) {
  const durationMs = usePlayer(player, (state) => state.durationMs)
  return <ClockText position={position} length={formatDuration(durationMs)} />
}

export interface ClockTextProps {
  readonly position: string
  readonly length: string
  readonly title?: string
}

export function ClockText({ position, length, title }: ClockTextProps) {
  return (
    <span className={styles.clock} title={title} data-clock data-figures>
      {position} <span>/ {length}</span>
    </span>
  )
}
