/** The container's name by ffmpeg, and where its own clock starts, seconds. */
interface ContainerClock {
  readonly container: string
  readonly startSeconds: number
}

/** If a container's clock starts later than this (a recorded broadcast), time counts from its first sample. */
const MAX_START_SECONDS = 600

/**
 * Options before an input. ffmpeg counts from the first packet of a file; players count MP4 and Matroska from the
 * container's zero. Times of the transcript must match those shown by a player.
 */
export function ownZero(source: ContainerClock): string[] {
  return keepsZero(source) ? ['-itsoffset', String(source.startSeconds)] : []
}

/**
 * The same for a picture alone: sound may begin before the container's zero, as that of AAC and Opus does in Matroska,
 * and ffmpeg would count the picture from there.
 */
export function pictureZero({ container, startSeconds }: ContainerClock): string[] {
  const isMoved = hasZero(container) && startSeconds !== 0 && startSeconds <= MAX_START_SECONDS
  return isMoved ? ['-itsoffset', String(startSeconds)] : []
}

/** Where the recording's time 0 is on the container's clock, seconds. */
export const ownZeroSeconds = ({ container, startSeconds }: ContainerClock): number =>
  hasZero(container) && startSeconds <= MAX_START_SECONDS ? 0 : startSeconds

function keepsZero({ container, startSeconds }: ContainerClock): boolean {
  const late = startSeconds > 0 && startSeconds <= MAX_START_SECONDS
  return hasZero(container) && late
}

const hasZero = (container: string): boolean => /matroska|mov/u.test(container)
