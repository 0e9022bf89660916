import type { Speaker } from '../../transcript/transcript.ts'
import { checkLimit } from './limits.ts'

/** The speaker of a file by name, added to `speakers` at its first occurrence. */
export function speakerNamed(name: string, speakers: Map<string, Speaker>): Speaker {
  const known = speakers.get(name)
  if (known !== undefined) return known
  checkLimit('speakers', speakers.size + 1)
  const speaker = { id: `s${speakers.size + 1}`, name, colour: speakers.size, groupId: null }
  speakers.set(name, speaker)
  return speaker
}
