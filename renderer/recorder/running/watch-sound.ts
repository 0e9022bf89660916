import type { Meter } from '../capture/level-meter.ts'
import { type Notice, noticeId, withNotice, withoutNotice } from './notice.ts'
import type { Running } from './recorder-store.ts'
import type { SourceSlot } from './source-slot.ts'

/** A source that is silent for this long is reported. */
export const SILENT_FOR_MS = 120_000
/** Clipping is reported from this many times on. */
const CLIPPED_TIMES = 3

/**
 * The notices of a recording for the current meters: about silence, which disappear by themselves, and about
 * clipping.
 */
export function watchSound(
  { notices, dismissed, inputs, clock }: Pick<Running, 'notices' | 'dismissed' | 'inputs' | 'clock'>,
  slots: readonly SourceSlot[],
  meters: ReadonlyMap<number, Meter>,
  nowMs: number,
): readonly Notice[] {
  const isPaused = clock.pausedSinceMs !== null
  return inputs.reduce((all, input) => {
    const isOpen = slots.some((slot) => slot.input === input && slot.state === 'on')
    const meter = meters.get(input)
    if (meter === undefined) return all
    const { silentSinceMs: since, clips } = meter
    const isSilent = isOpen && !isPaused && since !== null && nowMs - since >= SILENT_FOR_MS
    const silent: Notice = { kind: 'silent', input, sinceMs: since ?? nowMs }
    const next =
      isSilent && dismissed[noticeId(silent)] !== since
        ? withNotice(all, silent)
        : withoutNotice(all, noticeId(silent))
    const times = clips - (dismissed[`clipped-${input}`] ?? 0)
    return times >= CLIPPED_TIMES ? withNotice(next, { kind: 'clipped', input, times }) : next
  }, notices)
}

/** Stored when a notice is dismissed, so that it only reappears for something new. */
export function dismissedAs(notice: Notice, meters: ReadonlyMap<number, Meter>): number {
  if (notice.kind === 'silent') return notice.sinceMs
  return notice.kind === 'clipped' ? (meters.get(notice.input)?.clips ?? 0) : 0
}
