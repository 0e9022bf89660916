import type { Word } from '../transcript/transcript.ts'
import { differences } from './differences.ts'
import type { ChunkEvidence } from './evidence.ts'
import type { DoubtReason, SuspectSpan } from './reasons.ts'

/**
 * Doubts of one chunk. Where a person has edited it, it no longer is what was decoded: then only differing readings
 * of recognized words are returned, so that a correction does not change the doubts next to it.
 * @param words its words that are still in the transcript, in order of time
 */
export function chunkDoubts(chunk: ChunkEvidence, words: readonly Word[], language: string): SuspectSpan[] {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const byPerson = new Set(words.filter(({ origin }) => origin !== 'recognised').map(({ id }) => id))
  const unlike = (chunk.otherTexts ?? []).flatMap((text) => differences(words, text, language))
  if (byPerson.size > 0) return unlike.filter((span) => isOfModel(span, words, byPerson))
  const doubts = [...unlike]
  if (chunk.retried) doubts.push(spanOf(first, last, { reason: 'guard-retried', because: chunk.retried }))
  if (chunk.driftedTo !== undefined) {
    const reason = { reason: 'wrong-language', detected: chunk.driftedTo, expected: language } as const
    doubts.push(spanOf(first, last, reason))
  }
  if (chunk.cutAtStart === true) {
    doubts.push(spanOf(first, first, { reason: 'chunk-edge', cutMs: chunk.startMs }))
  }
  if (chunk.cutAtEnd === true) doubts.push(spanOf(last, last, { reason: 'chunk-edge', cutMs: chunk.endMs }))
  return doubts
}

function isOfModel(
  { fromWordId, toWordId, reasons }: SuspectSpan,
  words: readonly Word[],
  byPerson: ReadonlySet<string>,
): boolean {
  // The other reading may contain exactly what the person removed between two words.
  if (reasons.some((reason) => reason.reason === 'second-decode-differs' && reason.between)) return false
  const from = words.findIndex(({ id }) => id === fromWordId)
  const to = words.findIndex(({ id }) => id === toWordId)
  return words.slice(from, to + 1).every(({ id }) => !byPerson.has(id))
}

function spanOf(from: Word, to: Word, reason: DoubtReason): SuspectSpan {
  return { fromWordId: from.id, toWordId: to.id, reasons: [reason] }
}
