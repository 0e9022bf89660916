import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { documentOf, english } from '../formats/testing/sample-document.ts'
import { formats } from '../formats/formats.ts'
import type { Mark, Paragraph, Word } from '../transcript/transcript.ts'
import { redactedDocument } from './redacted-document.ts'
import { redactedParts } from './redacted-parts.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import { isRedacted, rangesOfSpeaker, toggleRedaction } from './redaction-edits.ts'

function paragraph(id: string, text: string, startMs: number, speakerId: string): Paragraph {
  const words = text.split(' ').map((each, index): Word => ({
    id: `${id}.${index}`,
    before: index === 0 ? '' : ' ',
    text: each,
    startMs: startMs + index * 1_000,
    endMs: startMs + index * 1_000 + 900,
    confidence: 0.9,
    origin: 'recognised',
  }))
  return { id, speakerId, language: 'en', kind: 'speech', words }
}

const redaction = (id: string, fromWordId: string, toWordId: string, value: string | null = null): Mark => ({
  id,
  kind: 'redaction',
  fromWordId,
  toWordId,
  value,
})

/** Two speakers; Quentin says where he lives, in words that occur nowhere else. */
function secretDocument(marks: readonly Mark[] = []): DocumentWithExtras {
  const document = documentOf(
    [
      paragraph('a', 'Hello there my friend.', 0, 's1'),
      paragraph('b', 'I live at Zanzibarstreet in Xanadu, you know.', 5_000, 's2'),
      paragraph('c', 'Thank you.', 14_000, 's1'),
    ],
    marks,
  )
  const speakers = document.transcript.speakers.map((speaker, index) => ({
    ...speaker,
    name: ['Ann', 'Quentin'][index] ?? null,
  }))
  return {
    ...document,
    recording: { ...document.recording, title: 'Talk', durationMs: 20_000 },
    transcript: { ...document.transcript, speakers },
  }
}

const textOf = ({ transcript }: DocumentWithExtras): string[] =>
  transcript.paragraphs.map(({ words }) => words.map(({ before, text }) => before + text).join(''))

describe('redactedDocument', () => {
  it('is the same document where nothing is redacted', () => {
    const document = secretDocument()
    expect(redactedDocument(document)).toBe(document)
  })

  it('shows a placeholder for each run, keeps the comma, and says where sound is silent', () => {
    const document = redactedDocument(
      secretDocument([redaction('r1', 'b.3', 'b.3'), redaction('r2', 'b.4', 'b.5')]),
    )
    expect(textOf(document)[1]).toBe('I live at [redacted], you know.')
    expect(document.transcript.marks).toEqual([])
    expect(document.silences).toEqual([{ startMs: 7_880, endMs: 11_020 }])
    expect(redactedDocument(document)).toBe(document)
  })

  it.each(['[redacted]', '[Redacted],', '«[Occulté]».'])(
    'silences the sound of a placeholder that was written before: %s',
    (written) => {
      const given = secretDocument()
      const paragraphs = given.transcript.paragraphs.map((each) => ({
        ...each,
        words: each.words.map((word) => (word.id === 'b.3' ? { ...word, text: written } : word)),
      }))
      const document = redactedDocument({ ...given, transcript: { ...given.transcript, paragraphs } })
      expect(document.silences).toHaveLength(1)
    },
  )

  it('is in the language of the text, or has the words of the mark', () => {
    const document = secretDocument([
      redaction('r1', 'b.3', 'b.3', '(address)'),
      redaction('r2', 'b.5', 'b.5'),
    ])
    const french = { ...document, transcript: { ...document.transcript, language: 'fr' } }
    expect(textOf(redactedDocument(french))[1]).toBe('I live at (address) in [occulté], you know.')
  })

  it('holds nothing of what was there: former words, the glossary, texts on it, moments, members of a file, the name of a voice', () => {
    const given = secretDocument([
      redaction('r', 'b.0', 'b.7'),
      { id: 'm1', kind: 'comment', fromWordId: 'b.2', toWordId: 'c.0', value: 'Zanzibarstreet!' },
      { id: 'm2', kind: 'wording', fromWordId: 'b.3', toWordId: 'b.3', value: 'Zanzibarstreet 9' },
      {
        id: 'm3',
        kind: 'translation',
        fromWordId: 'b.0',
        toWordId: 'b.7',
        value: { language: 'fr', text: 'rue Zanzibarstreet' },
      },
      { id: 'm4', kind: 'comment', fromWordId: 'gone', toWordId: 'gone', value: 'Zanzibarstreet?' },
      { id: 'm5', kind: 'comment', fromWordId: 'c.0', toWordId: 'c.1', value: 'kept' },
      { id: 'm6', kind: 'cue-start', fromWordId: 'b.0', toWordId: 'b.0', value: 5_100 },
      { id: 'm7', kind: 'cue-start', fromWordId: 'b.4', toWordId: 'b.4', value: 9_100 },
    ])
    const was = [
      { id: 'w', text: 'Zanzibarstreet', startMs: 0, endMs: 1, confidence: null, origin: 'edited' as const },
    ]
    const { transcript } = given
    const document = redactedDocument({
      ...given,
      recording: {
        ...given.recording,
        moments: [
          { id: 'o1', kind: 'bookmark', atMs: 8_000, value: 'Zanzibarstreet' },
          { id: 'o2', kind: 'bookmark', atMs: 1_000, value: 'kept' },
        ],
      },
      transcript: {
        ...transcript,
        run: { ...transcript.run, settings: { hotwords: 'Zanzibarstreet\nXanadu', quick: false } },
        paragraphs: transcript.paragraphs.map((each) => ({
          ...each,
          words: each.words.map((word, index) => (index === 1 ? { ...word, was } : word)),
        })),
      },
      extra: { 'word:b.3': { note: 'Zanzibarstreet' } },
    })
    const whole = JSON.stringify(document)
    for (const secret of ['Zanzibarstreet', 'Xanadu', 'Quentin', 'live', 'know'])
      expect([secret, whole.includes(secret)]).toEqual([secret, false])
    expect(document.transcript.marks.map(({ id, value }) => [id, value])).toEqual([
      ['m2', '[redacted]'],
      ['m3', { language: 'fr', text: '[occulté]' }],
      ['m5', 'kept'],
      ['m6', 5_100],
      ['m7', 9_100],
    ])
    expect(document.transcript.run.settings).toEqual({ quick: false })
    expect(document.recording.moments?.map(({ id }) => id)).toEqual(['o2'])
    expect(document.transcript.speakers.map(({ name }) => name)).toEqual(['Ann', null])
  })

  it('hides redacted words in remarks and moments elsewhere, unless they are said elsewhere too', () => {
    const given = secretDocument([
      redaction('r', 'b.1', 'b.5'),
      {
        id: 'm1',
        kind: 'comment',
        fromWordId: 'c.0',
        toWordId: 'c.1',
        value: 'Ask in Xanadu, at “Zanzibarstreet’s”.',
      },
      { id: 'm2', kind: 'bookmark', fromWordId: 'c.0', toWordId: 'c.0', value: null },
      { id: 'm3', kind: 'comment', fromWordId: 'a.0', toWordId: 'a.1', value: 'my friend  knows' },
    ])
    const moments = [
      {
        id: 'o1',
        kind: 'chapter',
        atMs: 1_000,
        value: { title: 'In Xanadu', link: 'https://a.org/xanadu', isListed: true },
      },
      { id: 'o2', kind: 'decision', atMs: 2_000, value: 'To Zanzibarstreet' },
      { id: 'o3', kind: 'action', atMs: 3_000, value: { text: 'Write', who: 'Xanadu', until: 'May' } },
      { id: 'o4', kind: 'bookmark', atMs: 3_500, value: null },
    ]
    const named = { ...given.recording, title: 'On Xanadu', fileName: 'talk_Xanadu 2.wav' }
    const document = redactedDocument({ ...given, recording: { ...named, moments } })
    expect(document.recording).toMatchObject({ title: 'On [redacted]', fileName: '[redacted] 2.wav' })
    expect(document.transcript.marks.map(({ value }) => value)).toEqual([
      'Ask in [redacted], at [redacted].',
      null,
      'my friend  knows',
    ])
    expect(document.recording.moments?.map(({ value }) => value)).toEqual([
      { title: 'In [redacted]', link: 'https://a.org/xanadu', isListed: true },
      'To [redacted]',
      { text: 'Write', who: '[redacted]', until: 'May' },
      null,
    ])
    const marks: Mark[] = [
      redaction('r1', 'a.0', 'a.0'),
      redaction('r2', 'a.2', 'a.2'),
      { id: 'm', kind: 'comment', fromWordId: 'a.4', toWordId: 'a.4', value: 'Ann and Bob' },
    ]
    const said = redactedDocument(documentOf([paragraph('a', 'Ann met Bob. Ann left.', 0, 's1')], marks))
    expect(said.transcript.marks.map(({ value }) => value)).toEqual(['Ann and [redacted]'])
  })

  it('hides redacted words without capitals, quotes of redacted sentences and numbers in any spelling', () => {
    const comment = (id: string, value: string): Mark => ({
      id,
      kind: 'comment',
      fromWordId: 'a.0',
      toWordId: 'a.0',
      value,
    })
    const hidden = (said: string, from: number, to: number, remark: string): unknown =>
      redactedDocument(
        documentOf(
          [paragraph('a', said, 0, 's1')],
          [redaction('r', `a.${from}`, `a.${to}`), comment('m', remark)],
        ),
      ).transcript.marks.map(({ value }) => value)[0]
    const name = 'Ask mister of the cross. Not of the town.'
    expect(hidden(name, 2, 4, 'Call mister of the Cross by Thursday')).toBe(
      'Call mister [redacted] by Thursday',
    )
    expect(hidden(name, 2, 4, 'At the cross, of the town')).toBe('At the [redacted], of the town')
    const number = 'It is 0,6, 12,34, 56, 78. Twelve or 2026?'
    for (const spelling of ['06 12 34 56 78', '+33 (0)6.12.34.56.78', '0612345678'])
      expect(hidden(number, 2, 5, `Number: ${spelling}, in 2026`)).toBe('Number: [redacted], in 2026')
    expect(hidden('We pay 42 000 euros for 6 seats.', 2, 3, 'Budget 42000, 6 seats')).toBe(
      'Budget [redacted], 6 seats',
    )
    const sentence = 'He lives behind the old mill near here. He lives well.'
    expect(hidden(sentence, 1, 7, 'Somebody lives behind the old mill')).toBe('Somebody [redacted]')
    expect(hidden(sentence, 1, 7, 'The mill, and he lives')).toBe('The mill, and he lives')
  })

  it('leaves nothing redacted in any format of text', () => {
    const document = redactedDocument(secretDocument([redaction('r', 'b.3', 'b.5')]))
    for (const format of Object.values(formats)) {
      const bytes = format.write?.(document, english).text ?? ''
      const binary = format.writeBytes?.(document, english).bytes ?? new Uint8Array()
      const written = bytes + Buffer.from(binary).toString('latin1')
      for (const secret of ['Zanzibarstreet', 'Xanadu']) expect(written).not.toContain(secret)
      if (bytes.includes('friend')) expect(bytes).toMatch(/redacted/u)
    }
  })

  it('never leaves a redacted word, whatever is marked', () => {
    const place = fc.integer({ min: 0, max: 13 })
    const ids = secretDocument().transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
    expect(ids).toHaveLength(14)
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }), (ranges) => {
        const marks = ranges.map(([a, b], index) =>
          redaction(`r${index}`, ids[Math.min(a, b)] ?? '', ids[Math.max(a, b)] ?? ''),
        )
        const given = secretDocument(marks)
        const redacted = redactedWords(given.transcript)
        const left = redactedDocument(given)
        const shown = new Set(textOf(left).join(' ').split(' '))
        for (const { words } of given.transcript.paragraphs) {
          for (const word of words) {
            const isAlone = given.transcript.paragraphs
              .flatMap((each) => each.words)
              .filter(({ text }) => text === word.text)
            if (isAlone.length === 1) expect(shown.has(word.text)).toBe(!redacted.has(word.id))
            const isSilent = left.silences?.some(
              ({ startMs, endMs }) => startMs <= word.startMs && endMs >= word.endMs,
            )
            if (redacted.has(word.id)) expect(isSilent).toBe(true)
          }
        }
      }),
    )
  })
})

describe('redacting', () => {
  const limits = { durationMs: 20_000 }
  let number = 0
  const newId = () => `n${(number += 1)}`
  const applied = (document: DocumentWithExtras, edits: ReturnType<typeof toggleRedaction>) =>
    edits.reduce((transcript, edit) => applyEdit(transcript, edit, limits).transcript, document.transcript)

  it('marks words, and frees some of them again', () => {
    const document = secretDocument()
    const range = { fromWordId: 'a.2', toWordId: 'b.5' }
    const marked = applied(document, toggleRedaction(document.transcript, [range], newId))
    expect(isRedacted(marked, [range])).toBe(true)
    expect(isRedacted(marked, [{ fromWordId: 'a.1', toWordId: 'a.2' }])).toBe(false)
    const middle = { fromWordId: 'b.1', toWordId: 'b.2' }
    const freed = applied({ ...document, transcript: marked }, toggleRedaction(marked, [middle], newId))
    expect([...redactedWords(freed).keys()]).toEqual(['a.2', 'a.3', 'b.0', 'b.3', 'b.4', 'b.5'])
    expect(toggleRedaction(freed, [], newId)).toEqual([])
  })

  it('marks a voice wherever it speaks', () => {
    const { transcript } = secretDocument()
    const ranges = rangesOfSpeaker(transcript, 's1')
    const marked = applied(secretDocument(), toggleRedaction(transcript, ranges, newId))
    expect(textOf(redactedDocument({ ...secretDocument(), transcript: marked }))).toEqual([
      '[redacted].',
      'I live at Zanzibarstreet in Xanadu, you know.',
      '[redacted].',
    ])
  })

  it('holds where redacted words are changed', () => {
    const marked = secretDocument([redaction('r', 'b.3', 'b.5')])
    const text = 'I live at Zanzibarlane near Xanadou, you know.'
    const { transcript } = applyEdit(
      marked.transcript,
      { id: 'e', kind: 'replace-text', paragraphId: 'b', text },
      limits,
    )
    const whole = JSON.stringify(redactedDocument({ ...marked, transcript }))
    for (const secret of ['Zanzibar', 'Xanad']) expect(whole).not.toContain(secret)
  })
})

describe('redactedParts', () => {
  it('hides what is selected of redacted words, also half a word', () => {
    const { transcript } = secretDocument([redaction('r', 'b.3', 'b.5')])
    const redacted = redactedWords(transcript)
    const [, b] = transcript.paragraphs
    const parts = [{ paragraph: b ?? null, from: 0, text: 'I live at Zanz' }]
    expect(redactedParts(parts, redacted, '[…]')[0]?.text).toBe('I live at […]')
    const later = [{ paragraph: b ?? null, from: 14, text: 'ibarstreet in Xanadu, you' }]
    expect(redactedParts(later, redacted, '[…]')[0]?.text).toBe('[…] you')
    const free = [{ paragraph: b ?? null, from: 0, text: 'I live at ' }]
    expect(redactedParts(free, redacted, '[…]')).toBe(free)
  })
})
