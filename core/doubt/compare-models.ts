import type { Difference } from '../second-opinion/difference.ts'
import { differencesOutside } from './differences-outside.ts'
import { findDifferences } from '../second-opinion/find-differences.ts'
import { isIn, middleOf, type Opinion } from '../second-opinion/opinion.ts'
import { unpackOpinion } from '../second-opinion/stored-opinion.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { tracksOfWords } from '../tracks/track-ids.ts'
import type { DoubtEvidence } from './evidence.ts'
import { leftOutTimes } from './left-out-times.ts'
import { firstStartingFrom } from './time-index.ts'

/** A transcript beside what another model recognized. */
export interface ModelComparison {
  /** The model's name. */
  readonly model: string
  /**
   * Where it has other words, ignoring case and punctuation; neither where a person has decided nor in redacted or cut
   * sound.
   */
  readonly differences: readonly Difference[]
  /** Ids of the words that were compared, the differing ones included. */
  readonly compared: ReadonlySet<string>
}

/** Compares a transcript with what other models recognized of its recording. */
export function compareModels(
  transcript: Transcript,
  { opinions = [], removed = [] }: Pick<DoubtEvidence, 'opinions' | 'removed'>,
): readonly ModelComparison[] {
  if (opinions.length === 0) return []
  const leftOut = leftOutTimes(transcript)
  return opinions.map(({ model, opinion: stored }) => {
    const opinion = unpackOpinion(stored)
    const differences: Difference[] = []
    const compared = comparedWords(transcript, opinion, leftOut)
    const found = findDifferences(transcript, opinion, { removed })
    const outside = new Set(differencesOutside(transcript, found, leftOut))
    for (const each of found) {
      if (!each.isByPerson && !each.isKept && outside.has(each)) differences.push(each)
      else for (const { id } of each.now) compared.delete(id)
    }
    return { model, differences, compared }
  })
}

/** The recognized words of the parts that were wanted and recognized, on the tracks that were. */
function comparedWords(
  { paragraphs }: Transcript,
  { wanted, texts }: Opinion,
  leftOut: readonly TimeSpan[],
): Set<string> {
  const words = paragraphs.filter(({ kind }) => kind === 'speech').flatMap((paragraph) => paragraph.words)
  const tracks = texts.some(({ track }) => track !== null) ? tracksOfWords(words) : null
  const parts = wanted.toSorted((a, b) => a.startMs - b.startMs)
  return new Set(
    words
      .filter(
        (word, index) =>
          word.origin === 'recognised' &&
          holds(parts, word) &&
          !holds(leftOut, word) &&
          texts.some(
            ({ track, spans }) => (track === null || tracks?.[index] === track) && holds(spans, word),
          ),
      )
      .map(({ id }) => id),
  )
}

/** Whether the middle of a word is in one of the spans, which are in order and do not overlap. */
function holds(spans: readonly TimeSpan[], word: Word): boolean {
  const span = spans[firstStartingFrom(spans, middleOf(word) + 0.5) - 1]
  return span !== undefined && isIn(word, span)
}
