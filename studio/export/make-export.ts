import type { DocumentWithExtras, Loss, WriteOptions } from '#core/formats/format'
import { type FormatId, formats } from '#core/formats/formats'
import { wordLosses } from '#core/formats/losses'
import { programLanguage, say } from '#core/messages/messages'
import { type DocxOptions, writeDocx } from './docx.ts'

export interface MadeExport {
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Null for a format that is no text. */
  readonly text: string | null
  readonly losses: readonly Loss[]
}

export type MakeExportOptions = Pick<WriteOptions, 'name' | 'speakerNames' | 'times' | 'captionNames'> &
  Partial<Pick<DocxOptions, 'firstPage'>>

/**
 * A document as a file, for pages and the command line. Speakers without a name are called in the transcript's own
 * language.
 */
export async function makeExport(
  document: DocumentWithExtras,
  format: FormatId,
  { firstPage = null, ...choices }: MakeExportOptions,
): Promise<MadeExport> {
  const language = programLanguage(document.transcript.language)
  const options: WriteOptions = {
    ...choices,
    speakerLabel: (number) => say(language, 'speaker.numbered', { number }),
  }
  const { extension, mediaType, write } = formats[format]
  if (write !== undefined) {
    const { text, losses } = write(document, options)
    return { extension, mediaType, bytes: new TextEncoder().encode(text), text, losses }
  }
  const bytes = await writeDocx(document, { ...options, language, firstPage })
  return { extension, mediaType, bytes, text: null, losses: wordLosses(document.transcript) }
}
