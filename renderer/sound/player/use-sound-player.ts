import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { usePreferencesQuery } from '../../rpc/preferences-queries.ts'
import { useMediaUrl } from '../../rpc/use-media-url.ts'
import { createPlayer, type SoundPlayer } from './create-player.ts'
import { usePreparedSound } from './use-prepared-sound.ts'

/**
 * The player of a recording's page, with the user's speed and volume; loads the sound once it is prepared. Starts at
 * `beginMs`. Null until the preferences are loaded. Closed on unmount.
 */
export function useSoundPlayer(recording: OpenRecording, beginMs: number | undefined): SoundPlayer | null {
  usePreparedSound(recording)
  const preferences = usePreferencesQuery()
  const playback = preferences.data?.playback
  const isReady = playback !== undefined || preferences.isError
  const [player, setPlayer] = useState<SoundPlayer | null>(null)
  const { id, playable, durationMs } = recording
  const soundUrl = useMediaUrl(playable ? id : null, 'sound')
  useEffect(() => {
    if (!isReady) return undefined
    const made = createPlayer({
      soundUrl: null,
      durationMs: 0,
      playback: playback ?? { rate: 1, volume: 1, rewindOnResumeMs: 1_500 },
    })
    setPlayer(made)
    return () => {
      made.close()
      setPlayer(null)
    }
    // Later changes of the preferences are passed to the existing player.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, isReady])
  const begin = useRef(beginMs)
  // Runs before the text is mounted, which scrolls to the playback position.
  useLayoutEffect(() => {
    if (player === null) return
    player.setSource(soundUrl, durationMs ?? 0)
    if (begin.current === undefined || durationMs === null) return
    player.seek(begin.current)
    begin.current = undefined
  }, [player, soundUrl, durationMs])
  const { trim } = recording
  useEffect(() => player?.setPart(trim), [player, trim])
  useEffect(() => {
    if (playback !== undefined) player?.setRewind(playback.rewindOnResumeMs)
  }, [player, playback])
  return player
}
