import type { DocumentWithExtras, WrittenBytes } from '#core/formats/format'
import { countedLosses, wordLosses } from '#core/formats/losses'
import { say } from '#core/messages/messages'
import type { DocumentOptions } from '../document-blocks.ts'
import { drawPages, textArea } from './draw-pages.ts'
import { PdfFonts } from './pdf-fonts.ts'
import type { Typesetter } from './pdf-lines.ts'
import { pagesOf } from './pdf-pages.ts'
import { SteadyDocument } from './steady-document.ts'
import { transcriptBlocks } from './transcript-blocks.ts'

/**
 * A PDF for reading: title, facts, then chapters and each paragraph with its speaker and time, on numbered A4 pages with
 * bookmarks and tags. The same document gives the same bytes on every system: layout, typefaces and
 * compression are Parolo's own.
 */
export async function writePdf(
  document: DocumentWithExtras,
  options: DocumentOptions,
): Promise<WrittenBytes> {
  const { recording, transcript } = document
  const { language } = transcript
  const file = new SteadyDocument({
    autoFirstPage: false,
    // Otherwise pdfkit loads an unused typeface.
    font: null as unknown as string,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    ...(language === 'und' ? {} : { lang: language }),
    info: {
      Title: recording.title.toWellFormed().trim(),
      Subject: say(options.language, 'export.described', { fileName: recording.fileName.toWellFormed() }),
      Creator: 'Parolo',
      CreationDate: new Date(0),
    },
  })
  // The time of writing would make every file different; the file's identifier is computed with the fixed
  // one.
  delete file.info.CreationDate
  const chunks: Uint8Array[] = []
  file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    file.on('end', resolve)
    file.on('error', reject)
  })
  const fonts = new PdfFonts(({ name, font }) => file.registerFont(name, font as unknown as Buffer))
  const typesetter: Typesetter = {
    runs: (text, face) => fonts.runs(text, face),
    widthOf: ({ name }, size, text) => file.font(name, size).widthOfString(text),
  }
  const blocks = await transcriptBlocks(typesetter, document, options, textArea.width)
  const pages = pagesOf(blocks, textArea.height)
  await drawPages(file, typesetter, pages)
  file.end()
  await ended
  const losses = countedLosses([{ code: 'characters', count: fonts.missing }])
  return { bytes: new Uint8Array(Buffer.concat(chunks)), losses: [...wordLosses(transcript), ...losses] }
}
