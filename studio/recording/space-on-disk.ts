import { freeBytes } from '../files/free-space.ts'
import { RECORDING_RATE } from '#core/recording/block'
import { BYTES_PER_FRAME } from './wav-header.ts'

/** How often the writer checks free space. */
export const LOOK_EVERY_MS = 10_000
/** With less space than this a person is warned: once, and again after there was more. */
export const WARN_SECONDS = 30 * 60
/** Space for fewer than two checks: the recording ends while it can still end properly. */
export const MIN_SECONDS = 2 * (LOOK_EVERY_MS / 1000)

/** Bytes per second of recording. */
export function bytesPerSecond(sources: number): number {
  return sources * RECORDING_RATE * BYTES_PER_FRAME
}

/** How many seconds fit on the disk. */
export async function secondsOfSpace(folder: string, sources: number): Promise<number> {
  return (await freeBytes(folder)) / bytesPerSecond(sources)
}
