import type { ExportFormat } from '#contracts/calls/exports'
import type { DocumentWithExtras, Loss, WriteOptions } from '#core/formats/format'
import { formats } from '#core/formats/formats'
import { wordLosses } from '#core/formats/losses'
import { programLanguage, say } from '#core/messages/messages'
import { Fault } from '#contracts/errors'
import { docx, type DocxOptions, writeDocx } from './docx.ts'

export interface MadeExport {
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Null for a format that is no text. */
  readonly text: string | null
  readonly losses: readonly Loss[]
}

/** A document as a file. Speakers without a name are called in the transcript's own language. */
export async function makeExport(
  document: DocumentWithExtras,
  format: ExportFormat,
  {
    firstPage = null,
    ...options
  }: Pick<WriteOptions, 'speakerNames' | 'times' | 'captionNames'> & Partial<Pick<DocxOptions, 'firstPage'>>,
): Promise<MadeExport> {
  const language = programLanguage(document.transcript.language)
  const writing: WriteOptions = {
    ...options,
    speakerLabel: (number) => say(language, 'speaker.numbered', { number }),
  }
  if (format === 'docx') {
    const bytes = await writeDocx(document, { ...writing, language, firstPage })
    const { extension, mediaType } = docx
    return { extension, mediaType, bytes, text: null, losses: wordLosses(document.transcript) }
  }
  const { extension, mediaType, write } = formats[format]
  if (write === undefined) throw new Fault('format.unknown', { format, known: '' })
  const { text, losses } = write(document, writing)
  return { extension, mediaType, bytes: new TextEncoder().encode(text), text, losses }
}
