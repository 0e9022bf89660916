import type { FormatOf } from '../format.ts'
import { onlySheet } from '../output-options.ts'

/** Portable Document Format, written by `studio/export/pdf/write-pdf.ts` with a library and typefaces of its own. */
export const pdf: FormatOf<'pdf'> = {
  id: 'pdf',
  label: { en: 'PDF', fr: 'PDF' },
  purpose: { en: 'To print, send and archive', fr: 'À imprimer, envoyer et archiver' },
  extension: '.pdf',
  mediaType: 'application/pdf',
  choices: { names: true, times: true, firstPage: true, captions: null, chapters: true },
  output: onlySheet,
  group: 'documents',
  input: null,
}
