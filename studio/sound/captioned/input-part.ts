import type { TimeSpan } from '#core/transcript/time-span'
import { ownZero } from '../own-zero.ts'
import type { Film } from './film.ts'

/**
 * Options before a film's input, so that its times count from its own clock's zero, or from the start of a
 * part. Copied pictures begin with the key frame before the part, decoded ones exactly at it.
 */
export function inputPart(film: Film, part: TimeSpan | undefined): readonly string[] {
  const zero = ownZero(film)
  if (part === undefined) return zero
  // ffmpeg seeks relative to the first packet, which may come after the container's zero.
  const lateSeconds = Number(zero[1] ?? 0)
  const [from, to] = [part.startMs / 1_000, part.endMs / 1_000]
  const seek = Math.max(0, from - lateSeconds)
  const offset = Math.max(0, lateSeconds - from)
  const length = Math.max(0, to - from - offset)
  return [
    ...(offset > 0 ? ['-itsoffset', offset.toFixed(3)] : []),
    '-ss',
    seek.toFixed(3),
    '-t',
    length.toFixed(3),
  ]
}

/** Options of the output of a part: ffmpeg copies the titles of later chapters unless its length is limited too. */
export const outputPart = (part: TimeSpan | undefined): readonly string[] =>
  part === undefined ? [] : ['-t', ((part.endMs - part.startMs) / 1_000).toFixed(3)]

/** The film as used to compute progress. */
export function filmOfPart(film: Film, part: TimeSpan | undefined): Film {
  return part === undefined
    ? film
    : { ...film, startSeconds: 0, durationSeconds: (part.endMs - part.startMs) / 1_000 }
}
