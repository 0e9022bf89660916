import { useEffect, useId, useRef } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './dock.module.css'
import type { Player } from '../player/player.ts'
import { usePlayer } from '../player/use-player.ts'
import type { WaveStore } from './wave-store.ts'
import { xAt } from './wave-view.ts'

export interface PlayheadProps {
  readonly player: Player
  readonly wave: WaveStore
}

const STEP_MS = 1_000
const BIG_STEP_MS = 5_000

/**
 * The playhead: an element moved by transform, outside React's state. As a slider it exposes the position, updated once
 * a second.
 */
export function Playhead({ player, wave }: PlayheadProps) {
  const say = useSay()
  const helpId = useId()
  const head = useRef<HTMLDivElement>(null)
  const durationMs = usePlayer(player, (state) => state.durationMs)
  useEffect(() => {
    let shownSecond = -1
    const place = (): void => {
      const element = head.current
      if (element === null) return
      const { view, extent } = wave.state
      const ms = player.positionMs
      const x = xAt(view, ms)
      element.style.transform = `translateX(${x}px)`
      element.style.visibility = x < -8 || x > extent.width + 8 ? 'hidden' : 'visible'
      const second = Math.floor(ms / 1_000)
      if (second === shownSecond) return
      shownSecond = second
      element.setAttribute('aria-valuenow', String(second))
      element.setAttribute(
        'aria-valuetext',
        say('sound.clock', { position: formatDuration(ms), duration: formatDuration(durationMs) }),
      )
    }
    place()
    const ends = [
      player.onFrame((ms) => {
        if (player.state.playing) wave.follow(ms)
        place()
      }),
      wave.subscribe(place),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [player, wave, say, durationMs])

  const seek = (ms: number): void => {
    player.seek(ms)
    wave.show(player.positionMs)
  }
  return (
    <div
      ref={head}
      className={styles.head}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot be moved by transform over a drawing
      role="slider"
      tabIndex={0}
      aria-label={say('sound.position')}
      aria-describedby={helpId}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1_000)}
      aria-valuenow={Math.floor(player.positionMs / 1_000)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const { width } = wave.state.extent
        const pageMs = width * wave.state.view.msPerPixel
        const step = event.shiftKey ? BIG_STEP_MS : STEP_MS
        const x = xAt(wave.state.view, player.positionMs)
        const keys: Readonly<Record<string, () => void>> = {
          ArrowLeft: () => seek(player.positionMs - step),
          ArrowRight: () => seek(player.positionMs + step),
          ArrowDown: () => seek(player.positionMs - step),
          ArrowUp: () => seek(player.positionMs + step),
          PageUp: () => seek(player.positionMs + pageMs),
          PageDown: () => seek(player.positionMs - pageMs),
          Home: () => seek(0),
          End: () => seek(durationMs),
          '+': () => wave.zoom(1 / KEY_ZOOM, x),
          '=': () => wave.zoom(1 / KEY_ZOOM, x),
          '-': () => wave.zoom(KEY_ZOOM, x),
          '[': () => selectFrom(player, 'start'),
          ']': () => selectFrom(player, 'end'),
        }
        const act = keys[event.key]
        if (act === undefined) return
        event.preventDefault()
        event.stopPropagation()
        act()
      }}
    >
      <span id={helpId} hidden>
        {say('sound.wave.keys')}
      </span>
    </div>
  )
}

const KEY_ZOOM = 1.5

/** Sets the start or end of the selection to the playback position; the other end stays if possible. */
export function selectFrom(player: Player, side: 'start' | 'end'): void {
  const here = Math.round(player.positionMs)
  const { selection, durationMs } = player.state
  const other = side === 'start' ? (selection?.endMs ?? durationMs) : (selection?.startMs ?? 0)
  if (side === 'start') player.select({ startMs: here, endMs: other > here ? other : durationMs })
  else player.select({ startMs: other < here ? other : 0, endMs: here })
}
