import { expect, it } from 'vitest'
import { csv } from './csv.ts'
import { readBytes } from '../reading/read-bytes.ts'
import { tableCell } from '../../tables/table-cell.ts'
import { tsv } from './tsv.ts'

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`, `'=HYPERLINK("http://x")`],
  ['+1', "'+1", "'+1"],
  ['-1+2', "'-1+2", "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)", "'@SUM(A1)"],
  ['\t=1', "'\t=1", "' =1"],
  ['  =1', "'  =1", "'  =1"],
  ['\uFF1D1', "'\uFF1D1", "'\uFF1D1"],
  ['a\n=b, "c"', '"a\n=b, ""c"""', 'a =b, "c"'],
  ['a\tb', 'a\tb', 'a b'],
  ['3 - 2 = 1', '3 - 2 = 1', '3 - 2 = 1'],
  ['', '', ''],
])('%j is no formula in a spreadsheet', (text, inCsv, inTsv) => {
  expect([tableCell(text, 'csv'), tableCell(text, 'tsv')]).toEqual([inCsv, inTsv])
})

it('tables of captions hold no cell that a spreadsheet calculates', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v =cmd()>=1+1\n\n00:03.000 --> 00:04.000\n-Hello, you\n'
  const { document } = readBytes('a.vtt', new TextEncoder().encode(vtt))
  for (const [format, separator] of [
    [csv, ','],
    [tsv, '\t'],
  ] as const) {
    const written = format.write?.(document, { speakerLabel: String })?.text ?? ''
    const cells = written.split('\n').flatMap((line) => line.split(separator))
    expect(cells.filter((cell) => /^"?[=+\-@]/u.test(cell))).toEqual([])
    expect(cells).toContain("'=cmd()")
  }
})
