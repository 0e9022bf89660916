import type { Cue } from '../cues.ts'
import { leastMs } from '../costs/reading-time.ts'
import type { CaptionRules } from '../caption-rules.ts'
import { captionProblems } from '../caption-problems.ts'
import { shotsOf } from '../shots/shots.ts'
import { weightOf } from './cue-fix.ts'
import { fewestLacking, type Stop } from './fewest-lacking.ts'

export interface SpreadPlace {
  readonly rules: CaptionRules
  /** Captions end here at the latest; Infinity if unknown. */
  readonly untilMs: number
  /** When a cue started before it was fixed: near its first word. */
  readonly startBefore: (cue: Cue) => number
}

/**
 * Moves the edges of consecutive cues, each start within the start tolerance, so that as few as possible have
 * too little time. None gets less than it has unless it needs less. Unchanged cues are omitted.
 */
export function spreadTimes(cues: readonly Cue[], place: SpreadPlace): Map<Cue, Cue> {
  const moved = new Map<Cue, Cue>()
  for (let from = 0; from < cues.length;) {
    let to = from + 1
    while (to < cues.length && isNear(cues[to - 1], cues[to], place.rules)) to++
    const before = cues[from - 1]
    const row = {
      cues: cues.slice(from, to),
      before: before && (moved.get(before) ?? before),
      after: cues[to],
    }
    const spread = spreadRow(row, place)
    if (!isWorseAtShots(row, spread, place.rules)) for (const [cue, other] of spread) moved.set(cue, other)
    from = to
  }
  return moved
}

/** Whether two cues can give time to one another: not across a long silence, nor if they overlap. */
function isNear(
  cue: Cue | undefined,
  next: Cue | undefined,
  { closeGapsUnderMs, startToleranceMs }: CaptionRules,
): boolean {
  const silence = (next?.startMs ?? Infinity) - (cue?.endMs ?? 0)
  return silence >= 0 && silence < closeGapsUnderMs + 2 * startToleranceMs
}

/** Consecutive cues, and those next to them. */
interface Row {
  readonly cues: readonly Cue[]
  readonly before: Cue | undefined
  readonly after: Cue | undefined
}

/** Edges that move along a row may come near shot changes: then all of its problems are weighed. */
function isWorseAtShots(
  { cues, before, after }: Row,
  spread: ReadonlyMap<Cue, Cue>,
  rules: CaptionRules,
): boolean {
  if (spread.size === 0 || shotsOf(rules) === null) return false
  const weight = (row: readonly Cue[]): number =>
    weightOf(captionProblems([...(before ? [before] : []), ...row, ...(after ? [after] : [])], rules).flat())
  return weight(cues.map((cue) => spread.get(cue) ?? cue)) > weight(cues)
}

function spreadRow({ cues, before, after }: Row, place: SpreadPlace): Map<Cue, Cue> {
  const { rules } = place
  const moved = new Map<Cue, Cue>()
  const endMs = cues.at(-1)?.endMs ?? 0
  // If the next one begins before this row ends, the row keeps its end.
  const isApart = after !== undefined && after.startMs >= endMs
  const nextOf = (index: number): Cue | undefined => cues[index + 1] ?? (isApart ? after : undefined)
  const wants = cues.map((cue, index) => wantOf(cue, nextOf(index), rules))
  const wasLacking = wants.filter(({ isLacking }) => isLacking).length
  if (wasLacking === 0) return moved
  const endsAt = after === undefined ? Math.max(place.untilMs, endMs) : Math.max(after.startMs, endMs)
  const latestMs = after?.startMs ?? Infinity
  const stops = wants.map((want, index) => stopOf(want, index === 0 ? before : undefined, latestMs, place))
  const isLacking = fewestLacking(stops, endsAt)
  if (isLacking === null || isLacking.filter(Boolean).length >= wasLacking) return moved
  const taken = stops.map((stop, index) => (isLacking[index] === true ? stop.leastMs : stop.enoughMs))
  const starts = placedStarts(cues, stops, taken, endsAt)
  for (const [index, want] of wants.entries()) {
    const startMs = starts[index] ?? want.cue.startMs
    const gapMs = isLacking[index] === true ? want.keptGapMs : want.gapMs
    const shownUntil = startMs + (taken[index] ?? 0) - gapMs
    const nextMs = starts[index + 1] ?? nextOf(index)?.startMs
    const wantedMs = endOf(want, shownUntil, nextMs, gapMs, rules)
    const untilMs = Math.min(wantedMs, startMs + rules.maxDurationMs)
    const isSame = startMs === want.cue.startMs && untilMs === want.cue.endMs
    if (!isSame) moved.set(want.cue, { ...want.cue, startMs, endMs: untilMs })
  }
  return moved
}

/** What a cue needs, and what it has. */
interface Want {
  readonly cue: Cue
  readonly neededMs: number
  readonly gapMs: number
  /** How much it keeps of the time that it needs, and of the gap. */
  readonly keptMs: number
  readonly keptGapMs: number
  readonly isLacking: boolean
  /** Whether more than the gap is free after it. */
  readonly isBeforeSilence: boolean
}

function wantOf(cue: Cue, next: Cue | undefined, rules: CaptionRules): Want {
  const ownMs = cue.endMs - cue.startMs
  const neededMs = Math.min(leastMs(cue, rules), rules.maxDurationMs)
  const silence = (next?.startMs ?? Infinity) - cue.endMs
  const gapMs = next === undefined ? 0 : rules.gapMs
  return {
    cue,
    neededMs,
    gapMs,
    keptMs: Math.min(ownMs, neededMs),
    keptGapMs: Math.max(0, Math.min(gapMs, silence)),
    isLacking: ownMs < neededMs || silence < gapMs,
    isBeforeSilence: silence > gapMs,
  }
}

/** @param mostMs when the cue after the row starts: no start is later */
function stopOf(
  { cue, neededMs, gapMs, keptMs, keptGapMs }: Want,
  before: Cue | undefined,
  mostMs: number,
  { rules, startBefore }: SpreadPlace,
): Stop {
  const nearMs = startBefore(cue)
  const free = before === undefined ? 0 : before.endMs + rules.gapMs
  return {
    earliestMs: Math.min(cue.startMs, Math.max(free, nearMs - rules.startToleranceMs)),
    latestMs: Math.max(cue.startMs, Math.min(mostMs, nearMs + rules.startToleranceMs)),
    enoughMs: neededMs + gapMs,
    leastMs: keptMs + keptGapMs,
  }
}

/** Starts that give each cue its time, as close as possible to the current ones. */
function placedStarts(
  run: readonly Cue[],
  stops: readonly Stop[],
  taken: readonly number[],
  endsAt: number,
): number[] {
  const latest: number[] = []
  let nextMs = endsAt
  for (const [index, stop] of [...stops.entries()].reverse()) {
    nextMs = Math.min(stop.latestMs, nextMs - (taken[index] ?? 0))
    latest.push(nextMs)
  }
  latest.reverse()
  let freeFromMs = 0
  return run.map((cue, index) => {
    const earliest = Math.max(freeFromMs, stops[index]?.earliestMs ?? 0)
    const startMs = Math.max(earliest, Math.min(cue.startMs, latest[index] ?? 0))
    freeFromMs = startMs + (taken[index] ?? 0)
    return startMs
  })
}

/** Silence after a cue is kept if it is long enough to be visible. */
function endOf(
  { cue, isBeforeSilence }: Want,
  shownUntil: number,
  nextMs: number | undefined,
  gapMs: number,
  { closeGapsUnderMs }: CaptionRules,
): number {
  const wanted = Math.max(cue.endMs, shownUntil)
  if (nextMs === undefined) return wanted
  return isBeforeSilence && nextMs - wanted >= closeGapsUnderMs ? wanted : nextMs - gapMs
}
