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

it('minutes for Word have a comment on each item: when it was said, by whom, and the words', async () => {
  const sample = sampleDocument('resources/samples/conversation-fr.json')
  const moments = [
    { id: 'm1', kind: 'decision', atMs: 5_000, value: 'On y va' },
    { id: 'm2', kind: 'action', atMs: 7_000, value: { text: 'Réserver', who: 'Léa', until: '' } },
    { id: 'm3', kind: 'bookmark', atMs: 3_000, value: '' },
    { id: 'm4', kind: 'decision', atMs: 3_600_000, value: 'Plus tard' },
  ]
  const document = { ...sample, recording: { ...sample.recording, moments } }
  const { bytes } = await makeExport(document, 'minutes', {})
  const files = unzip(bytes)
  const written = (files.get('word/comments.xml') ?? '').matchAll(
    /<w:comment ([^>]*)>.*?<w:t[^>]*>([^<]*)</gsu,
  )
  const comments = [...written].map(([, attributes = '', text]) => [
    /w:id="(\d)"/u.exec(attributes)?.[1],
    /w:author="([^"]*)"/u.exec(attributes)?.[1],
    text,
  ])
  expect(comments).toEqual([
    ['0', 'Parolo', expect.stringMatching(/^0:05 \S.*\u00A0: «\u00A0.+\u00A0»$/u)],
    ['1', 'Parolo', '1:00:00 Personne ne parle ici.'],
    ['2', 'Parolo', expect.stringMatching(/^0:07 /u)],
    ['3', 'Parolo', expect.stringMatching(/^0:03 /u)],
  ])
  const xml = files.get('word/document.xml') ?? ''
  const commented = [
    ...xml.matchAll(
      /<w:commentRangeStart w:id="(\d)"\/>.*?<w:t[^>]*>([^<]*)<.*?<w:commentRangeEnd w:id="\1"\/>/gsu,
    ),
  ].map(([, id, text]) => [id, text])
  expect(commented.slice(0, 3)).toEqual([
    ['0', 'On y va'],
    ['1', 'Plus tard'],
    ['2', 'Réserver'],
  ])
  expect(commented).toHaveLength(4)
  expect(xml.match(/<w:commentReference /gu)).toHaveLength(4)
  const without = unzip((await makeExport(document, 'minutes', { times: false })).bytes)
  expect(without.get('word/document.xml')).not.toContain('w:comment')
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
