import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'

/** Reading takes time in proportion to the size: a file not read by then would never be. */
const MAX_SECONDS = 60
/** Limit of a thread's heap: files within the readers' limits need less. */
const MAX_MEGABYTES = 2_048

/** Tests allow less time and memory. */
export interface ThreadLimits {
  readonly mostSeconds?: number
  readonly mostMegabytes?: number
  readonly signal?: AbortSignal | undefined
}

/**
 * The first message of a thread that reads an untrusted file or writes a long one. The thread is ended after
 * it, and when it takes too much time or memory: only this file is affected, and other requests are answered
 * meanwhile. `shownAs`: the file's name in messages. Throws `format.too-large`, `format.too-slow`,
 * `job.cancelled`, and the thread's own error.
 */
export async function firstMessageOf<Message>(
  location: string,
  input: unknown,
  shownAs: string,
  { mostSeconds = MAX_SECONDS, mostMegabytes = MAX_MEGABYTES, signal }: ThreadLimits = {},
): Promise<Message> {
  const worker = new Worker(location, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const ended = new AbortController()
  // Only the first of these has an effect.
  const message = new Promise<Message>((resolve, reject) => {
    if (signal?.aborted === true) reject(new Fault('job.cancelled'))
    signal?.addEventListener('abort', () => reject(new Fault('job.cancelled')), { signal: ended.signal })
    const timer = setTimeout(
      () => reject(new Fault('format.too-slow', { file: shownAs, seconds: mostSeconds })),
      mostSeconds * 1_000,
    )
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const values = { file: shownAs, limit: 'memory', most: mostMegabytes * 1024 * 1024 }
      reject(isFull ? new Fault('format.too-large', values, error.message, error) : error)
    })
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Fault('internal', {}, `${location} ended with ${code}`))
    })
  })
  try {
    return await message
  } finally {
    ended.abort()
    await worker.terminate()
  }
}
