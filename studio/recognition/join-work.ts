import { Fault } from '#contracts/errors'

export interface WorkOptions {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void
}

interface Running<Result> {
  readonly result: Promise<Result>
  readonly stop: () => void
  readonly waiting: Set<WorkOptions['onProgress']>
}

/** Work in progress, by the key of what it makes. */
export type RunningWork<Result> = Map<string, Running<Result>>

/**
 * Waits for the work that makes `key`, starting it if it is not running. A canceled caller stops waiting; the work
 * itself is stopped once no caller is left. Throws the faults of the work, and `job.cancelled`.
 */
export async function joinWork<Result>(
  running: RunningWork<Result>,
  key: string,
  { signal, onProgress }: WorkOptions,
  start: (options: WorkOptions) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw new Fault('job.cancelled')
  const work = running.get(key) ?? startWork(running, key, start)
  // A new function per call: a caller may join twice with the same `onProgress`.
  const listener = (fraction: number): void => onProgress(fraction)
  work.waiting.add(listener)
  const leave = new AbortController()
  const canceled = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Fault('job.cancelled')), {
      once: true,
      signal: leave.signal,
    })
  })
  try {
    return await Promise.race([work.result, canceled])
  } finally {
    leave.abort()
    work.waiting.delete(listener)
    if (work.waiting.size === 0) {
      if (running.get(key) === work) running.delete(key)
      work.stop()
      // The last canceled caller returns only once the work has ended; its outcome was reported above.
      await work.result.catch(() => undefined)
    }
  }
}

function startWork<Result>(
  running: RunningWork<Result>,
  key: string,
  start: (options: WorkOptions) => Promise<Result>,
): Running<Result> {
  const stopping = new AbortController()
  const waiting: Running<Result>['waiting'] = new Set()
  const result = start({
    signal: stopping.signal,
    onProgress: (fraction) => {
      for (const listener of waiting) listener(fraction)
    },
  })
  const work = { result, stop: () => stopping.abort(), waiting }
  running.set(key, work)
  // Ended work cannot be joined; its rejection is handled by the callers that wait.
  const end = (): void => {
    if (running.get(key) === work) running.delete(key)
  }
  result.then(end, end)
  return work
}
