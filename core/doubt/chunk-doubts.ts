import type { Word } from '../transcript/transcript.ts'
import { foldWord } from '../words/align/fold.ts'
import { pairTexts, type Stretch } from '../words/align/pairs.ts'
import { splitText } from '../words/align/split-text.ts'
import type { ChunkEvidence } from './evidence.ts'
import type { Doubt, DoubtReason } from './reasons.ts'

/** Doubts of one chunk. `words`: its recognised words that are still in the transcript, in order of time. */
export function chunkDoubts(chunk: ChunkEvidence, words: readonly Word[], language: string): Doubt[] {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return []
  const doubts = (chunk.otherTexts ?? []).flatMap((text) => differences(words, text, language))
  if (chunk.retried) doubts.push(spanOf(first, last, { reason: 'guard-retried', because: chunk.retried }))
  if (chunk.cutAtStart === true) {
    doubts.push(spanOf(first, first, { reason: 'chunk-edge', cutMs: chunk.startMs }))
  }
  if (chunk.cutAtEnd === true) doubts.push(spanOf(last, last, { reason: 'chunk-edge', cutMs: chunk.endMs }))
  return doubts
}

function spanOf(from: Word, to: Word, reason: DoubtReason): Doubt {
  return { fromWordId: from.id, toWordId: to.id, reasons: [reason] }
}

/** Where another decode of the same sound gave other words; case and punctuation are no difference. */
function differences(words: readonly Word[], otherText: string, language: string): Doubt[] {
  const others = splitText(otherText, language).map((piece) => piece.text.trim())
  const texts = words.map((word) => word.text.trim())
  const isAlike = (stretch: Stretch): boolean =>
    stretch.kind === 'equal' ||
    (stretch.kind === 'changed' &&
      foldWord(texts[stretch.oldFrom] ?? '') === foldWord(others[stretch.newFrom] ?? ''))
  return joined(pairTexts(texts, others).filter((stretch) => !isAlike(stretch))).map((stretch) => {
    const own = words.slice(stretch.oldFrom, stretch.oldTo)
    const between = own.length === 0
    const other = others.slice(stretch.newFrom, stretch.newTo).join(' ')
    const from = own[0] ?? words[Math.max(0, stretch.oldFrom - 1)]
    const to = own.at(-1) ?? words[Math.min(words.length - 1, stretch.oldFrom)]
    const reason = { reason: 'second-decode-differs', other, between } as const
    return { fromWordId: from?.id ?? '', toWordId: to?.id ?? '', reasons: [reason] }
  })
}

/** Differences that touch are one: the two texts part once and meet once. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of stretches) {
    const last = result.at(-1)
    const touches = last !== undefined && last.oldTo === stretch.oldFrom && last.newTo === stretch.newFrom
    if (touches) result[result.length - 1] = { ...last, oldTo: stretch.oldTo, newTo: stretch.newTo }
    else result.push(stretch)
  }
  return result
}
