import { expect, it } from 'vitest'
import { documentOf, sampleDocument, withChapters } from '#core/formats/testing/sample-document'
import type { DocumentWithExtras } from '#core/formats/format'
import type { FormatId } from '#core/formats/formats'
import { paragraphText } from '#core/transcript/transcript'
import { makeExport, type MakeExportOptions } from '../make-export.ts'

const conversation = withChapters(sampleDocument('resources/samples/conversation-fr.json'), [
  15_000,
  'Les <fiches>',
])

async function paperOf(document: DocumentWithExtras, format: FormatId, options: MakeExportOptions = {}) {
  const { paper } = await makeExport(document, format, { ...options, withPaper: true })
  return paper
}

/** Of the elements of a page, in order. */
const texts = (html: string): string[] =>
  [...html.matchAll(/<(?:p|h\d|li|td|th|blockquote)\b[^>]*>(.*?)<\/(?:p|h\d|li|td|th|blockquote)>/gu)].map(
    ([, inner = '']) => inner.replaceAll(/<[^>]*>/gu, '').trim(),
  )

it('shows title, facts, chapters, names and every word of Word and PDF, on white sheets', async () => {
  const word = await paperOf(conversation, 'docx')
  expect(await paperOf(conversation, 'pdf')).toEqual(word)
  const html = word?.html ?? ''
  expect(word?.isWhole).toBe(true)
  expect(html).toContain('<html lang="fr">')
  expect(html).not.toContain('<script')
  const shown = texts(html)
  expect(shown.slice(0, 3)).toEqual([
    'A sample',
    expect.stringMatching(/^conversation-fr\.opus · durée 0:00:\d\d · 2 voix · \d+ mots$/u),
    'Léa 0:00:00',
  ])
  expect(shown).toContain('Les &lt;fiches&gt; 0:00:15')
  for (const paragraph of conversation.transcript.paragraphs)
    expect(shown).toContain(paragraphText(paragraph).trim())
  expect(html.match(/class="sheet"/gu)).toHaveLength(1)
  const plain = await paperOf(conversation, 'docx', { speakerNames: false, times: false })
  expect(plain?.html).not.toMatch(/Léa|0:00:07/u)
})

it('has the first page that is asked for, with the speaking time', async () => {
  const paper = await paperOf(conversation, 'docx', { firstPage: { atMs: 0, kind: 'recorded' } })
  expect(paper?.html.match(/class="sheet"/gu)).toHaveLength(2)
  expect(texts(paper?.html ?? '')).toEqual(expect.arrayContaining(['Temps de parole', 'Part', 'Hugo', 'Léa']))
})

it('shows the beginning of a long document', async () => {
  const [first] = conversation.transcript.paragraphs
  const many = Array.from({ length: 600 }, (_, index) => ({ ...first!, id: `p${index}` }))
  const paper = await paperOf(documentOf(many), 'docx')
  expect(paper?.isWhole).toBe(false)
  expect(paper?.html.length).toBeLessThan(60_000)
})

it('shows minutes as they are in Word, without signs of Markdown', async () => {
  const template = '# {title}\n\n## Decisions\n{decisions}\n\n- An item\n{actions}\n{text}'
  const moments = [
    { id: 'd1', kind: 'decision', atMs: 1_000, value: 'Buy *glue*' },
    { id: 'a1', kind: 'action', atMs: 2_000, value: { text: 'Call', who: 'Hugo', until: 'Monday' } },
  ]
  const given = { ...conversation, recording: { ...conversation.recording, moments } }
  const paper = await paperOf(given, 'minutes', { minutes: { template, wholeText: true, date: '' } })
  const shown = texts(paper?.html ?? '')
  expect(shown).toEqual(
    expect.arrayContaining([
      'A sample',
      'Décisions',
      'Buy *glue* 0:01',
      'An item',
      'Call',
      'Hugo',
      'Léa 0:00:00',
    ]),
  )
  expect(shown.join('\n')).not.toMatch(/^[#>-]|\*\*|\\/mu)
})

it('is not made where it is not asked for, nor for what is not for paper', async () => {
  expect(await paperOf(conversation, 'txt')).toBeUndefined()
  expect((await makeExport(conversation, 'docx', {})).paper).toBeUndefined()
})
