/** A page that nobody sees gets no frames. */
const LONGEST_WAIT_MS = 100
/** So long after an input its frame may be still to come. */
const FRAME_DUE_MS = 50
/** What a person does to the page, heard before anybody answers it. */
const INPUTS = ['keydown', 'beforeinput', 'pointerdown', 'pointerup'] as const

let inputAt = -Infinity
for (const input of INPUTS) {
  globalThis.addEventListener?.(input, () => (inputAt = performance.now()), { capture: true, passive: true })
}

const waiting = new Set<() => void>()
/** What is asked for while something waits; no frame where no input waits for one. */
let asked: { frame: number | null; timer: ReturnType<typeof setTimeout> } | null = null

/**
 * Runs once the frame of a person's last input is drawn: nothing that a key asked for stands between it and its letter.
 * Where no input waits for its frame it runs soon: a frame for nothing would hold up that of the next key.
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
    timer: setTimeout(runAll, LONGEST_WAIT_MS),
  }
}

function runAll(): void {
  if (asked !== null && asked.frame !== null) cancelAnimationFrame(asked.frame)
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
