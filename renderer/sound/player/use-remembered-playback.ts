import { useEffect, useRef } from 'react'
import { usePreferencesQuery, useSetPreferences } from '../../rpc/preferences-queries.ts'
import type { Player } from './player.ts'

/** Dragging a slider produces many values: only the last one is stored. */
const WAIT_MS = 800

/** Stores speed and volume for the next recording and the next start. */
export function useRememberedPlayback(player: Player): void {
  const { data: preferences } = usePreferencesQuery()
  const { mutate } = useSetPreferences()
  const playback = useRef(preferences?.playback)
  useEffect(() => {
    playback.current = preferences?.playback
  }, [preferences])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = (): void => {
      const { rate, volume } = player.state
      const { current } = playback
      if (current === undefined || (current.rate === rate && current.volume === volume)) return
      mutate({ playback: { ...current, rate, volume } })
    }
    let { rate, volume } = player.state
    const end = player.subscribe(() => {
      if (player.state.rate === rate && player.state.volume === volume) return
      ;({ rate, volume } = player.state)
      clearTimeout(timer)
      timer = setTimeout(save, WAIT_MS)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [player, mutate])
}
