import { describe, expect, it } from 'vitest'
import { conversation, paragraph, saidWords } from '../edits/testing/samples.ts'
import type { Mark } from '../transcript/transcript.ts'
import { countPlaces } from './review-places.ts'
import { reviewTexts } from './review-texts.ts'
import { outside, reviewBitRate, reviewSoundBytes, reviewSpans } from './review-sound.ts'
import { doubt, madePage } from './testing/made-page.ts'

const redaction = (fromWordId: string, toWordId: string): Mark => ({
  id: 'x',
  kind: 'redaction',
  fromWordId,
  toWordId,
  value: null,
})

/** The texts of a page's paragraphs. */
const textsOf = (page: string): string[] =>
  [...page.matchAll(/<p>(.*?)<\/p><button/gsu)].map(([, html = '']) =>
    html
      .replaceAll(/<[^>]+>/gu, '')
      .replaceAll('&#13;', '\r')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )

describe('a review page', () => {
  it('has text, voices and places, both languages, and its sound last', () => {
    const { before, after, data } = madePage()
    expect(textsOf(before)).toEqual([
      'Who was there last night?',
      'Nobody. They all went home.',
      'That is what I thought.',
    ])
    expect(data.voices).toEqual([
      { id: 's1', name: 'Anna', label: 'Anna' },
      { id: 's2', name: null, label: 'Speaker 2' },
    ])
    const [place] = data.places
    expect(place).toMatchObject({ paragraph: 1, kind: 'words', fromWordId: 'c2.0', toWordId: 'c2.1' })
    expect(textsOf(before)[1]?.slice(place?.from, place?.to)).toBe('Nobody. They')
    for (const language of ['en', 'fr'] as const)
      for (const key of reviewTexts) expect(data.texts[language][key]).not.toMatch(/none/u)
    expect(before.endsWith('<script type="text/plain" id="sound">')).toBe(true)
    expect(after).toMatch(/^<\/script>/u)
  })

  it('counts the places that it marks: one within another is part of it', () => {
    const { made, data } = madePage({}, { doubts: [doubt('c2.0', 'c2.2'), doubt('c2.1', 'c2.1')] })
    expect(made.places).toHaveLength(2)
    expect(data.places).toHaveLength(1)
    expect(countPlaces(made)).toBe(1)
  })

  it('runs its own script alone and may fetch and send nothing', () => {
    expect(madePage().before).toContain(
      `content="default-src 'none'; script-src 'sha256-hash'; style-src 'unsafe-inline'; media-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'"`,
    )
  })

  it('divides each text by its words, whatever they are', () => {
    const words = saidWords('c1', 'a <b> "c" & d', 0).map((word, index) => ({
      ...word,
      before: ['', ' ', '\r\n', '\r', '  '][index] ?? '',
    }))
    const { before, data } = madePage({ paragraphs: [paragraph('p1', 's1', words)] }, { doubts: [] })
    const [text = ''] = textsOf(before)
    const { ids, lengths } = data.paragraphs[0]!
    let at = 0
    const divided = ids.map((id, index) => {
      const from = at + lengths[2 * index]!
      at = from + lengths[2 * index + 1]!
      return [id, text.slice(from, at)]
    })
    expect(divided).toEqual(words.map(({ id, text: word }) => [id, word]))
    expect(at).toBe(text.length)
  })

  it('ends no script early', () => {
    const title = '</script><script>alert(1)</script>'
    const { before, data } = madePage({}, { title })
    expect(before.match(/<\/script>/gu)).toHaveLength(2)
    expect(data.title).toBe(title)
  })

  it('writes names with signs as they are', () => {
    const [anna, ...others] = conversation().speakers
    const speakers = [{ ...anna!, name: `$& "<b>` }, ...others]
    const { before } = madePage({ speakers }, { speakerId: 's1' })
    expect(before).toContain('>Name of $&amp; &quot;&lt;b&gt;</label>')
    expect(before).toContain('>This page has only what $&amp; &quot;&lt;b&gt; says.</p>')
  })

  it('has no redacted word, nor the place of a doubt about one, and no comment', () => {
    const comment = {
      id: 'm',
      kind: 'comment',
      fromWordId: 'c1.0',
      toWordId: 'c1.0',
      value: 'a remark',
    } as const
    const marks = [comment, redaction('c2.1', 'c2.3')]
    const doubts = [doubt('c2.0', 'c2.1'), doubt('c2.3', 'c2.4'), doubt('c3.0', 'c3.0')]
    const { before, made, data } = madePage({ marks }, { doubts })
    expect(textsOf(before)[1]).toBe('Nobody. [redacted] home.')
    expect(before).not.toMatch(/They|went|a remark/u)
    expect(data.places.map(({ fromWordId }) => fromWordId)).toEqual(['c3.0'])
    expect(made.document.silences).toHaveLength(1)
  })

  it('has the words of one speaker alone if that is asked for, and no other name', () => {
    const { before, data } = madePage({}, { speakerId: 's2', doubts: [doubt('c1.0', 'c1.0')] })
    expect(textsOf(before)).toEqual(['Nobody. They all went home.'])
    expect(before).not.toMatch(/Anna|thought|night\?/u)
    expect(before).toContain('This page has only what Speaker 2 says.')
    expect(data.places).toEqual([])
    expect(data.paragraphs).toHaveLength(1)
  })
})

describe('the sound of a review page', () => {
  it('is all, the seconds around places, or none', () => {
    const { made } = madePage({}, { doubts: [doubt('c3.4', 'c3.4')] })
    expect(reviewSpans(made, 'all', false)).toEqual([{ startMs: 0, endMs: 8_000 }])
    expect(reviewSpans(made, 'places', false)).toEqual([{ startMs: 1_600, endMs: 8_000 }])
    expect(reviewSpans(made, 'none', false)).toEqual([])
  })

  it('has nothing that others say of a page for one speaker', () => {
    // Ben says a word while Anna speaks.
    const paragraphs = [
      paragraph('p1', 's1', saidWords('c1', 'Who was there last night?', 0)),
      paragraph('p2', 's2', saidWords('c2', 'Hm.', 850)),
    ]
    const { made } = madePage({ paragraphs }, { speakerId: 's1' })
    expect(reviewSpans(made, 'all', true)).toEqual([
      { startMs: 0, endMs: 850 },
      { startMs: 1_150, endMs: 2_100 },
    ])
    expect(outside(reviewSpans(made, 'all', true), 8_000)).toEqual([
      { startMs: 850, endMs: 1_150 },
      { startMs: 2_100, endMs: 8_000 },
    ])
  })

  it('of 93 minutes is embedded in less than 25 MB, at 24 kb/s; over three hours are too long', () => {
    const seconds = 93 * 60
    expect(reviewBitRate(seconds)).toBe(24_000)
    expect((reviewSoundBytes(seconds, 24_000) * 4) / 3).toBeLessThan(25_000_000)
    expect(reviewBitRate(180 * 60)).toBe(16_000)
    expect(reviewBitRate(4 * 3_600)).toBeNull()
  })
})
