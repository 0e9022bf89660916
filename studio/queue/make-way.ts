import { Fault } from '#contracts/errors'
import { LiveTextWatch } from '../recording/live-text-watch.ts'

const LOOK_EVERY_MS = 200

export interface MakeWayOptions {
  readonly dataFolder: string
  readonly signal: AbortSignal
  /** `pid`: the program that makes a recording's live text. */
  readonly onWaiting: (pid: number) => void
}

/**
 * Runs work with a recognizer unless another program makes a recording's live text: then it waits, and is
 * interrupted if that begins meanwhile, to be repeated afterwards. Rejects like the work; with
 * `job.cancelled` if `signal` is aborted while it waits.
 */
export async function makeWay<Result>(
  { dataFolder, signal, onWaiting }: MakeWayOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const now: { maker: number | null; held: AbortController } = { maker: null, held: new AbortController() }
  const failed = Promise.withResolvers<never>()
  // Matters only while it is awaited; this avoids an unhandled rejection otherwise.
  failed.promise.catch(() => undefined)
  const watch = new LiveTextWatch({
    dataFolder,
    onError: failed.reject,
    onChange: (pid) => {
      now.maker = pid
      if (pid !== null) now.held.abort(new Fault('job.cancelled'))
    },
  })
  try {
    await watch.look()
    for (;;) {
      if (now.maker !== null) onWaiting(now.maker)
      while (now.maker !== null) {
        if (signal.aborted) throw new Fault('job.cancelled')
        await Promise.race([new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS)), failed.promise])
      }
      const held = new AbortController()
      now.held = held
      try {
        return await work(AbortSignal.any([signal, held.signal]))
      } catch (error) {
        if (signal.aborted || !held.signal.aborted) throw error
      }
    }
  } finally {
    watch.stop()
  }
}
