import type { TimeSpan } from '#core/transcript/time-span'
import { ownZero } from '../own-zero.ts'
import type { Film } from './film.ts'

/**
 * Options before a film's input, so that its times count from the zero of its own clock, or from the start of a part.
 * Copied pictures begin with the key frame before the part, decoded ones exactly with it.
 */
export function inputPart(film: Film, part: TimeSpan | undefined): readonly string[] {
  const zero = ownZero(film)
  if (part === undefined) return zero
  // ffmpeg seeks from the first packet, which a container may place after its zero.
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

/** Whether something of the film lies before a part of it. */
export const beginsInside = (part: TimeSpan | undefined): boolean => (part?.startMs ?? 0) > 0

/** The film as far as its progress is counted. */
export function filmOfPart(film: Film, part: TimeSpan | undefined): Film {
  return part === undefined
    ? film
    : { ...film, startSeconds: 0, durationSeconds: (part.endMs - part.startMs) / 1_000 }
}
