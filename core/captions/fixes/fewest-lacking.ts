/** A cue in a row of cues, with the gap after it. */
export interface Stop {
  readonly earliestMs: number
  readonly latestMs: number
  /** From its start to the next one's when it has all the time that it needs. */
  readonly enoughMs: number
  /** The same when it has too little; at most `enoughMs`. */
  readonly leastMs: number
}

/** The earliest start with a given number of cues lacking time before it. */
interface State {
  readonly startMs: number
  readonly lacking: number
  readonly before: State | null
  /** Whether the cue before lacks time. */
  readonly isLacking: boolean
}

/**
 * Which cues of a row lack time when their number is minimal; null if there is no room at all. By dynamic
 * programming: of starts with equally many lacking before, the earliest is best.
 * @param endsAt when the last one and its gap end
 */
export function fewestLacking(stops: readonly Stop[], endsAt: number): boolean[] | null {
  let states: readonly State[] = [
    { startMs: stops[0]?.earliestMs ?? 0, lacking: 0, before: null, isLacking: false },
  ]
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1] ?? { earliestMs: -Infinity, latestMs: endsAt }
    states = statesAfter(states, stop, next)
  }
  const [best] = states
  if (best === undefined) return null
  const isLacking: boolean[] = []
  for (let state = best; state.before !== null; state = state.before) isLacking.push(state.isLacking)
  return isLacking.reverse()
}

function statesAfter(
  states: readonly State[],
  { enoughMs, leastMs }: Stop,
  { earliestMs, latestMs }: Pick<Stop, 'earliestMs' | 'latestMs'>,
): State[] {
  const reached = new Map<number, State>()
  const reach = (before: State, isLacking: boolean): void => {
    const startMs = Math.max(earliestMs, before.startMs + (isLacking ? leastMs : enoughMs))
    const lacking = before.lacking + (isLacking ? 1 : 0)
    if (startMs <= latestMs && startMs < (reached.get(lacking)?.startMs ?? Infinity)) {
      reached.set(lacking, { startMs, lacking, before, isLacking })
    }
  }
  for (const state of states) {
    reach(state, false)
    if (leastMs < enoughMs) reach(state, true)
  }
  // More cues that lack time are only acceptable for an earlier start.
  let earliest = Infinity
  return [...reached.values()]
    .toSorted((a, b) => a.lacking - b.lacking)
    .filter(({ startMs }) => {
      if (startMs >= earliest) return false
      earliest = startMs
      return true
    })
}
