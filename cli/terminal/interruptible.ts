import { Fault } from '#contracts/errors'

export const EXIT_INTERRUPTED = 130

/** The first Ctrl-C stops the work and keeps what is finished; the second ends the program immediately. */
export async function interruptible(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED)
    controller.abort(new Fault('job.cancelled'))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  try {
    return await work(controller.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
