import type { ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Slider } from '../../ui/slider.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { FASTEST, SLOWEST } from '../player/create-player.ts'
import type { Player } from '../player/player.ts'
import { Clock } from './clock.tsx'
import styles from './player-bar.module.css'
import { formatRate } from '../player/format-rate.ts'
import { usePlayer } from '../player/use-player.ts'
import { useWave, type WaveStore } from '../waveform/wave-store.ts'
import { nearness, xAt } from '../waveform/wave-view.ts'

export interface PlayerBarProps {
  readonly player: Player
  /** Null without a waveform: there is nothing to zoom. */
  readonly wave: WaveStore | null
  readonly skipMs: number
  /** True while there is no sound to play. */
  readonly silent: boolean
  /** The position and the length; default: in whole seconds. */
  readonly clock?: ReactNode
  /** Next to the speed: the view's own playback controls. */
  readonly controls?: ReactNode
}

export function PlayerBar({ player, wave, skipMs, silent, clock, controls }: PlayerBarProps) {
  const say = useSay()
  const playing = usePlayer(player, (state) => state.playing)
  const looping = usePlayer(player, (state) => state.looping)
  const hasSelection = usePlayer(player, (state) => state.selection !== null)
  const following = usePlayer(player, (state) => state.following)
  const seconds = skipMs / 1_000
  return (
    <div className={styles.bar}>
      <div className={styles.side}>{clock ?? <Clock player={player} />}</div>
      <div className={styles.side}>
        <IconButton
          icon="rew"
          label={say('sound.back', { seconds })}
          tipPlacement="top"
          disabled={silent}
          onPress={() => player.skip(-skipMs)}
        />
        <Button
          className={styles.play}
          aria-label={say(playing ? 'sound.pause' : 'sound.play')}
          disabled={silent}
          onPress={() => player.toggle()}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={playing ? 'M6 4h2.5v12H6zM11.5 4H14v12h-2.5z' : 'M6.5 4v12l9.5-6z'} />
          </svg>
        </Button>
        <IconButton
          icon="ff"
          label={say('sound.forward', { seconds })}
          tipPlacement="top"
          disabled={silent}
          onPress={() => player.skip(skipMs)}
        />
      </div>
      <div className={`${styles.side} ${styles.end}`}>
        {controls}
        <Rate player={player} />
        {hasSelection && (
          <IconButton
            className={styles.wide}
            icon="loop"
            size="small"
            label={say('sound.loop')}
            tipPlacement="top"
            pressed={looping}
            onPress={() => player.setLooping(!looping)}
          />
        )}
        <Tip text={say('sound.following.tip')} placement="top">
          <Button
            className={styles.wide}
            size="small"
            icon="follow"
            pressed={following}
            onPress={() => player.setFollowing(!following)}
          >
            {say('sound.following')}
          </Button>
        </Tip>
        {wave && <Zoom player={player} wave={wave} />}
        <Volume player={player} />
      </div>
    </div>
  )
}

const RATES = [0.75, 1, 1.25, 1.5, 2] as const
const RATE_STEP = 0.05

function Rate({ player }: { readonly player: Player }) {
  const say = useSay()
  const language = useLanguage()
  const rate = usePlayer(player, (state) => state.rate)
  const shown = formatRate(rate, language)
  return (
    <DialogTrigger>
      <Button size="small" aria-label={say('sound.rate', { rate: shown })}>
        {shown}
      </Button>
      <Popover label={say('sound.rate.set')} placement="top end">
        <div className={styles.popped}>
          <div className={styles.row}>
            <IconButton
              icon="minus"
              size="small"
              label={say('sound.rate.slower')}
              onPress={() => player.setRate(rounded(rate - RATE_STEP))}
            />
            <Slider
              className={styles.long}
              label={say('sound.rate.set')}
              value={rate}
              min={SLOWEST}
              max={FASTEST}
              step={RATE_STEP}
              onChange={(value) => player.setRate(rounded(value))}
            />
            <IconButton
              icon="plus"
              size="small"
              label={say('sound.rate.faster')}
              onPress={() => player.setRate(rounded(rate + RATE_STEP))}
            />
            <span className={styles.value}>{shown}</span>
          </div>
          <Segmented
            label={say('sound.rate.set')}
            chosen={String(rate)}
            choices={RATES.map((value) => ({ id: String(value), label: formatRate(value, language) }))}
            onChoose={(id) => player.setRate(Number(id))}
          />
        </div>
      </Popover>
    </DialogTrigger>
  )
}

const rounded = (rate: number): number => Math.round(rate * 100) / 100

const ZOOM_STEP = 1.6

function Zoom({ player, wave }: { readonly player: Player; readonly wave: WaveStore }) {
  const say = useSay()
  const near = useWave(wave, ({ view, extent }) => Math.round(nearness(view, extent) * 100) / 100)
  /** Zooms around the playhead if it is visible, else around the middle. */
  const focus = (): number => {
    const { view, extent } = wave.state
    const x = xAt(view, player.positionMs)
    return x >= 0 && x <= extent.width ? x : extent.width / 2
  }
  return (
    <div className={`${styles.zoom} ${styles.wide}`}>
      <IconButton
        icon="minus"
        size="small"
        label={say('sound.zoom.out')}
        tipPlacement="top"
        onPress={() => wave.zoom(ZOOM_STEP, focus())}
      />
      <Slider
        label={say('sound.zoom')}
        value={near}
        min={0}
        max={1}
        step={0.01}
        format={{ style: 'percent' }}
        onChange={(value) => wave.setNearness(value, focus())}
      />
      <IconButton
        icon="plus"
        size="small"
        label={say('sound.zoom.in')}
        tipPlacement="top"
        onPress={() => wave.zoom(1 / ZOOM_STEP, focus())}
      />
    </div>
  )
}

function Volume({ player }: { readonly player: Player }) {
  const say = useSay()
  const volume = usePlayer(player, (state) => state.volume)
  return (
    <DialogTrigger>
      <IconButton icon="vol" size="small" label={say('sound.volume')} tipPlacement="top" />
      <Popover label={say('sound.volume')} placement="top end">
        <div className={styles.popped}>
          <Slider
            className={styles.long}
            label={say('sound.volume')}
            value={volume}
            min={0}
            max={1}
            step={0.05}
            format={{ style: 'percent' }}
            onChange={(value) => player.setVolume(value)}
          />
        </div>
      </Popover>
    </DialogTrigger>
  )
}
