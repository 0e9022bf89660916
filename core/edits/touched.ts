import type { Transcript } from '../transcript/transcript.ts'
import { changedRun } from './changed-run.ts'

/** What an edit changed and therefore has to be stored, sent and drawn again. */
export interface Touched {
  /** Paragraphs that changed, were added or were removed, in reading order, the removed ones last. */
  readonly paragraphIds: readonly string[]
  readonly speakers: boolean
  readonly turns: boolean
  readonly marks: boolean
  readonly captionRules: boolean
  readonly fillers: boolean
  readonly numbers: boolean
  readonly captionTiming: boolean
}

export function touchedBetween(before: Transcript, after: Transcript): Touched {
  const run = changedRun(before, after)
  const known = new Set(run.before)
  const afterIds = new Set(run.after.map((paragraph) => paragraph.id))
  const changed = run.after.filter((paragraph) => !known.has(paragraph))
  const gone = run.before.filter((paragraph) => !afterIds.has(paragraph.id))
  return {
    paragraphIds: [...changed, ...gone].map((paragraph) => paragraph.id),
    speakers: !sameItems(before.speakers, after.speakers),
    turns: !sameItems(before.turns, after.turns),
    marks: !sameItems(before.marks, after.marks),
    captionRules: before.captionRules !== after.captionRules,
    fillers: before.fillers !== after.fillers,
    numbers: before.numbers !== after.numbers,
    captionTiming: before.captionTiming !== after.captionTiming,
  }
}

function sameItems(before: readonly object[], after: readonly object[]): boolean {
  return before === after || (before.length === after.length && before.every((item, i) => item === after[i]))
}
