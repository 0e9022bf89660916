import type { TimeSpan } from '../transcript/time-span.ts'
import type { Word } from '../transcript/transcript.ts'
import type { DifferingPart, DifferingRun, PlacedWord } from './difference.ts'
import { middleOf } from './opinion.ts'

/** New words with shorter pauses stay together. */
const PAUSE_MS = 200

/** A place of a paragraph that can take words of a run. */
interface Slot extends DifferingPart, TimeSpan {
  readonly words: Word[]
}

/**
 * A run as parts of one paragraph each, in reading order: new words go to the part nearest in time. Empty if
 * the transcript has no words.
 */
export function splitAtParagraphs(run: DifferingRun): DifferingPart[] {
  const slots = slotsOf(run)
  if (slots.length === 0) return []
  let current = 0
  let endMs = -Infinity
  for (const word of run.words) {
    while (isNearer(word, slots[current], slots[current + 1], word.startMs - endMs)) current += 1
    slots[current]?.words.push(word)
    endMs = word.endMs
  }
  return slots.filter(({ from, to, words }) => to > from || words.length > 0)
}

/** Next to remaining words of the other paragraph, only after a pause. */
function isNearer(word: Word, slot: Slot | undefined, next: Slot | undefined, pauseMs: number): boolean {
  if (next === undefined || (next.to === next.from && pauseMs < PAUSE_MS)) return false
  return distance(next, word) < distance(slot, word)
}

function slotsOf({ now, before, after }: DifferingRun): Slot[] {
  const slots: Slot[] = []
  for (const group of groupsOf(now)) {
    const [first, last] = [group[0], group.at(-1)]
    if (first === undefined || last === undefined) continue
    slots.push({
      paragraph: first.paragraph,
      from: first.index,
      to: last.index + 1,
      words: [],
      startMs: first.word.startMs,
      endMs: last.word.endMs,
    })
  }
  const ends = (slot: Slot | undefined, near: PlacedWord | null): boolean =>
    slot?.paragraph === near?.paragraph
  // The words before and after are not part of the run: their paragraphs can take words next to them.
  if (before !== null && !ends(slots[0], before)) {
    const { paragraph, index, word } = before
    slots.unshift({
      paragraph,
      from: index + 1,
      to: index + 1,
      words: [],
      startMs: word.endMs,
      endMs: word.endMs,
    })
  }
  if (after !== null && !ends(slots.at(-1), after)) {
    const { paragraph, index, word } = after
    slots.push({ paragraph, from: index, to: index, words: [], startMs: word.startMs, endMs: word.startMs })
  }
  return slots
}

/** Consecutive words in one paragraph. */
function groupsOf(now: readonly PlacedWord[]): PlacedWord[][] {
  const groups: PlacedWord[][] = []
  for (const placed of now) {
    const last = groups.at(-1)?.at(-1)
    if (last?.paragraph === placed.paragraph && last.index + 1 === placed.index) groups.at(-1)?.push(placed)
    else groups.push([placed])
  }
  return groups
}

function distance(slot: TimeSpan | undefined, word: Word): number {
  if (slot === undefined) return Infinity
  const middle = middleOf(word)
  return Math.max(slot.startMs - middle, middle - slot.endMs, 0)
}
