/** Faults of one recording until it is a dead letter. */
export const MOST_FAULTS = 3
/** Interrupted attempts in a row until it is one. */
export const MOST_INTERRUPTED = 5

/**
 * How an attempt stands: `running`, `fault` (the recording's own), `interrupted` (by a signal, or its process is gone).
 */
export type AttemptState = 'running' | 'fault' | 'interrupted'

/** What to do with a recording: try it, or leave it as a dead letter, and why. */
export type Verdict = 'try' | 'faults' | 'interrupted'

/** @param states of its attempts for one key, in the order in which they began */
export function verdictOf(states: readonly AttemptState[]): Verdict {
  const faults = states.filter((state) => state === 'fault').length
  if (faults >= MOST_FAULTS) return 'faults'
  let inARow = 0
  for (let place = states.length - 1; place >= 0; place--) {
    // Another worker's attempt says nothing yet.
    if (states[place] === 'running') continue
    if (states[place] !== 'interrupted') break
    inARow++
  }
  return inARow >= MOST_INTERRUPTED ? 'interrupted' : 'try'
}
