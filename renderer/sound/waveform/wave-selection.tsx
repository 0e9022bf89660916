import { useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import type { Player } from '../player/player.ts'
import type { TimeSpan } from '#core/transcript/time-span'
import { usePlayer } from '../player/use-player.ts'
import { NARROW_PX, stretchStyle, WaveHandle } from './wave-handle.tsx'
import { useWave, type WaveStore } from './wave-store.ts'

export interface WaveSelectionProps {
  readonly player: Player
  readonly wave: WaveStore
}

const STEP_MS = 100
const BIG_STEP_MS = 1_000
const MIN_MS = 50

/** The selected span, pale yellow, with a handle at each end. */
export function WaveSelection({ player, wave }: WaveSelectionProps) {
  const say = useSay()
  const selection = usePlayer(player, (state) => state.selection)
  const durationMs = usePlayer(player, (state) => state.durationMs)
  const [dragged, setDragged] = useState<TimeSpan | null>(null)
  useWave(wave, (state) => state.view)
  if (selection === null) return null
  const { startMs, endMs } = dragged ?? selection
  const take = (span: TimeSpan): void => {
    setDragged(null)
    player.select(span)
  }
  const shared = { wave, stepMs: STEP_MS, bigStepMs: BIG_STEP_MS, onCancel: () => setDragged(null) }
  const place = stretchStyle(wave, startMs, endMs)
  return (
    <div
      className={classNames(styles.stretch, place.width < NARROW_PX && styles.narrow)}
      style={place}
      data-selection
    >
      <WaveHandle
        {...shared}
        label={say('sound.selection.start')}
        ms={startMs}
        nowMs={() => player.state.selection?.startMs ?? startMs}
        minMs={0}
        maxMs={endMs - MIN_MS}
        onDrag={(ms) => setDragged({ startMs: ms, endMs })}
        onMove={(ms) => take({ startMs: ms, endMs })}
      />
      <WaveHandle
        {...shared}
        className={styles.right}
        label={say('sound.selection.end')}
        ms={endMs}
        nowMs={() => player.state.selection?.endMs ?? endMs}
        minMs={startMs + MIN_MS}
        maxMs={durationMs}
        onDrag={(ms) => setDragged({ startMs, endMs: ms })}
        onMove={(ms) => take({ startMs, endMs: ms })}
      />
    </div>
  )
}
