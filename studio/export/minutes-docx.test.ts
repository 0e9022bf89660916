import { expect, it } from 'vitest'
import { sampleDocument } from '#core/formats/testing/sample-document'
import { redactedDocument } from '#core/redaction/redacted-document'
import { makeExport } from './make-export.ts'
import { unzip } from './testing/unzip.ts'

it('minutes for Word have headings, tables and numbers of Word, and the whole text where it is asked for', async () => {
  const sample = sampleDocument('resources/samples/conversation-fr.json')
  const moments = [
    { id: 'm1', kind: 'decision', atMs: 5_000, value: 'On y va <vite> & bien' },
    { id: 'm2', kind: 'decision', atMs: 6_000, value: 'Demain' },
    { id: 'm3', kind: 'action', atMs: 7_000, value: { text: 'Réserver', who: 'Léa', until: 'lundi' } },
    { id: 'm4', kind: 'bookmark', atMs: 3_000, value: 'à relire' },
  ]
  const document = { ...sample, recording: { ...sample.recording, moments, place: 'Salle 4' } }
  const made = async (wholeText: boolean) => {
    const minutes = { template: '', wholeText, date: '26 novembre 2026' }
    const { bytes, losses } = await makeExport(document, 'minutes', { minutes })
    return { xml: unzip(bytes).get('word/document.xml') ?? '', losses }
  }
  const { xml, losses } = await made(false)
  expect(losses.map(({ code }) => code)).toEqual(['words'])
  const headings = [...xml.matchAll(/<w:pStyle w:val="(Title|Heading1)"\/>.*?<w:t[^>]*>([^<]*)</gsu)]
  expect(headings.map(([, style, text]) => [style, text])).toEqual([
    ['Title', sample.recording.title],
    ['Heading1', 'Participants'],
    ['Heading1', 'Décisions'],
    ['Heading1', 'Actions'],
    ['Heading1', 'Passages marqués'],
  ])
  expect(xml.match(/<w:numId /gu)).toHaveLength(2)
  expect(xml.match(/<w:tbl>/gu)).toHaveLength(2)
  for (const text of [
    '26 novembre 2026',
    'Salle 4',
    'On y va &lt;vite&gt; &amp; bien',
    'Léa',
    'lundi',
    'à relire',
  ])
    expect(xml).toContain(text)
  const whole = await made(true)
  expect(whole.xml).toContain('Transcription')
  expect(whole.xml.length).toBeGreaterThan(xml.length + 2_000)
  const other = await makeExport(document, 'txt', {})
  expect(other.losses).toContainEqual({ code: 'moments', count: 4 })
  expect((await makeExport(document, 'json', {})).losses).toEqual([])
})

it('minutes for Word say how many moments are redacted', async () => {
  const sample = sampleDocument('resources/samples/conversation-fr.json')
  const [first] = sample.transcript.paragraphs.flatMap(({ words }) => words)
  const mark = { id: 'r', fromWordId: first?.id ?? '', toWordId: first?.id ?? '', value: null }
  const document = redactedDocument({
    ...sample,
    recording: {
      ...sample.recording,
      moments: [{ id: 'm1', kind: 'decision', atMs: first?.startMs ?? 0, value: 'Secret' }],
    },
    transcript: { ...sample.transcript, marks: [{ ...mark, kind: 'redaction' }] },
  })
  const { bytes } = await makeExport(document, 'minutes', {})
  const xml = unzip(bytes).get('word/document.xml') ?? ''
  expect(xml).toContain('1 moment occulté')
  expect(xml).not.toContain('Secret')
})
