import { Fault } from '#contracts/errors'
import { checkDocument } from '#core/formats/check-document'
import type { ReadResult } from '#core/formats/format'
import { readJson } from '#core/formats/json-reader'
import { UnreadableText } from '#core/formats/unreadable-text'
import { readWhole } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'

/**
 * Reads and validates a `.parolo.json`. `shownAs`: the file's name in messages.
 * Throws `media.not-found`, `transcript.not-whole`, `transcript.foreign`, `transcript.newer-version`,
 * `transcript.wrong-member`.
 */
export async function readTranscriptFile(path: string, shownAs: string): Promise<ReadResult> {
  const bytes = await readWhole(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new Fault('media.not-found', { file: shownAs }, error.message, error)
    }
    if (error.code === 'EISDIR') throw new Fault('media.not-a-file', { file: shownAs }, error.message, error)
    throw diskFault(error, path)
  })
  if (bytes.length === 0) throw new Fault('media.empty-file', { file: shownAs })
  const text = bytes.toString('utf8')
  try {
    const result = readJson(text)
    checkDocument(result.document)
    return result
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
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

/** Position of the JSON syntax error according to the parser; the end of the text if it is truncated. */
function placeIn(text: string, message: string): { line: number; column: number } {
  const match = /line (\d+) column (\d+)/u.exec(message)
  if (match !== null) return { line: Number(match[1]), column: Number(match[2]) }
  const lines = text.trimEnd().split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
