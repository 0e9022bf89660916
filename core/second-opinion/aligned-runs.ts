import type { TimeSpan } from '../transcript/time-span.ts'
import type { Word } from '../transcript/transcript.ts'
import { alignTexts } from '../words/align/align.ts'
import type { DifferingRun, PlacedWord } from './difference.ts'
import { isIn, middleOf } from './opinion.ts'

/**
 * Words of the two texts that begin further apart are not the same words: models without word times are this
 * exact.
 */
const FARTHEST_MS = 5_000

/**
 * Runs in which two texts of a span differ, in order of time. `writing`: words that differ only in case and
 * punctuation count too, each separately.
 * @param all words of the transcript in reading order, including those outside of the span
 * @param words of the second text in the span, in order of time
 */
export function alignedRuns(
  all: readonly PlacedWord[],
  words: readonly Word[],
  span: TimeSpan,
  writing: boolean,
): DifferingRun[] {
  const within = [...all.keys()].filter((index) => isIn((all[index] as PlacedWord).word, span))
  const olds = within.map((index) => all[index] as PlacedWord)
  const firstAfter = all.findIndex(({ word }) => middleOf(word) >= span.endMs)
  const start = within[0] ?? (firstAfter < 0 ? all.length : firstAfter)
  const end = (within.at(-1) ?? start - 1) + 1
  const runs: DifferingRun[] = []
  const add = (oldFrom: number, oldTo: number, newFrom: number, newTo: number): void => {
    if (oldFrom === oldTo && newFrom === newTo) return
    runs.push({
      now: olds.slice(oldFrom, oldTo),
      words: words.slice(newFrom, newTo),
      before: olds[oldFrom - 1] ?? all[start - 1] ?? null,
      after: olds[oldTo] ?? all[end] ?? null,
    })
  }
  let oldFrom = 0
  let newFrom = 0
  const textOf = ({ text }: Word): string => text.trim()
  for (const match of alignTexts(
    olds.map(({ word }) => textOf(word)),
    words.map(textOf),
  )) {
    const [old, other] = [olds[match.old]?.word, words[match.new]]
    if (old === undefined || other === undefined || Math.abs(old.startMs - other.startMs) > FARTHEST_MS)
      continue
    add(oldFrom, match.old, newFrom, match.new)
    // One word each, which stays in its paragraph.
    if (writing && !match.exact) {
      runs.push({ now: [olds[match.old] as PlacedWord], words: [other], before: null, after: null })
    }
    oldFrom = match.old + 1
    newFrom = match.new + 1
  }
  add(oldFrom, olds.length, newFrom, words.length)
  return runs
}
