import { captionFrameRate } from '#core/captions/presets/transcript-rules'
import type { DocumentWithExtras, Loss, WriteOptions } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { wordLosses } from '#core/formats/losses'
import { programLanguage, say } from '#core/messages/messages'
import { type DocxOptions, writeDocx } from './docx.ts'

export interface MadeExport {
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Null for a binary format. */
  readonly text: string | null
  readonly losses: readonly Loss[]
}

export type MakeExportOptions = Pick<
  WriteOptions,
  'name' | 'speakerNames' | 'times' | 'captionNames' | 'rules' | 'cues' | 'frameRate' | 'media'
> &
  Partial<Pick<DocxOptions, 'firstPage'>>

/**
 * Converts a document to a file, for pages and the command line. Labels of unnamed speakers are in the transcript's
 * language.
 */
export async function makeExport(
  document: DocumentWithExtras,
  format: FormatId,
  { firstPage = null, ...choices }: MakeExportOptions,
): Promise<MadeExport> {
  const language = programLanguage(document.transcript.language)
  const frameRate = choices.frameRate ?? captionFrameRate(document.transcript)
  const options: WriteOptions = {
    ...choices,
    ...(frameRate === undefined ? {} : { frameRate }),
    speakerLabel: (number) => say(language, 'speaker.numbered', { number }),
  }
  const { extension, mediaType, write, writeBytes } = formats[format]
  if (write !== undefined) {
    const { text, losses } = write(document, options)
    return { extension, mediaType, bytes: new TextEncoder().encode(text), text, losses }
  }
  if (writeBytes !== undefined) {
    return { extension, mediaType, text: null, ...writeBytes(document, options) }
  }
  const bytes = await writeDocx(document, { ...options, language, firstPage })
  return { extension, mediaType, bytes, text: null, losses: wordLosses(document.transcript) }
}
