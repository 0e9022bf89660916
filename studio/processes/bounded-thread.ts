import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'

/** Reading takes time in proportion to the size: a file not read by then would never be. */
const MAX_SECONDS = 60
/** Limit of a thread's heap: files within the readers' limits need less. */
const MAX_MEGABYTES = 2_048

/** How long an idle thread waits for another file: starting one takes longer than reading most files. */
const IDLE_MS = 5_000

/** Tests allow less time and memory. */
export interface ThreadLimits {
  readonly mostSeconds?: number
  readonly mostMegabytes?: number
  readonly signal?: AbortSignal | undefined
}

/**
 * The answer of a thread that reads untrusted files or writes long ones, to one input. A thread answers one
 * input after another and is ended when it takes too much time or memory: only this file is affected, and
 * other requests are answered meanwhile. `location`: a module that answers each message by one message.
 * `shownAs`: the file's name in messages. Throws `format.too-large`, `format.too-slow`, `job.cancelled`, and
 * the thread's own error.
 */
export async function askThread<Answer>(
  location: string,
  input: unknown,
  shownAs: string,
  { mostSeconds = MAX_SECONDS, mostMegabytes = MAX_MEGABYTES, signal }: ThreadLimits = {},
): Promise<Answer> {
  if (signal?.aborted === true) throw new Fault('job.cancelled')
  const kind = `${location} ${mostMegabytes}`
  const worker = takeIdle(kind) ?? startThread(location, mostMegabytes)
  const answer = Promise.withResolvers<Answer>()
  // Only the first of these has an effect.
  const onError = (error: NodeJS.ErrnoException): void => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const values = { file: shownAs, limit: 'memory', most: mostMegabytes * 1024 * 1024 }
    answer.reject(isFull ? new Fault('format.too-large', values, error.message, error) : error)
  }
  const onExit = (code: number): void =>
    answer.reject(new Fault('internal', {}, `${location} ended with ${code}`))
  const onAbort = (): void => answer.reject(new Fault('job.cancelled'))
  const timer = setTimeout(
    () => answer.reject(new Fault('format.too-slow', { file: shownAs, seconds: mostSeconds })),
    mostSeconds * 1_000,
  )
  worker.on('message', answer.resolve).on('error', onError).on('exit', onExit)
  signal?.addEventListener('abort', onAbort)
  let isAnswered = false
  try {
    worker.postMessage(input)
    const given = await answer.promise
    isAnswered = true
    return given
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    worker.off('message', answer.resolve).off('error', onError).off('exit', onExit)
    if (isAnswered) keepIdle(kind, worker)
    else await worker.terminate()
  }
}

function startThread(location: string, mostMegabytes: number): Worker {
  return new Worker(location, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
}

/** Idle threads by module and memory, one of each; `forget` removes its timer and listeners. */
const idle = new Map<string, { readonly worker: Worker; readonly forget: () => void }>()

function takeIdle(kind: string): Worker | undefined {
  const kept = idle.get(kind)
  kept?.forget()
  kept?.worker.ref()
  return kept?.worker
}

function keepIdle(kind: string, worker: Worker): void {
  if (idle.has(kind)) return void worker.terminate()
  const forget = (): void => {
    clearTimeout(timer)
    worker.off('error', forget)
    worker.off('exit', forget)
    idle.delete(kind)
  }
  const timer = setTimeout(() => {
    forget()
    void worker.terminate()
  }, IDLE_MS)
  timer.unref()
  // The program can end while it is idle.
  worker.unref()
  worker.once('error', forget)
  worker.once('exit', forget)
  idle.set(kind, { worker, forget })
}
