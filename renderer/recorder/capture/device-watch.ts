import type { SourceRole } from '#core/recording/journal-entry'
import type { Meter } from './level-meter.ts'

/** No sound for this long: the device hangs, or the system lost it without an event. */
const NO_BLOCK_MS = 2_000
/** A microphone always has some noise: exact zeros for this long mean that it is not working. */
const ZEROS_MS = 5_000

export interface WatchedDevice {
  readonly role: SourceRole
  readonly meter: Meter
  /** The track has ended. */
  readonly hasEnded: boolean
  /** The label of its track is in the system's list of inputs; true if that cannot be checked. */
  readonly isListed: boolean
  /** It was reopened because of zeros that still last: once is enough, as it may be switched off by hand. */
  readonly wasReopenedForZeros: boolean
}

export type DeviceTrouble = 'gone' | 'stalled' | 'zeros'

/** Why a device has to be reopened; null if it need not be. */
export function deviceTrouble(device: WatchedDevice, nowMs: number): DeviceTrouble | null {
  const { role, meter, hasEnded, isListed, wasReopenedForZeros } = device
  if (hasEnded || !isListed) return 'gone'
  if (nowMs - meter.lastBlockMs > NO_BLOCK_MS) return 'stalled'
  const isZero = meter.zeroSinceMs !== null && nowMs - meter.zeroSinceMs > ZEROS_MS
  // The computer's sound is exactly zero while nothing plays.
  return role === 'microphone' && isZero && !wasReopenedForZeros ? 'zeros' : null
}

/**
 * Whether an open device that should deliver sound delivers none, in which case nothing may claim that it is
 * recorded. A computer's sound is silent while nothing plays; a microphone has noise from the first moment.
 */
export function isWithoutSound(role: SourceRole, meter: Meter | undefined, nowMs: number): boolean {
  if (meter === undefined || nowMs - meter.lastBlockMs > NO_BLOCK_MS) return true
  if (role === 'system' || meter.zeroSinceMs === null) return false
  return !meter.hasSounded || nowMs - meter.zeroSinceMs > ZEROS_MS
}

export interface KnownInput {
  readonly deviceId: string
  readonly label: string
}

/** The replacement for a device: the one with the same label, else the system's default, else any. */
export function replacementOf(label: string, inputs: readonly KnownInput[]): KnownInput | null {
  return (
    inputs.find((input) => input.label === label) ??
    inputs.find(({ deviceId }) => deviceId === 'default') ??
    inputs[0] ??
    null
  )
}
