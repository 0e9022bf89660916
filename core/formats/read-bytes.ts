import { checkDocument } from './check-document.ts'
import { detectFormat } from './detect-format.ts'
import type { ReadResult } from './format.ts'
import { type FormatId, formats } from './formats.ts'
import { decodeText } from './text-encoding.ts'
import { UnreadableText } from './unreadable-text.ts'

export interface ReadFile extends ReadResult {
  readonly format: FormatId
}

/**
 * Reads a file of any format by its name and content, finding a text's encoding. Throws UnreadableText; its reason is
 * `unknown-format` for a file of no format that can be read here.
 */
export function readBytes(fileName: string, bytes: Uint8Array): ReadFile {
  const byName = detectFormat(fileName, '')
  const binary = byName === null ? undefined : formats[byName].readBytes
  if (byName !== null && binary !== undefined) return { format: byName, ...binary(bytes) }
  const { text, corrections } = decodeText(bytes)
  const format = detectFormat(fileName, text)
  const read = format === null ? undefined : formats[format].read
  if (format === null || read === undefined) throw new UnreadableText('unknown-format', '', fileName)
  const result = read(text)
  if (format === 'json') checkDocument(result.document)
  return { ...result, format, corrections: [...corrections, ...result.corrections] }
}
