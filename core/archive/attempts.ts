/** A recording becomes a dead letter after this many faults. */
export const MAX_FAULTS = 3
/** A recording becomes a dead letter after this many interrupted attempts in a row. */
export const MAX_INTERRUPTED = 5

/**
 * State of an attempt: `running`, `fault` (caused by the recording), `interrupted` (by a signal, or its
 * process no longer exists).
 */
export type AttemptState = 'running' | 'fault' | 'interrupted'

/** What to do with a recording: try it, or leave it as a dead letter, and why. */
export type Verdict = 'try' | 'faults' | 'interrupted'

/** @param states of its attempts for one key, in the order in which they began */
export function verdictOf(states: readonly AttemptState[]): Verdict {
  const faults = states.filter((state) => state === 'fault').length
  if (faults >= MAX_FAULTS) return 'faults'
  let inARow = 0
  for (let place = states.length - 1; place >= 0; place--) {
    // An attempt running in another worker is not counted yet.
    if (states[place] === 'running') continue
    if (states[place] !== 'interrupted') break
    inARow++
  }
  return inARow >= MAX_INTERRUPTED ? 'interrupted' : 'try'
}
