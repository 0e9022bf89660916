import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { countedLosses, wordLosses } from '../losses.ts'
import { tableCell } from '../../tables/table-cell.ts'
import { tableHead, tableRows } from './table-rows.ts'
import { anyText } from '../output-options.ts'

/** Tab-separated values: one row per caption and speaker. */
export const tsv: FormatOf<'tsv'> = {
  id: 'tsv',
  label: { en: 'Table (TSV)', fr: 'Tableau (TSV)' },
  purpose: { en: 'Captions for scripts and statistics', fr: 'Sous-titres pour scripts et statistiques' },
  extension: '.tsv',
  mediaType: 'text/tab-separated-values',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: { ...anyText, offset: true },
  group: 'programs',
  input: null,
  write: writeTsv,
}

function writeTsv(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const all = tableRows(document, options)
  const rows = all.map(({ start, end, speaker, text }) => [start, end, speaker, text])
  const losses = countedLosses([
    { code: 'line-breaks', count: all.filter(({ text }) => text.includes('\n')).length },
  ])
  return {
    text: [tableHead, ...rows]
      .map((row) => `${row.map((text) => tableCell(text, 'tsv')).join('\t')}\n`)
      .join(''),
    losses: [...wordLosses(document.transcript), ...losses],
  }
}
