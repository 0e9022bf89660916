import { Fault } from '#contracts/errors'
import type { ReturnedDocument } from '#core/corrections/returned-document'
import type { ReadResult } from '#core/formats/format'
import { LIMITS } from '#core/formats/reading/limits'
import type { ReadFile } from '#core/formats/reading/read-bytes'
import { askThread, type ThreadLimits } from '../../processes/bounded-thread.ts'
import { entryLocation } from '../../processes/entry-location.ts'
import { resultOf, type ThreadAnswer } from '../../processes/thread-answer.ts'
import { type ReaderInput, readText } from './read-text.ts'

type Read = ReadFile | ReadResult | ReturnedDocument

const SOURCE = 'studio/imports/reading/reader-worker.ts'
/** Reading takes as long as a thread takes to start; compressed content can still be large. */
const SHORT_BYTES = 32_768

export interface AsideOptions extends ThreadLimits {
  /** For tests: a different thread module. */
  readonly location?: string
}

/**
 * Reads a text in a separate thread, which is ended when it takes too much time or memory: only this file is
 * affected, and other requests are answered meanwhile. Throws the faults of reading, `media.empty-file`,
 * `format.too-large`, `format.too-slow`, `job.cancelled`.
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
  kind: 'captions' | 'own',
  bytes: Uint8Array,
  shownAs: string,
  signal?: AbortSignal,
): Promise<ReadFile | ReadResult> {
  return (await readBounded({ kind, bytes, shownAs }, signal)) as ReadFile | ReadResult
}

/** The same of a document that comes back corrected. `names`: of the speakers. Also `corrections.other-format`. */
export async function readReturnedAside(
  bytes: Uint8Array,
  shownAs: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<ReturnedDocument> {
  return (await readBounded({ kind: 'returned', bytes, shownAs, names }, signal)) as ReturnedDocument
}

async function readBounded(input: ReaderInput, signal?: AbortSignal): Promise<Read> {
  const { bytes, shownAs } = input
  if (bytes.length === 0) throw new Fault('media.empty-file', { file: shownAs })
  if (bytes.length > LIMITS.bytes)
    throw new Fault('format.too-large', { file: shownAs, limit: 'bytes', most: LIMITS.bytes })
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (bytes.length <= SHORT_BYTES && !isPacked) return readText(input)
  return await readInThread(input, { signal })
}

export async function readInThread(
  input: ReaderInput,
  { location = entryLocation(SOURCE, 'reader'), ...limits }: AsideOptions = {},
): Promise<Read> {
  return resultOf(await askThread<ThreadAnswer<Read>>(location, input, input.shownAs, limits))
}
