import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { Fault } from '#contracts/errors'
import { allowedAddress } from './address.ts'
import { get } from './get.ts'
import type { Ledger } from './ledger.ts'
import { environmentProxy, type FindProxy } from './proxy.ts'
import { StallLimit } from './stall-limit.ts'
import type { NamedBy } from './where-to.ts'

/** A server that sends nothing for this long has stalled. */
const STALL_MS = 30_000
/** A server that takes longer for a small file sends it byte by byte. */
const WHOLE_MS = 5 * 60_000

export interface FetchOptions {
  readonly signal: AbortSignal
  /** Where its connections are recorded, with their reason. */
  readonly ledger: Ledger
  /** A longer response is rejected, before and after decompression. */
  readonly mostBytes: number
  readonly headers?: Readonly<Record<string, string>>
  /** Default: from the environment's HTTPS_PROXY and NO_PROXY. */
  readonly findProxy?: FindProxy | undefined
  readonly stallMs?: number
  readonly wholeMs?: number
  /** Who named the address; omitted for a person. */
  readonly namedBy?: NamedBy
  readonly ca?: string
}

export type AnswerHeaders = IncomingHttpHeaders

export type FetchedBytes =
  /** The known version has not changed (304). */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly headers: AnswerHeaders }

/**
 * Fetches a small file into memory. Throws `job.cancelled`, `network.address`, `network.refused`, `network.unreachable`,
 * `network.stalled`, `network.too-large`.
 */
export async function fetchBytes(address: string, options: FetchOptions): Promise<FetchedBytes> {
  const { host } = allowedAddress(address)
  const { signal, mostBytes, stallMs = STALL_MS, wholeMs = WHOLE_MS } = options
  const limit = new StallLimit(stallMs, signal)
  const wholeTimer = new StallLimit(wholeMs, limit.signal)
  try {
    const answer = await get(address, {
      signal: wholeTimer.signal,
      findProxy: options.findProxy ?? environmentProxy(),
      headers: options.headers ?? {},
      ledger: options.ledger,
      ca: options.ca,
      namedBy: options.namedBy,
    })
    const status = answer.statusCode ?? 0
    if (status === 304) {
      answer.destroy()
      return { kind: 'unchanged' }
    }
    if (status !== 200) {
      answer.destroy()
      throw new Fault('network.refused', { host, status })
    }
    const tooLarge = (): Fault =>
      new Fault('network.too-large', { host, megabytes: Math.round(mostBytes / 1e6) })
    const read = await readBody(answer, mostBytes, () => limit.touch())
    if (read === null) throw tooLarge()
    const whole = Number(answer.headers['content-length'] ?? read.length)
    if (read.length < whole)
      throw new Fault('network.unreachable', { host }, `ended after ${read.length} bytes`)
    const encoding = answer.headers['content-encoding'] ?? 'identity'
    const bytes = await unpacked(read, encoding, mostBytes)
    if (bytes === null) throw tooLarge()
    return { kind: 'bytes', bytes, headers: answer.headers }
  } catch (error) {
    if (signal.aborted) throw new Fault('job.cancelled', {}, undefined, error)
    if (error instanceof Fault) throw error
    if (limit.isStalled || wholeTimer.isStalled) {
      const seconds = Math.round((limit.isStalled ? stallMs : wholeMs) / 1_000)
      throw new Fault('network.stalled', { host, seconds }, undefined, error)
    }
    throw new Fault(
      'network.unreachable',
      { host },
      error instanceof Error ? error.message : String(error),
      error,
    )
  } finally {
    wholeTimer.close()
    limit.close()
    await options.ledger.settled()
  }
}

/** Null if it exceeds `mostBytes`. */
async function readBody(
  answer: IncomingMessage,
  mostBytes: number,
  onBytes: () => void,
): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    onBytes()
    bytes += chunk.length
    // Leaving the loop closes the connection.
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const unpackers = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const

/** Some servers compress although asked not to. Null if it exceeds `mostBytes`. */
async function unpacked(bytes: Uint8Array, encoding: string, mostBytes: number): Promise<Uint8Array | null> {
  if (encoding === 'identity' || encoding === '') return bytes
  if (!Object.hasOwn(unpackers, encoding)) throw new Error(`the answer comes encoded: ${encoding}`)
  try {
    return await unpackers[encoding as keyof typeof unpackers](bytes, { maxOutputLength: mostBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null
    throw error
  }
}
