import { Fault } from '#contracts/errors'

export interface StopSignal {
  /** Aborted by the first Ctrl-C, TERM or HUP: the recording ends. */
  readonly first: AbortSignal
  /** Aborted by the next one: work after the recording ends too. */
  readonly second: AbortSignal
  stop(): void
}

const EXIT_INTERRUPTED = 130
/** HUP: the terminal was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ctrl-C first ends the recording, then the work after it, then the program. */
export function stopSignal(): StopSignal {
  const controllers = [new AbortController(), new AbortController()] as const
  const onSignal = (): void => {
    const next = controllers.find(({ signal }) => !signal.aborted)
    if (next === undefined) process.exit(EXIT_INTERRUPTED)
    next.abort(new Fault('job.cancelled'))
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  return {
    first: controllers[0].signal,
    second: controllers[1].signal,
    stop() {
      for (const name of SIGNALS) process.off(name, onSignal)
    },
  }
}
