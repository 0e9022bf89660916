/** A page that nobody sees gets no frames. */
const LONGEST_WAIT_MS = 100

const waiting = new Set<() => void>()
/** What is asked for while something waits. */
let asked: { readonly frame: number; timer: ReturnType<typeof setTimeout> } | null = null

/** Runs once the next frame is drawn: nothing that a key asked for stands between it and its letter. */
export function afterFrame(run: () => void): () => void {
  waiting.add(run)
  asked ??= {
    frame: requestAnimationFrame(() => {
      if (asked === null) return
      clearTimeout(asked.timer)
      asked.timer = setTimeout(runAll)
    }),
    timer: setTimeout(runAll, LONGEST_WAIT_MS),
  }
  return () => waiting.delete(run)
}

function runAll(): void {
  if (asked !== null) cancelAnimationFrame(asked.frame)
  asked = null
  // Who is asked for meanwhile waits for the next.
  const runs = [...waiting]
  for (const run of runs) {
    // One that an earlier one called off is there no longer.
    if (!waiting.delete(run)) continue
    try {
      run()
    } catch (error) {
      // The others wait for the same frame.
      reportError(error)
    }
  }
}

type Subscribe = (listener: () => void) => () => void

/** A store whose listeners hear of its changes after the frame, of several at once. What it holds is new at once. */
export function heardAfterFrame(subscribe: Subscribe): Subscribe {
  return (listener) => {
    let cancel: (() => void) | null = null
    const stop = subscribe(() => {
      cancel ??= afterFrame(() => {
        cancel = null
        listener()
      })
    })
    return () => {
      stop()
      cancel?.()
    }
  }
}
