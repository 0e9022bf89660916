import { checkDocument } from './check-document.ts'
import { detectAmong } from './detect-format.ts'
import type { FormatOf, ReadResult } from '../format.ts'
import { type FormatId, formatList } from '../formats.ts'
import { readFormats } from './read-files.ts'
import { decodeText } from './text-encoding.ts'
import { UnreadableText } from './unreadable-text.ts'

export interface ReadFile<Id extends string = FormatId> extends ReadResult {
  readonly format: Id
}

/**
 * Reads a file of any format by its name and content, detecting a text's encoding. Throws UnreadableText; its
 * reason is `unknown-format` for a file that cannot be read here.
 */
export const readBytes = (fileName: string, bytes: Uint8Array): ReadFile =>
  readAmong(formatList, fileName, bytes)

/** The same among some formats. */
export function readAmong<Id extends string>(
  formats: readonly FormatOf<Id>[],
  fileName: string,
  bytes: Uint8Array,
): ReadFile<Id> {
  const known = readFormats(formats)
  const formatOf = (text: string): FormatOf<Id> | undefined => {
    const id = detectAmong(known, fileName, text)
    return known.find((format) => format.id === id)
  }
  const byName = formatOf('')
  if (byName?.readBytes !== undefined) return { format: byName.id, ...byName.readBytes(bytes) }
  const { text, corrections } = decodeText(bytes)
  const format = formatOf(text)
  if (format?.read === undefined) throw new UnreadableText('unknown-format', '', fileName)
  const result = format.read(text)
  if (format.id === 'json') checkDocument(result.document)
  return { ...result, format: format.id, corrections: [...corrections, ...result.corrections] }
}
