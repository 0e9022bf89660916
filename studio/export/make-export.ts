import { captionFrameRate } from '#core/captions/presets/transcript-rules'
import type { DocumentWithExtras, Loss, WriteOptions } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { countedLosses } from '#core/formats/losses'
import { fittedOutput, type OutputOptions } from '#core/formats/output-options'
import { shiftedDocument } from '#core/formats/shifted-document'
import { programLanguage, say } from '#core/messages/messages'
import { type DocxOptions, writeDocx } from './docx.ts'
import { encodeText } from './encode-text.ts'

export interface MadeExport {
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** The text that `bytes` encode, with LF; null for a binary format. */
  readonly text: string | null
  readonly losses: readonly Loss[]
}

export type MakeExportOptions = Pick<
  WriteOptions,
  'name' | 'speakerNames' | 'times' | 'captionNames' | 'rules' | 'cues' | 'frameRate' | 'media'
> &
  Partial<Pick<DocxOptions, 'firstPage'>> & {
    /** Options of the file; those that the format does not have are left aside. */
    readonly output?: Partial<OutputOptions>
  }

/**
 * Converts a document to a file, for pages and the command line. Labels of unnamed speakers are in the transcript's
 * language.
 */
export async function makeExport(
  given: DocumentWithExtras,
  format: FormatId,
  { firstPage = null, output: wanted = {}, ...choices }: MakeExportOptions,
): Promise<MadeExport> {
  const { extension, mediaType, write, writeBytes, output: has } = formats[format]
  const output = fittedOutput(wanted, has)
  const document = shiftedDocument(given, output.offsetMs)
  const language = programLanguage(document.transcript.language)
  const frameRate = output.frameRate ?? choices.frameRate ?? captionFrameRate(document.transcript)
  const options: WriteOptions = {
    ...choices,
    ...(frameRate === undefined ? {} : { frameRate }),
    ...(output.dropFrame === null ? {} : { dropFrame: output.dropFrame }),
    details: output,
    speakerLabel: (number) => say(language, 'speaker.numbered', { number }),
  }
  if (write !== undefined) {
    const { text, losses } = write(document, options)
    const { bytes, replaced } = encodeText(text, output)
    const lost = countedLosses([{ code: 'characters', count: replaced }])
    return { extension, mediaType, bytes, text, losses: [...losses, ...lost] }
  }
  if (writeBytes !== undefined) {
    return { extension, mediaType, text: null, ...writeBytes(document, options) }
  }
  const written = { ...options, language, firstPage }
  // Loaded when it is needed: it takes a tenth of a second.
  const writeDocument = format === 'pdf' ? (await import('./pdf/write-pdf.ts')).writePdf : writeDocx
  return { extension, mediaType, text: null, ...(await writeDocument(document, written)) }
}
