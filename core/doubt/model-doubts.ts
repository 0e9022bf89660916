import { findDifferences } from '../second-opinion/find-differences.ts'
import { unpackOpinion } from '../second-opinion/stored-opinion.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import type { OtherModelText } from './evidence.ts'
import type { SuspectSpan } from './reasons.ts'

/** Where another model has other words, ignoring case and punctuation; never where a person has decided. */
export function modelDoubts(transcript: Transcript, texts: readonly OtherModelText[]): SuspectSpan[] {
  return texts.flatMap(({ model, opinion }) =>
    findDifferences(transcript, unpackOpinion(opinion)).flatMap((difference): SuspectSpan[] => {
      const { now, words, markFromId, markToId, isByPerson, isKept } = difference
      if (isByPerson || isKept) return []
      const between = now.length === 0
      const ends = { fromWordId: markFromId, toWordId: markToId }
      const other = textOf(words)
      return [{ ...ends, reasons: [{ reason: 'other-model-differs', model, other, between, ...ends }] }]
    }),
  )
}

const textOf = (words: readonly Word[]): string =>
  words
    .map(({ before, text }) => before + text)
    .join('')
    .trim()
