import { describe, expect, it } from 'vitest'
import { documentOf, sampleDocument, withChapters } from '#core/formats/testing/sample-document'
import type { DocumentWithExtras } from '#core/formats/format'
import { speakingTime } from '#core/speaking/speaking-time'
import { spokenLength } from '#core/notation/lengths'
import { paragraphText } from '#core/transcript/transcript'
import { makeExport } from './make-export.ts'
import { unzip } from './testing/unzip.ts'

/** Style and text of a Word document's paragraphs. */
async function opened(document: DocumentWithExtras, options: Parameters<typeof makeExport>[2] = {}) {
  const { bytes, text, losses } = await makeExport(document, 'docx', options)
  const files = unzip(bytes)
  const xml = files.get('word/document.xml') ?? ''
  const paragraphs = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, inner = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/u.exec(inner)?.[1],
    text: unescaped([...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('')),
    bold: /<w:b\/>/u.test(inner),
    startsPage: /<w:pageBreakBefore\/>/u.test(inner),
  }))
  return { files, xml, paragraphs, text, losses }
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replaceAll(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
}

describe('a Word document', () => {
  it('holds title, facts, speakers, times and every word, in French', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const { files, paragraphs, text, losses } = await opened(document)
    expect(text).toBeNull()
    expect(losses.map((loss) => loss.code)).toContain('word-times')
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']),
    )
    expect(paragraphs.slice(0, 4)).toMatchObject([
      { style: 'Title', text: 'A sample' },
      {
        style: 'Facts',
        text: expect.stringMatching(/^conversation-fr\.opus · durée 0:00:\d\d · 2 voix · \d+ mots$/u),
      },
      { style: 'Speaker', text: 'Léa  0:00:00', bold: true },
      { style: 'Speech', text: paragraphText(document.transcript.paragraphs[0]!).trim() },
    ])
    expect(paragraphs.filter(({ style }) => style === 'Speech').map((each) => each.text)).toEqual(
      document.transcript.paragraphs.map((each) => paragraphText(each).trim()),
    )
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="fr-FR"/>')
    expect(files.get('docProps/core.xml')).toContain('<dc:title>A sample</dc:title>')
  })

  it('is in English for an English transcript, and leaves out what is not wanted', async () => {
    const document = sampleDocument('resources/samples/conversation-en.json')
    const { files, paragraphs } = await opened(document, { times: false, speakerNames: false })
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-US"/>')
    expect(paragraphs[1]?.text).toMatch(/2 speakers/u)
    expect(new Set(paragraphs.slice(2).map(({ style }) => style))).toEqual(new Set(['Speech']))
    const named = await opened(document, { times: false })
    expect(
      named.paragraphs.filter(({ style }) => style === 'Speaker').map((each) => each.text),
    ).not.toContainEqual(expect.stringMatching(/\d:\d\d/u))
  })

  it('has title, date, length and speaking time on a first page where that is chosen', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const recorded = { atMs: Date.UTC(2025, 2, 3, 12), kind: 'recorded' } as const
    const { xml, paragraphs } = await opened(document, { firstPage: recorded })
    const first = paragraphs.findIndex(({ startsPage }) => startsPage)
    expect(paragraphs.filter(({ startsPage }) => startsPage)).toEqual([
      expect.objectContaining({ style: 'Speaker', text: 'Léa  0:00:00' }),
    ])
    const { durationMs } = document.recording
    const { turns, paragraphs: said, speakers } = document.transcript
    const figures = speakingTime(turns, durationMs, said, speakers).speakers
    const longestFirst = figures.toSorted((a, b) => b.speakingMs - a.speakingMs)
    expect(paragraphs.slice(0, first).map((each) => each.text)).toEqual([
      'A sample',
      expect.stringMatching(/^3 mars 2025 · conversation-fr\.opus · durée 0:00:\d\d · 2 voix · \d+ mots$/u),
      'Temps de parole',
      'Voix',
      'Temps',
      'Part',
      ...longestFirst.flatMap(({ name, speakingMs, share }) => [
        name,
        spokenLength(speakingMs, 'fr'),
        expect.stringMatching(new RegExp(`^${(share * 100).toFixed(1).replace('.', ',')}\\s%$`, 'u')),
      ]),
    ])
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
  })

  it('has its chapters as headings above what is said in them, the first one on the page after the first', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const given = withChapters(document, [0, 'L’atelier'], [15_000, 'Les <fiches>'], [46_000, 'Photo', false])
    const { paragraphs, losses } = await opened(given)
    const headings = paragraphs.flatMap(({ style, text }, index) =>
      style === 'Heading1' ? [[text, paragraphs[index + 1]?.text]] : [],
    )
    expect(headings).toEqual([
      ['L’atelier  0:00:00', 'Léa  0:00:00'],
      ['Les <fiches>  0:00:15', 'Léa  0:00:14'],
    ])
    expect(losses).toContainEqual({ code: 'chapters', count: 1 })
    const whole = await makeExport(withChapters(document, [0, 'A']), 'docx', {})
    expect(whole.losses.map(({ code }) => code)).not.toContain('chapters')
    const { losses: ofText } = await makeExport(withChapters(document, [0, 'A']), 'txt', {})
    expect(ofText).toContainEqual({ code: 'chapters', count: 1 })
    const firstPage = { atMs: 0, kind: 'recorded' } as const
    const withFirst = await opened(given, { firstPage, times: false })
    expect(withFirst.paragraphs.filter(({ startsPage }) => startsPage)).toEqual([
      expect.objectContaining({ style: 'Heading1', text: 'L’atelier' }),
    ])
  })

  it('says where its date is the one of adding, and names nobody on the first page where names are not wanted', async () => {
    const document = sampleDocument('resources/samples/conversation-en.json')
    const added = { atMs: Date.UTC(2025, 2, 3, 12), kind: 'added' } as const
    const { paragraphs } = await opened(document, {
      firstPage: added,
      locale: 'en-US',
      speakerNames: false,
      times: false,
    })
    expect(paragraphs[1]?.text).toMatch(/^imported on March 3, 2025 · conversation-en\.opus · /u)
    const texts = paragraphs.map(({ text }) => text)
    expect(texts.filter((text) => /^Speaker \d$/u.test(text))).toHaveLength(2)
    expect(texts).not.toContain(document.transcript.speakers[0]?.name)
    expect(paragraphs.filter(({ startsPage }) => startsPage)).toEqual([
      expect.objectContaining({ style: 'Speech' }),
    ])
  })

  it('says which part of the recording was transcribed, and how long the whole is, in both languages', async () => {
    const recorded = { atMs: Date.UTC(2025, 2, 3, 12), kind: 'recorded' } as const
    const factsOf = async (language: 'en' | 'fr', settings: { fromMs?: number; toMs?: number }) => {
      const { recording, transcript, ...rest } = sampleDocument(
        `resources/samples/conversation-${language}.json`,
      )
      const document = {
        ...rest,
        recording: { ...recording, durationMs: 62_000 },
        transcript: { ...transcript, run: { ...transcript.run, settings } },
      }
      const { paragraphs } = await opened(document, { firstPage: recorded })
      return paragraphs.find(({ style }) => style === 'Facts')?.text
    }
    const part = { fromMs: 10_000, toMs: 30_000 }
    expect(await factsOf('en', part)).toContain(' · part 0:00:10–0:00:30 of 0:01:02 · ')
    expect(await factsOf('fr', part)).toContain(' · partie de 0:00:10 à 0:00:30 sur 0:01:02 · ')
    expect(await factsOf('en', { fromMs: 10_000 })).toContain(' · part 0:00:10–0:01:02 of 0:01:02 · ')
    expect(await factsOf('fr', {})).toContain(' · durée 0:01:02 · ')
  })

  it('has no table on the first page where nobody was heard', async () => {
    const [first] = sampleDocument('resources/samples/conversation-en.json').transcript.paragraphs
    const firstPage = { atMs: 0, kind: 'recorded' } as const
    const { xml, paragraphs } = await opened(documentOf([{ ...first!, speakerId: null }]), { firstPage })
    expect(xml).not.toContain('<w:tbl>')
    expect(paragraphs.map(({ style }) => style)).toEqual(['Facts', 'Speaker', 'Speech'])
  })

  it('is whole XML whatever the text holds', async () => {
    const [first] = sampleDocument('resources/samples/conversation-en.json').transcript.paragraphs
    const words = first!.words.slice(0, 1).map((word) => ({ ...word, text: '<b>&"\u0000\u001b\ud800]]>' }))
    const { xml, paragraphs } = await opened(documentOf([{ ...first!, words }]))
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|<b>/u)
    expect(paragraphs.at(-1)?.text).toMatch(/^<b>&"\ufffd\]\]>$/u)
    expect(paragraphs[0]?.style).toBe('Facts')
  })
})
