import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { documentOf, sampleDocument, withChapters } from '#core/formats/testing/sample-document'
import { paragraphText } from '#core/transcript/transcript'
import { makeExport } from '../make-export.ts'

const recorded = { atMs: Date.UTC(2025, 2, 3, 12), kind: 'recorded' } as const

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** A PDF as read by another program. */
async function opened(document: DocumentWithExtras, options: Parameters<typeof makeExport>[2] = {}) {
  const { bytes, text, losses, extension } = await makeExport(document, 'pdf', options)
  const proxy = await getDocumentProxy(bytes.slice())
  const { text: pages } = await extractText(proxy, { mergePages: false })
  const outline = (await proxy.getOutline()) as Bookmark[] | null
  const { info } = await getMeta(proxy)
  const marked = (await proxy.getMarkInfo()) as { Marked?: boolean } | null
  return { bytes, text, losses, extension, pages, outline, info, marked }
}

const spaced = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

function textDocument(...texts: readonly string[]): DocumentWithExtras {
  const paragraphs = texts.map((text, index) => ({
    id: `p${index}`,
    speakerId: null,
    language: 'en',
    kind: 'speech' as const,
    words: text.split(' ').map((word, place) => ({
      id: `p${index}.${place}`,
      before: place === 0 ? '' : ' ',
      text: word,
      startMs: 0,
      endMs: 0,
      confidence: null,
      origin: 'imported' as const,
    })),
  }))
  return documentOf(paragraphs)
}

describe('a PDF', () => {
  it('holds title, facts, names, times and every word as text, with bookmarks, title, language and tags', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const { text, losses, pages, outline, info, marked, bytes, extension } = await opened(document)
    expect(text).toBeNull()
    expect(extension).toBe('.pdf')
    expect(losses.map(({ code }) => code)).toEqual(['word-times', 'speaker-turns'])
    expect(pages).toHaveLength(1)
    const shown = spaced(pages[0] ?? '')
    expect(shown).toMatch(/^A sample conversation-fr\.opus · durée 0:00:46 · 2 voix · \d+ mots Léa 0:00:00 /u)
    for (const paragraph of document.transcript.paragraphs) {
      expect(shown).toContain(spaced(paragraphText(paragraph)))
    }
    expect(shown).toMatch(/ 1 \/ 1$/u)
    expect(outline?.map(({ title }) => title).slice(0, 3)).toEqual([
      'A sample',
      'Léa  0:00:00',
      'Hugo  0:00:07',
    ])
    expect(info).toMatchObject({ Title: 'A sample', Language: 'fr', Creator: 'Parolo' })
    expect(marked?.Marked).toBe(true)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CreationDate|ModDate/u)
  })

  it('has its chapters as headings, with the voices below them in the bookmarks', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const given = withChapters(document, [6_900, 'L’atelier'], [33_500, 'Les fiches'])
    const { pages, outline, losses } = await opened(given)
    expect(spaced(pages[0] ?? '')).toMatch(
      / L’atelier 0:00:06 Hugo 0:00:07 .* Les fiches 0:00:33 Léa 0:00:33 /u,
    )
    expect(outline?.map(({ title, items }) => [title, items.length])).toEqual([
      ['A sample', 0],
      ['Léa  0:00:00', 0],
      ['L’atelier', 5],
      ['Les fiches', 3],
    ])
    expect(losses.map(({ code }) => code)).not.toContain('chapters')
  })

  it('is the same to the byte each time', async () => {
    const document = sampleDocument('resources/samples/conversation-en.json')
    const [first, second] = await Promise.all([
      makeExport(document, 'pdf', { firstPage: recorded }),
      makeExport(document, 'pdf', { firstPage: recorded }),
    ])
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  it('has date and speaking time on a page of their own if wanted, and leaves out names and times if not', async () => {
    const document = sampleDocument('resources/samples/conversation-fr.json')
    const { pages } = await opened(document, { firstPage: recorded })
    expect(pages).toHaveLength(2)
    expect(spaced(pages[0] ?? '')).toMatch(
      /3 mars 2025 .* Temps de parole Voix Temps Part Hugo 0:24 59,1 % Léa 0:17 40,9 % 1 \/ 2$/u,
    )
    const plain = await opened(document, { speakerNames: false, times: false })
    expect(plain.pages.join(' ')).not.toMatch(/Léa 0:00|0:00:07/u)
  })

  it('shows Latin of every kind, Greek and Cyrillic, and counts what its typefaces lack', async () => {
    const shown = 'Łódź źdźbło Œuvre đường Καλημέρα Привет «\u00A0été\u202F!\u00A0» naïve e\u0301tude'
    const { pages, losses } = await opened(textDocument(shown, 'A 日本 😀 \uFB01n e\u200Bnd'))
    expect(spaced(pages.join(' '))).toContain(spaced(shown))
    expect(spaced(pages.join(' '))).toContain('A \uFFFD\uFFFD \uFFFD fin end')
    expect(losses).toContainEqual({ code: 'characters', count: 3 })
  })

  it('numbers its pages, and parts long words and paragraphs without losing a letter', async () => {
    const long = 'abcdefghij'.repeat(40)
    const sentence = 'One two three four five six seven eight nine ten, and so on and on. '.repeat(120).trim()
    const { pages } = await opened(textDocument(long, sentence, sentence), { times: false })
    expect(pages.length).toBeGreaterThan(3)
    const bodies = pages.map((page, index) => {
      const body = page.trimEnd()
      expect(body).toMatch(new RegExp(`${index + 1} / ${pages.length}$`, 'u'))
      return body.slice(0, body.lastIndexOf('\n'))
    })
    const letters = bodies.join('').replaceAll(/\s/gu, '')
    expect(letters).toContain((long + sentence + sentence).replaceAll(' ', ''))
  })
})
