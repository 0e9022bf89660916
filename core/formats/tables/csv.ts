import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { wordLosses } from '../losses.ts'
import { tableCell } from '../../tables/table-cell.ts'
import { tableHead, tableRows } from './table-rows.ts'
import { anyText } from '../output-options.ts'

/**
 * Comma-separated values (RFC 4180, with LF): one row per caption and speaker; line breaks are kept within
 * quotes.
 */
export const csv: FormatOf<'csv'> = {
  id: 'csv',
  label: { en: 'Table (CSV)', fr: 'Tableau (CSV)' },
  purpose: { en: 'Captions for a spreadsheet', fr: 'Sous-titres pour un tableur' },
  extension: '.csv',
  mediaType: 'text/csv',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: { ...anyText, offset: true },
  group: 'programs',
  input: null,
  write: writeCsv,
}

function writeCsv(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const rows = tableRows(document, options).map(({ start, end, speaker, text }) => [
    start,
    end,
    speaker,
    text,
  ])
  const lines = [tableHead, ...rows].map((row) => `${row.map((text) => tableCell(text, 'csv')).join(',')}\n`)
  return { text: lines.join(''), losses: wordLosses(document.transcript) }
}
