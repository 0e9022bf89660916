import { freeBytes } from '../files/free-space.ts'
import { RECORDING_RATE } from '#core/recording/block'
import { BYTES_PER_FRAME } from './wav-header.ts'

/** The writer looks at the free room so often. */
export const LOOK_EVERY_MS = 10_000
/** With less room than this a person is warned: once, and again after there was more. */
export const WARN_SECONDS = 30 * 60
/** Less room than for two looks: the recording ends while it can still end well. */
export const LEAST_SECONDS = 2 * (LOOK_EVERY_MS / 1000)

/** Bytes that a second of recording takes. */
export function bytesPerSecond(sources: number): number {
  return sources * RECORDING_RATE * BYTES_PER_FRAME
}

/** How many seconds fit on the disk. */
export async function roomInSeconds(folder: string, sources: number): Promise<number> {
  return (await freeBytes(folder)) / bytesPerSecond(sources)
}
