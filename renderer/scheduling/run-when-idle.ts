/**
 * Runs steps while the browser has nothing else to do; `done` gets what they return. Where a browser cannot tell, nothing
 * is run.
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
