import { costsOfText, textSettings } from '#core/captions/cutting/text-costs'
import { linesCost } from '#core/captions/cutting/lines'
import { leastMsOf } from '#core/captions/costs/reading-time'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { CostTable } from '#core/captions/costs/cost-table'
import type { Captioned } from './caption-quality.ts'

/** Starts are tried in these steps, in ms. */
const STEP_MS = 20

export interface FewestProblems {
  readonly cues: number
  readonly broken: number
}

/** A cue that begins at a place and time. */
interface Begun extends FewestProblems {
  readonly startMs: number
}

/**
 * A lower bound for the number of cues with a problem: the minimum over any cutting and any times, and the
 * fewest cues that reach it. It covers all cuts that do not separate an article from its noun or the like,
 * starts as far from the words as the rules allow, and ends as late as the next cue allows; cues of two
 * voices and gaps are not considered.
 */
export function fewestProblems(
  { transcript, language, durationMs }: Captioned,
  rules: CaptionRules,
): FewestProblems {
  const settings = textSettings(transcript, rules, { durationMs, language })
  const { table } = costsOfText(transcript.paragraphs, transcript.marks, settings)
  const begun: Begun[][] = Array.from({ length: table.count }, () => [])
  begun[0] = startsAt(table, rules, 0).map((startMs) => ({ startMs, cues: 0, broken: 0 }))
  let best: FewestProblems = { cues: 0, broken: Infinity }
  for (let from = 0; from < table.count; from++) {
    for (const to of endsFrom(table, from)) {
      let words = 0
      for (let at = from; at < to; at++) words += table.wordCounts[at] ?? 0
      const neededMs = leastMsOf(table.lineLength(from, to), words, rules)
      const after = (before: Begun, untilMs: number): FewestProblems | null => {
        const shownMs = Math.min(untilMs - before.startMs, rules.maxDurationMs)
        if (shownMs <= 0) return null
        return { cues: before.cues + 1, broken: before.broken + (shownMs < neededMs ? 1 : 0) }
      }
      if (to === table.count) {
        for (const before of begun[from] ?? []) best = better(after(before, durationMs), best)
      } else {
        for (const startMs of startsAt(table, rules, to)) {
          let found: FewestProblems | null = null
          for (const before of begun[from] ?? []) found = better(after(before, startMs - rules.gapMs), found)
          if (found !== null) keep(begun[to] ?? [], { ...found, startMs })
        }
      }
    }
  }
  return best
}

function startsAt(table: CostTable, { startToleranceMs }: CaptionRules, place: number): number[] {
  const wordMs = table.startsMs[place] ?? 0
  const count = Math.floor(startToleranceMs / STEP_MS)
  return Array.from({ length: 2 * count + 1 }, (_, step) => wordMs + (step - count) * STEP_MS).filter(
    (ms) => ms >= 0,
  )
}

/**
 * Where a cue from a place may end: as long as its lines have room, and never between words that belong
 * together.
 */
function endsFrom(table: CostTable, from: number): number[] {
  const ends: number[] = []
  const { bound } = table.rules.costs.cueBreak
  for (let to = from + 1; to <= table.count; to++) {
    const last = to - 1
    const isOther = table.mustBreak[last] === 1 || table.voices[last] !== table.voices[from]
    if (last > from && isOther) break
    if (linesCost(table, from, to) === Infinity) break
    if (to === table.count || table.mustBreak[to] === 1 || (table.cueBreakCosts[to] ?? 0) < bound)
      ends.push(to)
  }
  return ends
}

function better<Other extends FewestProblems | null>(
  found: FewestProblems | null,
  known: Other,
): FewestProblems | Other {
  if (found === null) return known
  const isBetter =
    known === null ||
    found.broken < known.broken ||
    (found.broken === known.broken && found.cues < known.cues)
  return isBetter ? found : known
}

function keep(states: Begun[], state: Begun): void {
  const at = states.findIndex(({ startMs }) => startMs === state.startMs)
  const known = states[at]
  if (known === undefined) states.push(state)
  else if (better(state, known) === state) states[at] = state
}
