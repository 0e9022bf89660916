import type { Word } from '../transcript/transcript.ts'
import { alignTexts } from '../words/align/align.ts'
import { comparableWords } from '../words/comparable.ts'
import type { Decoded } from '../words/decoded.ts'
import { guard } from '../words/guard.ts'
import type { ChunkEvidence, TimeSpan } from './evidence.ts'

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
 * What the readings of a chunk say against its text. Which of them the text came from shows by the text itself;
 * readings of the same words say nothing.
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
    const readings = [...(first === null ? [] : [[first]]), ...others]
    const otherTexts = textsOfOthers(own, readings)
    return {
      startMs,
      endMs,
      ...(otherTexts.length === 0 ? {} : { otherTexts }),
      ...(retried === null ? {} : { retried }),
      ...(cutAtStart ? { cutAtStart } : {}),
      ...(cutAtEnd ? { cutAtEnd } : {}),
    }
  })
}

function middleOf(word: Word): number {
  return (word.startMs + word.endMs) / 2
}

/** The texts of all readings but the one that stayed, each once. */
function textsOfOthers(own: readonly string[], readings: readonly (readonly Decoded[])[]): string[] {
  const byWords = new Map<string, { readonly words: string[]; readonly text: string }>()
  for (const reading of readings) {
    const text = reading.map((decoded) => decoded.text).join(' ')
    const words = comparableWords(text)
    const key = words.join(' ')
    // Nothing said is no other wording.
    if (words.length > 0 && !byWords.has(key)) byWords.set(key, { words, text })
  }
  if (byWords.size < 2) return []
  const texts = [...byWords.values()].map(({ words, text }) => ({ text, likeness: likeness(own, words) }))
  const nearest = texts.reduce((best, each) => (each.likeness > best.likeness ? each : best))
  return texts.filter((each) => each !== nearest).map(({ text }) => text)
}

/** 1 for the same words, 0 for none in common. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const both = a.length + b.length
  return both === 0 ? 1 : (2 * alignTexts(a, b).length) / both
}
