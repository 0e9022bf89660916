/**
 * Runs steps for at most `sliceMs` at a time, and lets other work run in between; the first slice runs
 * immediately. `done` gets what they return.
 * @returns the function that stops it
 */
export function runInSlices<Result>(
  steps: Generator<undefined, Result>,
  sliceMs: number,
  done: (result: Result) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (): void => {
    const until = performance.now() + sliceMs
    for (;;) {
      const step = steps.next()
      if (step.done) {
        done(step.value)
        return
      }
      if (performance.now() > until) break
    }
    timer = setTimeout(run)
  }
  run()
  return () => clearTimeout(timer)
}
