import type { TimeSpan } from '#core/transcript/time-span'
import { findWord } from '#core/edits/places'
import type { Transcript } from '#core/transcript/transcript'
import type { SurfaceSelection } from '../surface/surface.ts'

/** From the start of the first word to the end of the last; null if they were removed or have no duration. */
export function wordsSpan(
  transcript: Pick<Transcript, 'paragraphs'>,
  range: SurfaceSelection['range'],
): TimeSpan | null {
  if (range === null) return null
  const [first, last] = [range.fromWordId, range.toWordId].map((id) => {
    const place = findWord(transcript, id)
    return place === null ? undefined : transcript.paragraphs[place.paragraph]?.words[place.word]
  })
  if (first === undefined || last === undefined || last.endMs <= first.startMs) return null
  return { startMs: first.startMs, endMs: last.endMs }
}
