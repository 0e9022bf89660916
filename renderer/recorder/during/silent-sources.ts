import { isWithoutSound } from '../capture/device-watch.ts'
import type { Meter } from '../capture/level-meter.ts'
import type { Running } from '../running/recorder-store.ts'
import type { SourceSlot } from '../running/source-slot.ts'

/**
 * Sources of a recording that deliver no sound though they should: nothing may claim then that all is
 * recorded.
 */
export function silentSources(
  { inputs, clock, phase }: Pick<Running, 'inputs' | 'clock' | 'phase'>,
  slots: readonly SourceSlot[],
  meters: ReadonlyMap<number, Meter>,
  nowMs: number,
): readonly SourceSlot[] {
  if (clock.pausedSinceMs !== null || phase === 'stopping') return []
  return slots.filter(
    ({ input, role, state }) =>
      inputs.includes(input) &&
      state !== 'off' &&
      (state !== 'on' || isWithoutSound(role, meters.get(input), nowMs)),
  )
}
