import { Worker } from 'node:worker_threads'
import { Fault } from '#contracts/errors'
import type { ReadResult } from '#core/formats/format'
import { LIMITS } from '#core/formats/limits'
import type { ReadFile } from '#core/formats/read-bytes'
import { entryLocation } from '../../processes/entry-location.ts'
import { type FromReader, type ReaderInput, readText, type TextKind } from './read-text.ts'

/** Reading takes time in proportion to the size: what is not read by then never would be. */
const MOST_SECONDS = 60
/** Of a thread's heap: what the limits allow takes less. */
const MOST_MEGABYTES = 2_048
/** As long as a thread takes to start; what is packed can be large all the same. */
const SHORT_BYTES = 32_768

/** Tests give another thread, less time, less memory. */
export interface AsideOptions {
  readonly location?: string
  readonly mostSeconds?: number
  readonly mostMegabytes?: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a text in a thread of its own, which is ended when it takes too long or too much memory: that costs this file alone, and
 * whoever asks for something else is answered meanwhile. Throws the faults of reading, `media.empty-file`, `format.too-large`,
 * `format.too-slow`, `job.cancelled`.
 */
export function readAside(
  kind: 'captions',
  bytes: Uint8Array,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadFile>
export function readAside(
  kind: 'own',
  bytes: Uint8Array,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadResult>
export async function readAside(
  kind: TextKind,
  bytes: Uint8Array,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadFile | ReadResult> {
  if (bytes.length === 0) throw new Fault('media.empty-file', { file: shownAs })
  if (bytes.length > LIMITS.bytes)
    throw new Fault('format.too-large', { file: shownAs, limit: 'bytes', most: LIMITS.bytes })
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (bytes.length <= SHORT_BYTES && !isPacked) return readText({ kind, bytes, shownAs })
  return await readInThread({ kind, bytes, shownAs }, { signal })
}

export async function readInThread(
  input: ReaderInput,
  options: AsideOptions = {},
): Promise<ReadFile | ReadResult> {
  const { mostSeconds = MOST_SECONDS, mostMegabytes = MOST_MEGABYTES, signal } = options
  const { shownAs } = input
  const location = options.location ?? entryLocation('studio/imports/reading/reader-worker.ts', 'reader')
  const worker = new Worker(location, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const ended = new AbortController()
  const reading = new Promise<ReadFile | ReadResult>((resolve, reject) => {
    if (signal?.aborted === true) reject(new Fault('job.cancelled'))
    signal?.addEventListener('abort', () => reject(new Fault('job.cancelled')), { signal: ended.signal })
    const timer = setTimeout(
      () => reject(new Fault('format.too-slow', { file: shownAs, seconds: mostSeconds })),
      mostSeconds * 1_000,
    )
    worker.once('message', (message: FromReader) => {
      if (message.kind === 'read') resolve(message.result)
      else reject(new Fault(message.code, message.values, message.detail))
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const values = { file: shownAs, limit: 'memory', most: mostMegabytes * 1024 * 1024 }
      reject(isFull ? new Fault('format.too-large', values, error.message, error) : error)
    })
    worker.once('exit', (code) => reject(new Fault('internal', {}, `reader worker ended with ${code}`)))
    // After the first of these, others change nothing.
    worker.once('exit', () => clearTimeout(timer))
  })
  try {
    return await reading
  } finally {
    ended.abort()
    await worker.terminate()
  }
}
