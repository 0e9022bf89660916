import { driftsToEnglish } from '../models/defects/english-drift.ts'
import type { Word } from '../transcript/transcript.ts'
import { comparableWords } from '../words/comparable.ts'
import type { Decoded } from '../words/decoded.ts'
import { findRejection } from '../words/rejection.ts'
import type { ChunkEvidence } from './evidence.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/** The stored results of decoding a chunk. */
export interface ReadChunk extends TimeSpan {
  /** Duration of the certain speech in it. */
  readonly speechSeconds: number
  readonly cutAtStart: boolean
  readonly cutAtEnd: boolean
  /** The first decode; null when the engine failed on it. */
  readonly first: Decoded | null
  /**
   * The language that decodes should be in, if the model may drift into English because it cannot be given
   * the language.
   */
  readonly driftsFrom?: string | undefined
  /** Other decodes of the same sound: with other edges, in two halves. */
  readonly others: readonly (readonly Decoded[])[]
}

/**
 * Compares the decodes of a chunk with its text, which may have words of each of them; a decode with exactly the same
 * words is no evidence against it.
 * @param words of the transcript, in order of time
 */
export function decodeEvidence(chunks: readonly ReadChunk[], words: readonly Word[]): ChunkEvidence[] {
  let next = 0
  return chunks.map((chunk): ChunkEvidence => {
    const { startMs, endMs, cutAtStart, cutAtEnd, first, others, speechSeconds, driftsFrom } = chunk
    const own: string[] = []
    for (let word = words[next]; word !== undefined && middleOf(word) < endMs; word = words[++next]) {
      if (middleOf(word) >= startMs) own.push(...comparableWords(word.text))
    }
    const retried = first === null ? null : findRejection([first], speechSeconds)
    const isDrifted = first !== null && driftsFrom !== undefined && driftsToEnglish(first.text, driftsFrom)
    // A rejected decode, above all runaway text, is not a second opinion.
    const readings = [...(first === null ? [] : [[first]]), ...others].filter(
      (reading) => findRejection(reading, NO_SPEECH) === null,
    )
    const otherTexts = textsOfOthers(own, readings)
    return {
      startMs,
      endMs,
      ...(readings.length > 1 ? { readings: readings.length } : {}),
      ...(otherTexts.length === 0 ? {} : { otherTexts }),
      ...(retried === null ? {} : { retried }),
      ...(isDrifted ? { driftedTo: 'en' } : {}),
      ...(cutAtStart ? { cutAtStart } : {}),
      ...(cutAtEnd ? { cutAtEnd } : {}),
    }
  })
}

/** Disables the check for empty text: an empty decode is dropped separately. */
const NO_SPEECH = 0

function middleOf(word: Word): number {
  return (word.startMs + word.endMs) / 2
}

/** The distinct texts of all decodes whose words differ from the transcript's. */
function textsOfOthers(own: readonly string[], readings: readonly (readonly Decoded[])[]): string[] {
  const ownKey = own.join(' ')
  const byWords = new Map<string, string>()
  for (const reading of readings) {
    const text = reading.map((decoded) => decoded.text).join(' ')
    const key = comparableWords(text).join(' ')
    // An empty text is not a different wording.
    if (key !== '' && !byWords.has(key)) byWords.set(key, text)
  }
  // A single decode is the source of the text, whatever a person has changed since.
  if (byWords.size < 2) return []
  return [...byWords].filter(([key]) => key !== ownKey).map(([, text]) => text)
}
