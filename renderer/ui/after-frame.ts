/** A hidden page gets no animation frames. */
const MAX_WAIT_MS = 100
/** How long after an input its frame may still be pending. */
const FRAME_DUE_MS = 50
/** User input, captured before any other handler. */
const INPUTS = ['keydown', 'beforeinput', 'pointerdown', 'pointerup'] as const

let inputAt = -Infinity
for (const input of INPUTS) {
  globalThis.addEventListener?.(input, () => (inputAt = performance.now()), { capture: true, passive: true })
}

const waiting = new Set<() => void>()
/** The scheduled run while callbacks are waiting; no frame unless an input is waiting for one. */
let asked: { frame: number | null; timer: ReturnType<typeof setTimeout> } | null = null

/**
 * Runs after the frame of the user's last input, so that a keystroke's follow-up work does not delay its letter.
 * Without such an input it runs soon: an extra frame would delay that of the next keystroke.
 */
export function afterFrame(run: () => void): () => void {
  waiting.add(run)
  const isDue = performance.now() - inputAt < FRAME_DUE_MS
  if (asked === null || (asked.frame === null && isDue)) {
    clearTimeout(asked?.timer)
    asked = isDue ? askForFrame() : { frame: null, timer: setTimeout(runAll) }
  }
  return () => waiting.delete(run)
}

function askForFrame(): NonNullable<typeof asked> {
  return {
    frame: requestAnimationFrame(() => {
      if (asked === null) return
      clearTimeout(asked.timer)
      asked.timer = setTimeout(runAll)
    }),
    timer: setTimeout(runAll, MAX_WAIT_MS),
  }
}

function runAll(): void {
  if (asked !== null && asked.frame !== null) cancelAnimationFrame(asked.frame)
  asked = null
  // Callbacks added meanwhile wait for the next run.
  const runs = [...waiting]
  for (const run of runs) {
    // Skips callbacks that an earlier one canceled.
    if (!waiting.delete(run)) continue
    try {
      run()
    } catch (error) {
      // One failing callback must not stop the others.
      reportError(error)
    }
  }
}

type Subscribe = (listener: () => void) => () => void

/**
 * A store that notifies its listeners after the frame, once for several changes. Its state itself changes immediately.
 */
export function notifiedAfterFrame(subscribe: Subscribe): Subscribe {
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
