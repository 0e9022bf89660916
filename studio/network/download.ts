import { mkdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '#contracts/errors'
import { diskFault } from '../faults/disk-fault.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { allowedAddress } from './address.ts'
import { judgeAnswer } from './answer.ts'
import { get } from './get.ts'
import type { Ledger } from './ledger.ts'
import { PartFile } from './part-file.ts'
import { environmentProxy, type FindProxy } from './proxy.ts'
import { StallLimit } from './stall-limit.ts'
import type { NamedBy } from './where-to.ts'

/** A server that sends nothing for this long is asked again. */
const STALL_MS = 60_000
/** Waits between attempts that brought no data; the download fails after the last. */
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000]
/** A server that forces more restarts will not deliver the file. */
const MAX_RESTARTS = 3

export interface DownloadOptions {
  readonly signal: AbortSignal
  /** Where its connections are recorded, with their reason. */
  readonly ledger: Ledger
  /** Required size of the file; null if unknown. */
  readonly expectedBytes?: number | null
  /** A longer file is rejected; default: what fits on the disk. */
  readonly mostBytes?: number
  /** Bytes downloaded and in total; null if the server does not state it. */
  readonly onProgress?: (bytes: number, of: number | null) => void
  /** Default: from the environment's HTTPS_PROXY and NO_PROXY. */
  readonly findProxy?: FindProxy
  readonly stallMs?: number
  readonly retryMs?: readonly number[]
  /** Who named the address; omitted for a person. */
  readonly namedBy?: NamedBy
  readonly ca?: string
}

/**
 * Downloads a file to `target` by way of `target.part`, which is continued if it exists, even after a restart
 * of the program. Checks nothing of the content but its size. Throws `job.cancelled`, `network.address`,
 * `network.refused`, `network.unreachable`, `network.stalled`, `network.changed`, `network.too-large`,
 * `disk.full`.
 */
export async function download(url: string, target: string, options: DownloadOptions): Promise<void> {
  try {
    await downloadWhole(url, target, options)
  } finally {
    await options.ledger.settled()
  }
}

async function downloadWhole(url: string, target: string, options: DownloadOptions): Promise<void> {
  const { host } = allowedAddress(url)
  const waits = options.retryMs ?? RETRY_MS
  const part = new PartFile(target)
  let restarts = 0
  let failures = 0
  await mkdir(path.dirname(target), { recursive: true }).catch((error: unknown) => {
    throw diskFault(error, target)
  })
  for (;;) {
    const before = await part.size()
    const outcome = await attempt(url, part, options)
    if (outcome.kind === 'done') return part.finish(target)
    if (outcome.kind === 'restart') {
      await part.remove()
      if (++restarts > MAX_RESTARTS) throw new Fault('network.changed', { host }, outcome.because)
      continue
    }
    if ((await part.size()) > before) failures = 0
    const wait = waits[failures++]
    if (wait === undefined) throw outcome.fault
    await delay(wait, undefined, { signal: options.signal }).catch(() => {
      throw new Fault('job.cancelled')
    })
  }
}

type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'restart'; readonly because: string }
  /** Worth another attempt. */
  | { readonly kind: 'failed'; readonly fault: Fault }

async function attempt(url: string, part: PartFile, options: DownloadOptions): Promise<Outcome> {
  const { signal, expectedBytes = null, stallMs = STALL_MS } = options
  const { host } = allowedAddress(url)
  const limit = new StallLimit(stallMs, signal)
  let answer: IncomingMessage | null = null
  try {
    const { bytes: offset, state } = await part.resumableBytes(url)
    if (offset > 0 && offset === expectedBytes) return { kind: 'done' }
    const version = state?.version ?? null
    answer = await get(url, {
      signal: limit.signal,
      ledger: options.ledger,
      findProxy: options.findProxy ?? environmentProxy(),
      ca: options.ca,
      namedBy: options.namedBy,
      headers:
        offset > 0 ? { range: `bytes=${offset}-`, ...(version === null ? {} : { 'if-range': version }) } : {},
    })
    const verdict = judgeAnswer(answer.statusCode ?? 0, answer.headers, { offset, state, expectedBytes })
    if (verdict.kind === 'complete') return { kind: 'done' }
    if (verdict.kind === 'restart') return verdict
    if (verdict.kind === 'refused') {
      const fault = new Fault('network.refused', { host, status: verdict.status })
      if (verdict.isPassing) return { kind: 'failed', fault }
      throw fault
    }
    const whole = verdict.state.bytes
    if (expectedBytes !== null && whole !== null && whole !== expectedBytes) {
      throw new Fault('network.changed', { host }, `${whole} bytes instead of ${expectedBytes}`)
    }
    if (whole !== null && whole > (options.mostBytes ?? whole)) {
      answer.destroy()
      throw tooLarge(host, options)
    }
    await ensureFreeSpace(path.dirname(part.path), (whole ?? 0) - verdict.offset)
    await part.saveState({ url, ...verdict.state })
    const size = await writeBody(url, answer, part, verdict.offset, whole, options, () => limit.touch())
    if (whole !== null && size < whole) {
      return {
        kind: 'failed',
        fault: new Fault('network.unreachable', { host }, `ended after ${size} bytes`),
      }
    }
    return { kind: 'done' }
  } catch (error) {
    if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
    // Partial data of a changed file is useless.
    if (error instanceof Fault && (error.code === 'network.changed' || error.code === 'network.too-large'))
      await part.remove()
    if (error instanceof Fault) throw error
    if (limit.isStalled) {
      const seconds = Math.round(stallMs / 1_000)
      return { kind: 'failed', fault: new Fault('network.stalled', { host, seconds }, undefined, error) }
    }
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' || code === 'EACCES') {
      throw diskFault(error, part.path)
    }
    return { kind: 'failed', fault: new Fault('network.unreachable', { host }, message, error) }
  } finally {
    // Has no effect if it was read to its end; otherwise its connection would stay open.
    answer?.destroy()
    limit.close()
  }
}

/**
 * Appends the body; returns the file's size. A body longer than `whole` is cut off with `network.changed`.
 */
async function writeBody(
  url: string,
  body: AsyncIterable<Buffer>,
  part: PartFile,
  offset: number,
  whole: number | null,
  options: DownloadOptions,
  onBytes: () => void,
): Promise<number> {
  const { onProgress, mostBytes = Number.POSITIVE_INFINITY } = options
  const file = await part.openAt(offset)
  let at = offset
  try {
    onProgress?.(at, whole)
    for await (const chunk of body) {
      onBytes()
      if (whole !== null && at + chunk.length > whole) {
        throw new Fault('network.changed', { host: allowedAddress(url).host }, `more than ${whole} bytes`)
      }
      if (at + chunk.length > mostBytes) throw tooLarge(allowedAddress(url).host, options)
      // `write` may write fewer bytes than given.
      for (let done = 0; done < chunk.length;) {
        done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten
      }
      at += chunk.length
      onProgress?.(at, whole)
    }
    await file.sync()
    return at
  } finally {
    await file.close()
  }
}

const tooLarge = (host: string, { mostBytes = 0 }: DownloadOptions): Fault =>
  new Fault('network.too-large', { host, megabytes: Math.round(mostBytes / 1e6) })
