import type { Transcript, SpeakerSegment, Word } from '../transcript/transcript.ts'
import { type BandShares, bandSharesOf } from '../words/band-shares.ts'
import type { Band } from '../words/decoded.ts'
import { wordsOfChunks } from './chunk-words.ts'
import { compareModels, type ModelComparison } from './compare-models.ts'
import { differingWords } from './differences.ts'
import type { ChunkEvidence, DoubtEvidence } from './evidence.ts'
import { overlappedWords } from './sound-doubts.ts'
import { bandOfConfidence } from './text-doubts.ts'

/** The traits of a recognized word that predict how likely it is wrong. */
export interface WordTraits {
  /** How unsure the model was; null when it provides no confidence. */
  readonly band: Band | null
  /** Mean doubt (1 minus the confidence) of the words around it, 0 to 1; null when the model provides no confidence. */
  readonly company: number | null
  /** Share of the words around it that another decode contradicts, 0 to 1. */
  readonly disputed: number
  /** Whether another decode of the passage has the same word here. */
  readonly other: 'same' | 'differs' | 'unread'
  /** Whether another model has the same word here: one that has another, or none, counts. */
  readonly model: 'agrees' | 'differs' | 'unread'
  /** First or last word of its passage. */
  readonly isAtEdge: boolean
  /** Mostly spoken while two or more people speak. */
  readonly isOverlapped: boolean
}

/** Neighboring words on either side that count (of 3 to 8, as good as any; docs/engine.md, "Doubt"). */
const AROUND = 5

/**
 * The traits of all recognized words of speech.
 * @param comparisons with the other models' texts in the evidence
 * @returns by the word's id
 */
export function wordTraits(
  transcript: Transcript,
  evidence: DoubtEvidence = {},
  comparisons: readonly ModelComparison[] = compareModels(transcript, evidence),
): Map<string, WordTraits> {
  const speech = transcript.paragraphs.filter((paragraph) => paragraph.kind === 'speech')
  const words = speech.flatMap((paragraph) => paragraph.words).sort((a, b) => a.startMs - b.startMs)
  const readings = readingsOf(words, evidence.chunks ?? [], transcript.language)
  const models = agreements(comparisons)
  const overlapped = overlappedOf(words, transcript.turns)
  const shares = bandSharesOf(transcript.run)
  const doubts = new Means(words.map((word) => doubtOf(word)))
  const disputes = new Means(words.map(({ id }) => (readings.differing.has(id) ? 1 : 0)))
  return new Map(
    words.flatMap((word, index): [string, WordTraits][] => {
      if (word.origin !== 'recognised') return []
      const { id } = word
      const other = readings.differing.has(id) ? 'differs' : readings.readAgain.has(id) ? 'same' : 'unread'
      return [
        [
          id,
          {
            band: bandOf(word, shares),
            company: doubts.around(index, AROUND),
            disputed: disputes.around(index, AROUND) ?? 0,
            other,
            model: models.get(id) ?? 'unread',
            isAtEdge: readings.atEdge.has(id),
            isOverlapped: overlapped.has(id),
          },
        ],
      ]
    }),
  )
}

function bandOf({ confidence }: Word, shares: BandShares): Band | null {
  return confidence === null ? null : bandOfConfidence(confidence, shares)
}

/**
 * For a word that a person changed: the doubt of the original words, so that a correction does not change the
 * values of its neighbors.
 */
function doubtOf({ origin, confidence, was }: Word): number | null {
  const [former] = was ?? []
  const recognizedConfidence = origin === 'recognised' ? confidence : (former?.confidence ?? null)
  return recognizedConfidence === null ? null : 1 - recognizedConfidence
}

interface Readings {
  readonly differing: ReadonlySet<string>
  readonly readAgain: ReadonlySet<string>
  readonly atEdge: ReadonlySet<string>
}

function readingsOf(words: readonly Word[], chunks: readonly ChunkEvidence[], language: string): Readings {
  const differing = new Set<string>()
  const readAgain = new Set<string>()
  const atEdge = new Set<string>()
  for (const [chunk, own] of wordsOfChunks(words, chunks)) {
    for (const end of [own[0], own.at(-1)]) if (end !== undefined) atEdge.add(end.id)
    if ((chunk.readings ?? 1) > 1) for (const { id } of own) readAgain.add(id)
    for (const text of chunk.otherTexts ?? []) {
      for (const { id } of differingWords(own, text, language)) differing.add(id)
    }
  }
  return { differing, readAgain, atEdge }
}

/** By the word's id, of the words that were compared. */
function agreements(comparisons: readonly ModelComparison[]): ReadonlyMap<string, 'agrees' | 'differs'> {
  const found = new Map<string, 'agrees' | 'differs'>()
  for (const { compared } of comparisons) for (const id of compared) found.set(id, 'agrees')
  for (const { differences } of comparisons)
    for (const { now } of differences) for (const { id } of now) found.set(id, 'differs')
  return found
}

function overlappedOf(words: readonly Word[], turns: readonly SpeakerSegment[]): ReadonlySet<string> {
  return new Set(overlappedWords(words, turns).map(({ id }) => id))
}

/** Means over the values around each index; null values are skipped. */
class Means {
  readonly #values: readonly (number | null)[]
  readonly #sums: number[] = [0]
  readonly #counts: number[] = [0]

  constructor(values: readonly (number | null)[]) {
    this.#values = values
    for (const [index, value] of values.entries()) {
      this.#sums.push((this.#sums[index] ?? 0) + (value ?? 0))
      this.#counts.push((this.#counts[index] ?? 0) + (value === null ? 0 : 1))
    }
  }

  /** Excludes the value itself; null if there are none around it. */
  around(index: number, reach: number): number | null {
    const from = Math.max(0, index - reach)
    const to = Math.min(this.#values.length, index + reach + 1)
    const own = this.#values[index] ?? null
    const sum = (this.#sums[to] ?? 0) - (this.#sums[from] ?? 0) - (own ?? 0)
    const count = (this.#counts[to] ?? 0) - (this.#counts[from] ?? 0) - (own === null ? 0 : 1)
    return count === 0 ? null : sum / count
  }
}
