import type { Word } from '../transcript/transcript.ts'
import { comparableWords } from '../words/comparable.ts'
import type { Decoded } from '../words/decoded.ts'
import { guard } from '../words/guard.ts'
import type { ChunkEvidence } from './evidence.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/** All that is left of how a chunk was read. */
export interface ReadChunk extends TimeSpan {
  /** How much sure speech it holds. */
  readonly speechSeconds: number
  readonly cutAtStart: boolean
  readonly cutAtEnd: boolean
  /** The first decode; null where the engine failed on it. */
  readonly first: Decoded | null
  /** Other readings of the same sound: with other edges, in two halves. */
  readonly others: readonly (readonly Decoded[])[]
}

/**
 * What the readings of a chunk say against its text, which may have words of each of them; a reading of the very same
 * words says nothing against it.
 * @param words of the transcript, in order of time
 */
export function decodeEvidence(chunks: readonly ReadChunk[], words: readonly Word[]): ChunkEvidence[] {
  let next = 0
  return chunks.map((chunk): ChunkEvidence => {
    const { startMs, endMs, cutAtStart, cutAtEnd, first, others, speechSeconds } = chunk
    const own: string[] = []
    for (let word = words[next]; word !== undefined && middleOf(word) < endMs; word = words[++next]) {
      if (middleOf(word) >= startMs) own.push(...comparableWords(word.text))
    }
    const retried = first === null ? null : guard([first], speechSeconds)
    // What the guard refuses, runaway text above all, is no second opinion.
    const readings = [...(first === null ? [] : [[first]]), ...others].filter(
      (reading) => guard(reading, NO_SPEECH) === null,
    )
    const otherTexts = textsOfOthers(own, readings)
    return {
      startMs,
      endMs,
      ...(readings.length > 1 ? { readings: readings.length } : {}),
      ...(otherTexts.length === 0 ? {} : { otherTexts }),
      ...(retried === null ? {} : { retried }),
      ...(cutAtStart ? { cutAtStart } : {}),
      ...(cutAtEnd ? { cutAtEnd } : {}),
    }
  })
}

/** An empty reading is none; that it is empty is not the guard's to say here. */
const NO_SPEECH = 0

function middleOf(word: Word): number {
  return (word.startMs + word.endMs) / 2
}

/** The texts of all readings whose words are not those of the transcript, each once. */
function textsOfOthers(own: readonly string[], readings: readonly (readonly Decoded[])[]): string[] {
  const ownKey = own.join(' ')
  const byWords = new Map<string, string>()
  for (const reading of readings) {
    const text = reading.map((decoded) => decoded.text).join(' ')
    const key = comparableWords(text).join(' ')
    // Nothing said is no other wording.
    if (key !== '' && !byWords.has(key)) byWords.set(key, text)
  }
  // One reading alone is where the text came from, whatever a person made of it since.
  if (byWords.size < 2) return []
  return [...byWords].filter(([key]) => key !== ownKey).map(([, text]) => text)
}
