import { useCallback, useSyncExternalStore } from 'react'
import type { Player, PlayerState } from './player.ts'

/** A part of the player's state; renders only when that part changes. */
export function usePlayer<Part>(player: Player, part: (state: PlayerState) => Part): Part {
  const subscribe = useCallback((listener: () => void) => player.subscribe(listener), [player])
  return useSyncExternalStore(subscribe, () => part(player.state))
}

/** The position in whole steps of `stepMs`, so that a clock renders once per step rather than every frame. */
export function usePosition(player: Player, stepMs: number): number {
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  return useSyncExternalStore(subscribe, () => Math.floor(player.positionMs / stepMs) * stepMs)
}
