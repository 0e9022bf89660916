import type { Cue } from '#core/captions/cues'
import type { TimeSpan } from '#core/transcript/time-span'

/** Whether a caption overlaps the part that a trimmed recording keeps; null: all of it is kept. */
export const isInPart = (
  { startMs, endMs }: Pick<Cue, 'startMs' | 'endMs'>,
  part: TimeSpan | null,
): boolean => part === null || (endMs > part.startMs && startMs < part.endMs)
