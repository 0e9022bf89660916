import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { txt } from '../documents/txt.ts'
import { readDocx } from '../documents/docx-reader.ts'
import type { ReadResult } from '../format.ts'
import { english, sampleDocument } from '../testing/sample-document.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { readText } from './text-reader.ts'

const linesIn = ({ document: { transcript } }: ReadResult): string[] => {
  const names = new Map(transcript.speakers.map(({ id, name }) => [id, name]))
  return transcript.paragraphs.map(
    (paragraph) => `${names.get(paragraph.speakerId ?? '') ?? '-'} | ${paragraphText(paragraph)}`,
  )
}

test.each<[string, string, readonly string[]]>([
  [
    'one line a speaker',
    'SAM: I was there.\nTOM: So was I.\nSAM: Good.',
    ['SAM | I was there.', 'TOM | So was I.', 'SAM | Good.'],
  ],
  ['each once, in capitals', 'SAM: I was there.\nTOM: So was I.', ['SAM | I was there.', 'TOM | So was I.']],
  [
    'a name once among names that recur',
    'Sam: Hello.\nTom: Hi.\nSam: Who was there?\nAnna de Vries: I was.',
    ['Sam | Hello.', 'Tom | Hi.', 'Sam | Who was there?', 'Anna de Vries | I was.'],
  ],
  [
    'lines that are broken at a width',
    'SAM: I was there,\nall the time.\r\nTOM: So\r\nwas I.',
    ['SAM | I was there, all the time.', 'TOM | So was I.'],
  ],
  [
    'a name on a line of its own',
    'Léa :\nJ’y étais.\n\nTom :\n\nMoi aussi.\n\nLéa :\nBien.\n\nTom :\nOui.',
    ['Léa | J’y étais.', 'Tom | Moi aussi.', 'Léa | Bien.', 'Tom | Oui.'],
  ],
  [
    'times, parts and dashes beside names',
    '[00:00:01] - SAM (off): I was there.\n0:04 TOM (0:04): So was I.',
    ['SAM | I was there.', 'TOM | So was I.'],
  ],
  [
    'names in capitals above what they say, as in a screenplay',
    'INT. HOUSE\n\nSAM\nI was there.\n\nTOM (V.O.)\nSo was I.\n\nSAM\nGood.\n\nTOM\nYES.\nAll of it.',
    ['- | INT. HOUSE', 'SAM | I was there.', 'TOM | So was I.', 'SAM | Good.', 'TOM | YES. All of it.'],
  ],
  [
    'what is no name',
    'Note: first.\nNOTE: well\nNote: second.\nAt 10: we left.\nIt was 10:30.\nOnce: never.',
    ['- | Note: first. NOTE: well Note: second. At 10: we left. It was 10:30. Once: never.'],
  ],
  [
    'headings that do not recur',
    'Aim: To see.\nMethod: By looking.',
    ['- | Aim: To see. Method: By looking.'],
  ],
  ['nobody’s words after a name', 'A.\n\nSAM:\n', ['- | A.', '- | SAM:']],
])('a script with %s', (_, text, expected) => {
  expect(linesIn(readText(text))).toEqual(expected)
})

test('names that were found are reported', () => {
  expect(readText('SAM: I was there.\nTOM: So was I.\nSAM: Good.').corrections).toEqual([
    { code: 'names-in-text', line: null, detail: 'SAM, TOM' },
  ])
  expect(readText('I was there.\n\nSo was I.').corrections).toEqual([])
})

test('a text of ours comes back with its names, without its times', () => {
  const document = sampleDocument('resources/samples/conversation-fr.json')
  const again = readText(txt.write!(document, english).text)
  expect(linesIn(again)).toEqual(
    document.transcript.paragraphs.map((paragraph) => {
      const at = document.transcript.speakers.findIndex(({ id }) => id === paragraph.speakerId)
      return `${document.transcript.speakers[at]?.name ?? english.speakerLabel(at + 1)} | ${paragraphText(paragraph)}`
    }),
  )
})

test('line breaks within a paragraph of a Word document divide it as lines of a text do', () => {
  const xml =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>SAM: I was there.</w:t><w:br/><w:t>TOM: So</w:t><w:tab/>' +
    '<w:t>was I.</w:t></w:r></w:p></w:body></w:document>'
  const { document, corrections } = readDocx(zipSync({ 'word/document.xml': strToU8(xml) }))
  expect(linesIn({ document, corrections })).toEqual(['SAM | I was there.', 'TOM | So was I.'])
  expect(corrections).toMatchObject([{ code: 'names-in-text', detail: 'SAM, TOM' }])
})
