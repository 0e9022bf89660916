import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useMediaUrl } from '../../rpc/use-media-url.ts'
import { keptBelow } from '../../ui/kept-below.ts'
import { useSay } from '../../ui/words.tsx'
import styles from '../waveform/dock.module.css'
import { MiniMap } from '../waveform/mini-map.tsx'
import type { PeakPyramid } from '../waveform/peak-pyramid.ts'
import { PlayerBar } from './player-bar.tsx'
import type { Player } from '../player/player.ts'
import { PeaksFailed, SoundError } from '../waveform/sound-error.tsx'
import { MapShades, WaveShades } from '../waveform/trim-shades.tsx'
import { useMedia } from '../player/use-media.ts'
import { usePeaks } from '../waveform/use-peaks.ts'
import { usePlayer } from '../player/use-player.ts'
import { useRememberedPlayback } from '../player/use-remembered-playback.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { useVoices, type VoiceLanes } from '../waveform/use-voices.ts'
import { useWidth } from '../waveform/use-width.ts'
import { createWaveStore, type WaveStore } from '../waveform/wave-store.ts'
import { heightOf, SMALL_ROWS, WIDE_ROWS, type WaveTitle } from '../waveform/wave-rows.ts'
import { Wave } from '../waveform/wave.tsx'

export interface SoundDockProps extends Omit<BareSoundDockProps, 'voices'> {
  readonly session: TranscriptSession
}

/** Below the text: the waveform, the overview and the playback controls. */
export function SoundDock({ session, ...rest }: SoundDockProps) {
  const transcript = useTranscriptAfterTyping(session)
  return <BareSoundDock {...rest} voices={useVoices(transcript, wordsUpTo(rest.recording))} />
}

export interface BareSoundDockProps {
  /** Who speaks when; nobody while there is no transcript. */
  readonly voices: VoiceLanes
  readonly player: Player
  readonly recording: OpenRecording
  /** The page of speaking time shows only the bar. */
  readonly barOnly?: boolean
  /** Drawn over the waveform: the edges of the selected word or paragraph. */
  readonly edges?: (wave: WaveStore, pyramid: PeakPyramid | null) => ReactNode
  /** Drawn over the waveform instead of the names: the row of captions. */
  readonly cues?: (wave: WaveStore) => ReactNode
  /** Marks over the waveform and in the overview. */
  readonly pins?: {
    readonly titles: readonly WaveTitle[]
    readonly wave: (wave: WaveStore) => ReactNode
    readonly map: (durationMs: number) => ReactNode
  }
  /** The position and the length; default: in whole seconds. */
  readonly clock?: ReactNode
  /** In the bar, next to the speed. */
  readonly controls?: ReactNode
  /** Asks the user to locate the original; without it there is no button. */
  readonly onLocate?: () => void
}

/** Heights of the overview from LOOK.md. */
const WIDE_MAP_PX = 44
const SMALL_MAP_PX = 32
const noTitles: readonly WaveTitle[] = []

/** The same without a transcript: the wave is gray. */
export function BareSoundDock({
  voices,
  player,
  recording,
  barOnly = false,
  edges,
  cues,
  pins,
  clock,
  controls,
  onLocate,
}: BareSoundDockProps) {
  const say = useSay()
  const { playback } = usePreferences()
  useRememberedPlayback(player)
  const narrow = useMedia('(max-width: 900px)')
  const rows = narrow ? SMALL_ROWS : WIDE_ROWS
  const [wave] = useState(createWaveStore)
  const [widthRef, width] = useWidth()
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      const ends = [widthRef(element), keptBelow(element)]
      return () => {
        for (const end of ends) end?.()
      }
    },
    [widthRef],
  )
  const durationMs = usePlayer(player, (state) => state.durationMs)
  const playbackError = usePlayer(player, (state) => state.playbackError)
  const peaks = usePeaks(useMediaUrl(recording.playable ? recording.id : null, 'peaks'))
  const transcribedUntilMs = wordsUpTo(recording)
  const extent = useMemo(() => ({ durationMs, width }), [durationMs, width])
  useEffect(() => {
    const isFirst = wave.state.extent.width === 0 || wave.state.extent.durationMs === 0
    wave.setExtent(extent)
    if (isFirst) wave.show(player.positionMs)
  }, [wave, extent, player])
  // A click in the text seeks: the waveform scrolls to the new position.
  useEffect(
    () =>
      player.onFrame((ms) => {
        if (!player.state.playing) wave.show(ms)
      }),
    [player, wave],
  )
  const silent = !recording.playable || playbackError !== null

  return (
    <section ref={ref} className={styles.dock} aria-label={say('sound.player')}>
      {!barOnly && (
        <>
          {silent ? (
            <SoundError
              recording={recording}
              playbackError={playbackError}
              height={heightOf(rows)}
              onTryAgain={() => player.play()}
              {...(onLocate ? { onLocate } : {})}
            />
          ) : (
            <Wave
              player={player}
              wave={wave}
              pyramid={peaks.pyramid}
              voices={voices}
              rows={rows}
              withNames={cues === undefined}
              titles={pins?.titles ?? noTitles}
            >
              {recording.trim !== null && <WaveShades wave={wave} part={recording.trim} />}
              {cues?.(wave)}
              {edges?.(wave, peaks.pyramid)}
              {pins?.wave(wave)}
              {peaks.failed && <PeaksFailed onTryAgain={peaks.retry} />}
            </Wave>
          )}
          <MiniMap
            player={player}
            wave={wave}
            voices={voices}
            width={width}
            height={narrow ? SMALL_MAP_PX : WIDE_MAP_PX}
            transcribedUntilMs={transcribedUntilMs}
            faint={silent}
          >
            {recording.trim !== null && <MapShades part={recording.trim} durationMs={durationMs} />}
            {pins?.map(durationMs)}
          </MiniMap>
        </>
      )}
      <PlayerBar
        player={player}
        wave={barOnly || silent ? null : wave}
        skipMs={playback.shortSkipMs}
        silent={silent}
        clock={clock}
        controls={controls}
      />
    </section>
  )
}

/** Null once the transcript is complete. */
function wordsUpTo({ job }: OpenRecording): number | null {
  if (job === null || job.state === 'failed' || job.state === 'cancelled') return null
  return job.wordsUpToMs ?? 0
}
