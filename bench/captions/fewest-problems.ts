import { trackOf, trackSettings } from '#core/captions/caption-track'
import { linesCost } from '#core/captions/lines'
import { leastMsOf } from '#core/captions/reading-time'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Track } from '#core/captions/track'
import type { Captioned } from './caption-quality.ts'

/** Starts are tried in these steps, in ms. */
const STEP_MS = 20

export interface FewestProblems {
  readonly cues: number
  readonly broken: number
}

/** A cue that begins at a place, and when. */
interface Begun extends FewestProblems {
  readonly startMs: number
}

/**
 * A lower bound for the cues with a problem: the fewest that any cutting and any times could leave, and the fewest cues
 * with which that is reached. Tried are all cuts that do not part an article and its noun or the like, starts as far
 * from the words as the rules allow, and ends as late as the next cue allows; not cues of two voices, and gaps do not count.
 */
export function fewestProblems(
  { transcript, language, durationMs }: Captioned,
  rules: CaptionRules,
): FewestProblems {
  const settings = trackSettings(transcript, rules, { durationMs, language })
  const { track } = trackOf(transcript.paragraphs, transcript.marks, settings)
  const begun: Begun[][] = Array.from({ length: track.count }, () => [])
  begun[0] = startsAt(track, rules, 0).map((startMs) => ({ startMs, cues: 0, broken: 0 }))
  let best: FewestProblems = { cues: 0, broken: Infinity }
  for (let from = 0; from < track.count; from++) {
    for (const to of endsFrom(track, from)) {
      let words = 0
      for (let at = from; at < to; at++) words += track.wordCounts[at] ?? 0
      const neededMs = leastMsOf(track.lineLength(from, to), words, rules)
      const after = (before: Begun, untilMs: number): FewestProblems | null => {
        const shownMs = Math.min(untilMs - before.startMs, rules.maxDurationMs)
        if (shownMs <= 0) return null
        return { cues: before.cues + 1, broken: before.broken + (shownMs < neededMs ? 1 : 0) }
      }
      if (to === track.count) {
        for (const before of begun[from] ?? []) best = better(after(before, durationMs), best)
      } else {
        for (const startMs of startsAt(track, rules, to)) {
          let found: FewestProblems | null = null
          for (const before of begun[from] ?? []) found = better(after(before, startMs - rules.gapMs), found)
          if (found !== null) keep(begun[to] ?? [], { ...found, startMs })
        }
      }
    }
  }
  return best
}

function startsAt(track: Track, { startToleranceMs }: CaptionRules, place: number): number[] {
  const wordMs = track.startsMs[place] ?? 0
  const count = Math.floor(startToleranceMs / STEP_MS)
  return Array.from({ length: 2 * count + 1 }, (_, step) => wordMs + (step - count) * STEP_MS).filter(
    (ms) => ms >= 0,
  )
}

/** Where a cue from a place may end: as long as its lines have room, at no place that parts what belongs together. */
function endsFrom(track: Track, from: number): number[] {
  const ends: number[] = []
  const { bound } = track.rules.costs.cueBreak
  for (let to = from + 1; to <= track.count; to++) {
    const last = to - 1
    const isOther = track.mustBreak[last] === 1 || track.voices[last] !== track.voices[from]
    if (last > from && isOther) break
    if (linesCost(track, from, to) === Infinity) break
    if (to === track.count || track.mustBreak[to] === 1 || (track.cueBreakCosts[to] ?? 0) < bound)
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
