import { type ReactNode, useEffect, useRef } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import type { PeakPyramid } from './peak-pyramid.ts'
import type { Player } from '../player/player.ts'
import { Playhead } from './playhead.tsx'
import type { VoiceLanes } from './use-voices.ts'
import { WaveCanvas } from './wave-canvas.tsx'
import { WaveHeight } from './wave-height.tsx'
import { attachWaveGestures } from './wave-gestures.ts'
import { rowStyle, type WaveRows, type WaveTitle } from './wave-rows.ts'
import { WaveSelection } from './wave-selection.tsx'
import { useWave, type WaveStore } from './wave-store.ts'
import { endOf } from './wave-view.ts'

export interface WaveProps {
  readonly player: Player
  readonly wave: WaveStore
  readonly pyramid: PeakPyramid | null
  readonly voices: VoiceLanes
  readonly rows: WaveRows
  /** False if captions are in the row of names. */
  readonly withNames: boolean
  readonly titles: readonly WaveTitle[]
  /** Drawn over the waveform: edges of a word, cues. */
  readonly children?: ReactNode
}

/** The visible part of the sound: drawing, selection, playhead. */
export function Wave({ player, wave, pyramid, voices, rows, withNames, titles, children }: WaveProps) {
  const root = useRef<HTMLDivElement>(null)
  const turns = useRef(voices.turns)
  useEffect(() => {
    turns.current = voices.turns
  }, [voices.turns])
  useEffect(() => {
    const element = root.current
    if (element === null) return undefined
    return attachWaveGestures(element, { wave, player, turns: () => turns.current })
  }, [wave, player])
  return (
    <ShownSpan wave={wave}>
      {(label) => (
        <section
          ref={root}
          className={styles.wave}
          aria-label={label}
          data-wave
          {...(withNames ? {} : { 'data-cues': true })}
          style={rowStyle(rows)}
        >
          <WaveCanvas
            wave={wave}
            pyramid={pyramid}
            voices={voices}
            rows={rows}
            withNames={withNames}
            titles={titles}
          />
          <WaveSelection player={player} wave={wave} />
          {children}
          <Playhead player={player} wave={wave} />
          <WaveHeight wave={wave} />
        </section>
      )}
    </ShownSpan>
  )
}

/** Announces the visible span; renders only when its whole seconds change. */
function ShownSpan({
  wave,
  children,
}: {
  readonly wave: WaveStore
  readonly children: (label: string) => ReactNode
}) {
  const say = useSay()
  const start = useWave(wave, ({ view }) => formatDuration(view.startMs))
  const end = useWave(wave, ({ view, extent }) =>
    formatDuration(Math.min(endOf(view, extent.width), extent.durationMs)),
  )
  const isFolded = useWave(wave, ({ view }) => view.folds !== undefined)
  return children(say(isFolded ? 'sound.wave.folded' : 'sound.wave', { start, end }))
}
