import type { Probe } from './probe.ts'

/** If a container's clock starts later than this (a recorded broadcast), time counts from its first sample. */
const MAX_START_SECONDS = 600

/**
 * Options before an input. ffmpeg counts from the first packet of a file; players count MP4 and Matroska from the
 * container's zero. Times of the transcript must match those shown by a player.
 */
export function ownZero({ container, startSeconds }: Pick<Probe, 'container' | 'startSeconds'>): string[] {
  const keepsZero = /matroska|mov/u.test(container)
  const late = startSeconds > 0 && startSeconds <= MAX_START_SECONDS
  return keepsZero && late ? ['-itsoffset', String(startSeconds)] : []
}
