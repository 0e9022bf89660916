import type { Word } from '../transcript/transcript.ts'
import type { ModelComparison } from './compare-models.ts'
import type { SuspectSpan } from './reasons.ts'

/** Where another model has other words; never where a person has decided. */
export function modelDoubts(comparisons: readonly ModelComparison[]): SuspectSpan[] {
  return comparisons.flatMap(({ model, differences }) =>
    differences.map(({ now, words, markFromId, markToId }): SuspectSpan => {
      const between = now.length === 0
      const ends = { fromWordId: markFromId, toWordId: markToId }
      const other = textOf(words)
      return { ...ends, reasons: [{ reason: 'other-model-differs', model, other, between, ...ends }] }
    }),
  )
}

const textOf = (words: readonly Word[]): string =>
  words
    .map(({ before, text }) => before + text)
    .join('')
    .trim()
