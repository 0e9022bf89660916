/** A page that nobody sees gets no frames. */
const LONGEST_WAIT_MS = 100

const waiting = new Set<() => void>()
let isAsked = false

/** Runs once the next frame is drawn: nothing that a key asked for stands between it and its letter. */
export function afterFrame(run: () => void): () => void {
  waiting.add(run)
  if (!isAsked) {
    isAsked = true
    const timer = setTimeout(runAll, LONGEST_WAIT_MS)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(runAll)
    })
  }
  return () => waiting.delete(run)
}

function runAll(): void {
  isAsked = false
  const runs = [...waiting]
  waiting.clear()
  for (const run of runs) run()
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
