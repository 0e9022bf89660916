import { comparableText } from './comparable-text.ts'
import { alignWords } from './word-errors.ts'
import type { TimedWord } from './word-starts.ts'

/** Where a word of the reference was lost. */
export const lossStages = ['overlap', 'no region', 'not chosen', 'empty', 'edge', 'inside a decode'] as const
export type LossStage = (typeof lossStages)[number]

/** Seconds. */
interface Stretch {
  readonly start: number
  readonly end: number
}

export interface HeardPassage extends Stretch {
  /** Texts of decodes that were not used in the transcript. */
  readonly otherTexts: readonly string[]
}

/** How a recording was transcribed; in order of time. */
export interface RecognizedRecording {
  readonly regions: readonly Stretch[]
  readonly passages: readonly HeardPassage[]
  readonly words: readonly TimedWord[]
  /** Turns of the reference, if annotated. */
  readonly turns: readonly (Stretch & { readonly speaker: string })[]
}

/** A word this close to a passage's edge was lost there. */
const EDGE_SECONDS = 0.5
/** Position in a word that is looked up: reference words only have a start. */
const INTO_WORD = 0.1

/** The reference's words missing in the text, by the stage that lost them. */
export function lostWords(
  reference: readonly TimedWord[],
  recognized: RecognizedRecording,
): ReadonlyMap<LossStage, number> {
  const said = reference.flatMap(({ text, start }) =>
    comparableText(text).map((word) => ({ word, at: start + INTO_WORD })),
  )
  const written = recognized.words.flatMap(({ text }) => comparableText(text))
  const lost = alignWords(
    said.map(({ word }) => word),
    written,
  ).flatMap((pair) => (pair.hypothesis === null ? [said[pair.reference ?? -1]] : []))
  const counts = new Map<LossStage, number>(lossStages.map((stage) => [stage, 0]))
  for (const one of lost) {
    if (one === undefined) continue
    const stage = stageOf(one.word, one.at, recognized)
    counts.set(stage, (counts.get(stage) ?? 0) + 1)
  }
  return counts
}

function stageOf(
  word: string,
  at: number,
  { regions, passages, words, turns }: RecognizedRecording,
): LossStage {
  const holds = ({ start, end }: Stretch): boolean => start <= at && at < end
  if (new Set(turns.filter(holds).map(({ speaker }) => speaker)).size > 1) return 'overlap'
  if (!regions.some(holds)) return 'no region'
  const passage = passages.find(holds)
  // A pause inside a passage that no region covers.
  if (passage === undefined) return 'no region'
  if (passage.otherTexts.some((text) => comparableText(text).includes(word))) return 'not chosen'
  if (!words.some(({ start }) => passage.start <= start && start < passage.end)) return 'empty'
  return at - passage.start < EDGE_SECONDS || passage.end - at < EDGE_SECONDS ? 'edge' : 'inside a decode'
}
