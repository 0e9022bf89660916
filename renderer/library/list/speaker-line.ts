import type { TranscriptCard } from '#contracts/calls/recordings'
import type { Say } from '../../ui/words.tsx'

/** The speakers in one line: up to three names, else their number; null if no speakers were identified. */
export function speakerLine(speakers: TranscriptCard['speakers'], say: Say): string | null {
  const names = speakers.flatMap(({ name }) => (name === null ? [] : [name]))
  if (speakers.length === 0) return null
  if (names.length === 0 || names.length < speakers.length / 2)
    return say('library.speakers', { count: speakers.length })
  const rest = speakers.length - Math.min(3, names.length)
  const first = names.slice(0, 3)
  if (rest > 0) return say('library.and-more', { names: first.join(', '), count: rest })
  return first.join(', ')
}
