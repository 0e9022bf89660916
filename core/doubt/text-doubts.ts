import { foldWord } from '../words/align/fold.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'
import type { BandShares } from '../words/band-shares.ts'
import type { Band } from '../words/decoded.ts'
import type { SuspectSpan } from './reasons.ts'

const bands: readonly Band[] = [0, 1, 2, 3]

/** The band whose share of right words is nearest. `shares`: of the model that produced the word. */
export function bandOfConfidence(confidence: number, shares: BandShares): Band {
  let nearest: Band = 0
  for (const band of bands) {
    const isNearer = Math.abs(shares[band] - confidence) < Math.abs(shares[nearest] - confidence)
    if (isNearer) nearest = band
  }
  return nearest
}

/** Recognized words that the model was unsure of; adjacent ones of one band form one span. */
export function lowProbability(paragraph: Paragraph, shares: BandShares): SuspectSpan[] {
  const doubts: SuspectSpan[] = []
  const { words } = paragraph
  const bandOf = (word: Word | undefined): Band =>
    word === undefined || word.origin !== 'recognised' || word.confidence === null
      ? 0
      : bandOfConfidence(word.confidence, shares)
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from]
    const band = bandOf(first)
    if (first === undefined || band === 0) continue
    let last = first
    let confidence = first.confidence ?? 1
    for (let next = words[from + 1]; next !== undefined && bandOf(next) === band; next = words[from + 1]) {
      last = next
      confidence = Math.min(confidence, next.confidence ?? 1)
      from += 1
    }
    const reasons = [{ reason: 'low-probability', band, confidence }] as const
    doubts.push({ fromWordId: first.id, toWordId: last.id, reasons })
  }
  return doubts
}

// People do say a word two or three times; four times in a row is typical of a runaway recognizer.
const leastRepeats = 4
const longestRepeated = 12

/** Recognized words, single or as a phrase, repeated four times or more in a row. */
export function repetition(paragraph: Paragraph): SuspectSpan[] {
  const doubts: SuspectSpan[] = []
  const { words } = paragraph
  const keys = words.map((word) => foldWord(word.text))
  for (let from = 0; from < words.length;) {
    const found = repeatAt(keys, from)
    const run = found === null ? [] : words.slice(from, from + found.size * found.times)
    const first = run[0]
    const last = run.at(-1)
    if (found === null || !first || !last || run.some((word) => word.origin !== 'recognised')) {
      from += 1
      continue
    }
    const repeated = keys.slice(from, from + found.size).join(' ')
    const reasons = [{ reason: 'repetition', repeated, times: found.times }] as const
    doubts.push({ fromWordId: first.id, toWordId: last.id, reasons })
    from += run.length
  }
  return doubts
}

function repeatAt(keys: readonly string[], from: number): { size: number; times: number } | null {
  for (let size = 1; size <= longestRepeated; size += 1) {
    let end = from + size
    while (end < keys.length && keys[end] === keys[end - size]) end += 1
    const times = Math.floor((end - from) / size)
    if (times >= leastRepeats) return { size, times }
  }
  return null
}
