import { tracksOfWords } from '../tracks/track-ids.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'

/** A word of a transcript with its position. */
export interface PlacedWord {
  readonly word: Word
  /** Index of its paragraph, and in it. */
  readonly paragraph: number
  readonly index: number
  readonly speakerId: string | null
}

/** The spoken words of a source in a transcript, in reading order. */
export type WordsOfSource = (source: number) => readonly PlacedWord[]

/**
 * The words of each source in the transcript of its recording, whose tracks are the sources in order.
 * @param sources number of sources
 */
export function wordsOfSources(transcript: Transcript, sources: number): WordsOfSource {
  const { settings } = transcript.run
  const all: PlacedWord[] = transcript.paragraphs.flatMap(({ kind, words, speakerId }, paragraph) =>
    kind === 'speech' ? words.map((word, index) => ({ word, paragraph, index, speakerId })) : [],
  )
  if (settings.tracks === 'all' && sources > 1) {
    const tracks = tracksOfWords(all.map(({ word }) => word))
    const bySource = new Map<number, PlacedWord[]>()
    for (const [index, word] of all.entries()) {
      const track = tracks[index] ?? 0
      const own = bySource.get(track) ?? []
      own.push(word)
      bySource.set(track, own)
    }
    return (source) => bySource.get(source) ?? []
  }
  const track = Number(settings.track ?? 0)
  return (source) => (sources > 1 && track !== source ? [] : all)
}
