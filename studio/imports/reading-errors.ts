import type { AddedFile } from '#contracts/calls/recordings'
import type { Correction } from '#core/formats/format'
import { droppedIn } from '#core/formats/reading/dropped-content'

/** How often something was corrected in reading a file, and what was left out; nothing for a file without errors. */
export function readingErrors(
  corrections: readonly Correction[],
): Pick<AddedFile, 'corrections' | 'dropped'> {
  if (corrections.length === 0) return {}
  const dropped = droppedIn(corrections)
  return { corrections: corrections.length, ...(dropped.length === 0 ? {} : { dropped }) }
}
