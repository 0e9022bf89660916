import path from 'node:path'
import { Fault } from '#contracts/errors'
import { formats } from '#core/formats/formats'
import { detectFormat } from '#core/formats/detect-format'
import { readBytes, type ReadFile } from '#core/formats/read-bytes'
import { UnreadableText } from '#core/formats/unreadable-text'
import { readWhole } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { readDocx } from '#core/formats/docx-reader'

/**
 * Reads captions, a transcript or a text of any format by its name and content. `shownAs`: the file's name in messages.
 * Throws `media.not-found`, `media.not-a-file`, `media.empty-file`, `format.not-read`, `format.unreadable`.
 */
export async function readCaptionFile(file: string, shownAs: string): Promise<ReadFile> {
  const bytes = await readWhole(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new Fault('media.not-found', { file: shownAs }, error.message, error)
    }
    if (error.code === 'EISDIR') throw new Fault('media.not-a-file', { file: shownAs }, error.message, error)
    throw diskFault(error, path.dirname(file))
  })
  return readCaptionBytes(bytes, shownAs)
}

/** The same for bytes. Throws `media.empty-file`, `format.not-read`, `format.unreadable`. */
export function readCaptionBytes(bytes: Uint8Array, shownAs: string): ReadFile {
  if (bytes.length === 0) throw new Fault('media.empty-file', { file: shownAs })
  // An upload has no name of its own.
  const name = path.basename(shownAs)
  try {
    if (/\.docx$/iu.test(name)) return { format: 'docx', ...readDocx(bytes) }
    return readBytes(name, bytes)
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
    if (error.reason === 'unknown-format')
      throw new Fault('format.not-read', { file: shownAs }, error.message, error)
    const format = detectFormat(name, '') ?? 'json'
    throw new Fault(
      'format.unreadable',
      { file: shownAs, format: formats[format].label.en },
      error.message,
      error,
    )
  }
}
