import { assignSpeakers } from '../paragraphs/assign-speakers.ts'
import type { SpeakerSegment, Word } from '../transcript/transcript.ts'
import { tracksOfWords } from './track-ids.ts'

/**
 * The speaker of each word, among those who speak on the word's own track; null if unknown.
 * @param words in order of time within each track
 * @param turnsOf turns of a track
 * @param language ISO 639-1
 */
export function assignTrackSpeakers(
  words: readonly Word[],
  turnsOf: (track: number) => readonly SpeakerSegment[],
  language: string,
): (string | null)[] {
  const tracks = tracksOfWords(words)
  const speakers = words.map((): string | null => null)
  for (const track of new Set(tracks)) {
    const indices = [...tracks.keys()].filter((index) => tracks[index] === track)
    const own = indices.map((index) => words[index] as Word)
    for (const [at, speakerId] of assignSpeakers(own, turnsOf(track), language).entries())
      speakers[indices[at] as number] = speakerId
  }
  return speakers
}
