import type { IncomingHttpHeaders } from 'node:http'
import type { PartState } from './part-file.ts'

/** What to do with an answer to a request for a file from `offset` on. */
export type Verdict =
  /** Its body continues the file at `offset`, or begins it (0). */
  | { readonly kind: 'write'; readonly offset: number; readonly state: Omit<PartState, 'url'> }
  /** All bytes are already there. */
  | { readonly kind: 'complete' }
  /** The existing bytes cannot be continued: start over. */
  | { readonly kind: 'restart'; readonly because: string }
  /** The server refuses to send the file, for now or permanently. */
  | { readonly kind: 'refused'; readonly status: number; readonly isPassing: boolean }

export interface AskedFor {
  /** Bytes already there at the time of the request. */
  readonly offset: number
  readonly state: PartState | null
  /** Required size of the file; null if it is not known in advance. */
  readonly expectedBytes: number | null
}

const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** Evaluates a response by its status and headers; neither can be trusted. */
export function judgeAnswer(status: number, headers: IncomingHttpHeaders, asked: AskedFor): Verdict {
  const { offset, state, expectedBytes } = asked
  if (status === 416) {
    const total = Number(/^bytes \*\/(\d+)$/u.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)
    const whole = expectedBytes ?? total
    return offset > 0 && offset === whole
      ? { kind: 'complete' }
      : { kind: 'restart', because: `${offset} bytes are there, which the server does not have` }
  }
  if (status !== 200 && status !== 206) return { kind: 'refused', status, isPassing: PASSING.has(status) }
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return { kind: 'restart', because: `the file comes encoded: ${encoding}` }
  const version = versionOf(headers)
  if (status === 200) {
    return { kind: 'write', offset: 0, state: { version, bytes: lengthOf(headers) ?? expectedBytes } }
  }
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/u.exec(headers['content-range'] ?? '')
  if (range === null) return { kind: 'restart', because: 'a part came without saying which' }
  const [, from = '', , whole = '*'] = range
  if (Number(from) !== offset) {
    return { kind: 'restart', because: `the part begins at ${from}, not at ${offset}` }
  }
  const bytes = whole === '*' ? (state?.bytes ?? expectedBytes) : Number(whole)
  const hasChanged =
    (state?.version != null && version !== null && version !== state.version) ||
    (state?.bytes != null && bytes !== null && bytes !== state.bytes)
  if (hasChanged) return { kind: 'restart', because: 'the file has changed on the server' }
  return { kind: 'write', offset, state: { version: version ?? state?.version ?? null, bytes } }
}

/** A strong ETag, else the date; both are valid in `If-Range`. */
function versionOf(headers: IncomingHttpHeaders): string | null {
  const { etag } = headers
  if (etag !== undefined && !etag.startsWith('W/')) return etag
  return headers['last-modified'] ?? null
}

function lengthOf(headers: IncomingHttpHeaders): number | null {
  const length = headers['content-length']
  return length !== undefined && /^\d+$/u.test(length) ? Number(length) : null
}
