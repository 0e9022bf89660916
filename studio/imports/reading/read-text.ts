import path from 'node:path'
import { Fault } from '#contracts/errors'
import { readReturned } from '#core/corrections/readers/read-returned'
import type { ReturnedDocument } from '#core/corrections/returned-document'
import { checkDocument } from '#core/formats/reading/check-document'
import { detectFormat } from '#core/formats/reading/detect-format'
import type { ReadResult } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import { otherKindOf } from '#core/formats/other-files'
import { readJson } from '#core/formats/json/json-reader'
import { type Limit, LIMITS } from '#core/formats/reading/limits'
import { readBytes, type ReadFile } from '#core/formats/reading/read-bytes'
import { UnreadableText } from '#core/formats/reading/unreadable-text'

/** `own`: a `.parolo.json`; `returned`: a document that was exported and comes back corrected. */
export type TextKind = 'captions' | 'own' | 'returned'

export interface ReaderInput {
  readonly kind: TextKind
  readonly bytes: Uint8Array
  /** The file's name in messages; its extension may indicate the format. */
  readonly shownAs: string
  /** Of a returned document: the names of the speakers, as exports write them. */
  readonly names?: readonly string[]
}

export function readText({
  kind,
  bytes,
  shownAs,
  names = [],
}: ReaderInput): ReadFile | ReadResult | ReturnedDocument {
  if (kind === 'returned') return readReturnedDocument(bytes, shownAs, new Set(names))
  return kind === 'own' ? readOwnTranscript(bytes, shownAs) : readCaptions(bytes, shownAs)
}

/**
 * Reads captions, a transcript or a text of any format by its name and content. Throws `format.not-read`,
 * `format.other-kind`, `format.unreadable`, `format.too-large`.
 */
function readCaptions(bytes: Uint8Array, shownAs: string): ReadFile {
  // An uploaded file's path does not contain its name.
  const name = path.basename(shownAs)
  try {
    return readBytes(name, bytes)
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
    if (error.reason === 'unknown-format') {
      const kind = otherKindOf(name)
      if (kind === null) throw new Fault('format.not-read', { file: shownAs }, error.message, error)
      throw new Fault('format.other-kind', { file: shownAs, kind }, error.message, error)
    }
    if (error.reason === 'too-large') throw tooLarge(error, shownAs)
    const format = formats[detectFormat(name, '') ?? 'json'].label.en
    throw new Fault('format.unreadable', { file: shownAs, format }, error.message, error)
  }
}

/**
 * Reads and validates a `.parolo.json`. Throws `transcript.not-whole`, `transcript.foreign`, `transcript.newer-version`,
 * `transcript.wrong-member`, `format.too-large`.
 */
function readOwnTranscript(bytes: Uint8Array, shownAs: string): ReadResult {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  try {
    const result = readJson(text)
    checkDocument(result.document)
    return result
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
    if (error.reason === 'too-large') throw tooLarge(error, shownAs)
    throw faultOf(error, text, shownAs)
  }
}

function faultOf(error: UnreadableText, text: string, file: string): Fault {
  const { reason, message } = error
  if (reason === 'not-json') {
    return new Fault('transcript.not-whole', { file, ...placeIn(text, message) }, message, error)
  }
  if (reason === 'not-parolo') return new Fault('transcript.foreign', { file }, message, error)
  if (reason === 'newer-version') return new Fault('transcript.newer-version', { file }, message, error)
  const place = error.path === '' ? '{}' : error.path
  return new Fault('transcript.wrong-member', { file, place }, message, error)
}

function readReturnedDocument(
  bytes: Uint8Array,
  shownAs: string,
  names: ReadonlySet<string>,
): ReturnedDocument {
  try {
    return readReturned(path.basename(shownAs), bytes, names)
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
    if (error.reason === 'unknown-format')
      throw new Fault('corrections.other-format', { file: shownAs }, error.message, error)
    if (error.reason === 'too-large') throw tooLarge(error, shownAs)
    const format = path.extname(shownAs).slice(1).toUpperCase()
    throw new Fault('format.unreadable', { file: shownAs, format }, error.message, error)
  }
}

function tooLarge(error: UnreadableText, file: string): Fault {
  const limit = error.path as Limit
  return new Fault('format.too-large', { file, limit, most: LIMITS[limit] }, error.message, error)
}

/** Position of the JSON syntax error as reported by the parser; the end of the text if it is truncated. */
function placeIn(text: string, message: string): { line: number; column: number } {
  const match = /line (\d+) column (\d+)/u.exec(message)
  if (match !== null) return { line: Number(match[1]), column: Number(match[2]) }
  const lines = text.trimEnd().split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
