import type { Difference } from '#core/second-opinion/difference'
import { type Transcript, transcriptWords } from '#core/transcript/transcript'
import { comparableText } from '../scoring/comparable-text.ts'
import { alignWords } from '../scoring/word-errors.ts'

/**
 * For each difference in which only the other text has words: whether the reference has a word there that the
 * transcript lacks, in the alignment with the fewest errors.
 */
export function judgeMissing(
  transcript: Transcript,
  differences: readonly Difference[],
  reference: string,
): boolean[] {
  const words = transcriptWords(transcript)
  const places = new Map(words.map(({ id }, place) => [id, place]))
  const written = words.flatMap(({ text }, place) => comparableText(text).map((part) => ({ part, place })))
  const lacking = new Set<number>()
  let before = -1
  const aligned = alignWords(
    comparableText(reference),
    written.map(({ part }) => part),
  )
  for (const { hypothesis } of aligned) {
    if (hypothesis === null) lacking.add(before)
    else before = written[hypothesis]?.place ?? before
  }
  return differences
    .filter(({ now }) => now.length === 0)
    .map(({ wordBeforeId, wordAfterId }) => {
      const [left, right] = [places.get(wordBeforeId ?? ''), places.get(wordAfterId ?? '')]
      return lacking.has(left ?? (right ?? 0) - 1)
    })
}
