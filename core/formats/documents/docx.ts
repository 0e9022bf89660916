import type { FormatOf } from '../format.ts'
import { onlySheet } from '../output-options.ts'
import { readDocx } from './docx-reader.ts'
import { input } from '../format-input.ts'

/** Office Open XML, written by `studio/export/docx.ts` because it is a ZIP archive rather than text. */
export const docx: FormatOf<'docx'> = {
  id: 'docx',
  label: { en: 'Word (DOCX)', fr: 'Word (DOCX)' },
  purpose: {
    en: 'For people who edit in an office suite',
    fr: 'Pour qui travaille dans une suite bureautique',
  },
  extension: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  choices: { names: true, times: true, firstPage: true, captions: null, chapters: true },
  output: onlySheet,
  group: 'documents',
  input: input('none'),
  readBytes: readDocx,
}
