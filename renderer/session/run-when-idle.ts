/**
 * Runs steps while the browser is idle; `done` gets what they return. If the browser does not support that,
 * nothing is run.
 * @returns the function that stops it
 */
export function runWhenIdle<Result>(
  steps: Generator<undefined, Result>,
  done: (result: Result) => void,
): () => void {
  if (typeof requestIdleCallback !== 'function') return () => undefined
  let asked = 0
  const run = (deadline: IdleDeadline): void => {
    while (deadline.timeRemaining() > 0) {
      const step = steps.next()
      if (step.done) {
        done(step.value)
        return
      }
    }
    asked = requestIdleCallback(run)
  }
  asked = requestIdleCallback(run)
  return () => cancelIdleCallback(asked)
}
