import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark, Paragraph, Speaker } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { CueParts } from './cue-parts.ts'
import { makeCues, type Cue } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { randomParagraphs } from './testing/random-transcript.ts'

const rules = presetFor('en')
const whole = { durationMs: 600_000, language: 'en' }

const noMarks: Mark[] = []

function run(
  parts: CueParts,
  paragraphs: Paragraph[],
  marks: Mark[] = noMarks,
  { speakers = [], names = 'never' }: { speakers?: Speaker[]; names?: CaptionNames } = {},
): { cues: Cue[]; made: number } {
  const steps = parts.update({ paragraphs, marks, speakers }, rules, { ...whole, names })
  for (let made = 0; ; made++) {
    const step = steps.next()
    if (step.done) return { cues: step.value, made }
  }
}

/** Paragraphs with pauses from none to long ones between some of them. */
const spread = fc
  .tuple(
    randomParagraphs,
    fc.array(fc.constantFrom(0, 0, 1_600, 2_900, 3_100, 9_000), { minLength: 12, maxLength: 12 }),
  )
  .map(([paragraphs, pauses]) => {
    let shift = 0
    return paragraphs.map((paragraph, index): Paragraph => {
      shift += pauses[index] ?? 0
      const words = paragraph.words.map((word) => ({
        ...word,
        startMs: word.startMs + shift,
        endMs: word.endMs + shift,
      }))
      return { ...paragraph, words }
    })
  })

const said = (id: string, text: string, atMs: number): Paragraph => ({
  id,
  speakerId: 'A',
  language: 'en',
  kind: 'speech',
  words: text.split(' ').map((word, index) => ({
    id: `${id}.${index}`,
    before: index === 0 ? '' : ' ',
    text: word,
    startMs: atMs + index * 300,
    endMs: atMs + index * 300 + 250,
    confidence: null,
    origin: 'recognised',
  })),
})

describe('captions made in parts', () => {
  it('are those of the whole', () => {
    fc.assert(
      fc.property(spread, (paragraphs) => {
        const expected = makeCues({ paragraphs, marks: [], speakers: [] }, rules, whole)
        expect(run(new CueParts(), paragraphs).cues).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('name speakers as the whole does, also after a correction and a new name', () => {
    const speakersOf = (name: string): Speaker[] =>
      ['A', 'B'].map((id) => ({ id, name: id === 'A' ? name : null, colour: 0, groupId: null }))
    const speakers = speakersOf('Nora')
    const renamed = speakersOf('Nora Lindqvist')
    fc.assert(
      fc.property(
        spread,
        fc.constantFrom<CaptionNames>('change', 'always'),
        fc.nat(),
        (paragraphs, names, place) => {
          const parts = new CueParts()
          const check = (now: Paragraph[], people: Speaker[]): void =>
            expect(run(parts, now, noMarks, { speakers: people, names }).cues).toEqual(
              makeCues({ paragraphs: now, marks: [], speakers: people }, rules, { ...whole, names }),
            )
          check(paragraphs, speakers)
          const given = paragraphs.map((paragraph, index) =>
            index === place % paragraphs.length ? { ...paragraph, speakerId: 'A' } : paragraph,
          )
          check(given, speakers)
          check(given, renamed)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('break where the whole breaks, of two places that cost the same, whatever was said long before', () => {
    const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'
    const address = 'https://example.org/a-very-long-address/of/something'
    const spoken: [string, [string, number, number][]][] = [
      ['en', [['thes', 0, 0]]],
      ['en', [['the', 0, 0]]],
      ['en', [['the', 2_900, 2_900]]],
      ['fr', [['le', 5_800, 6_145]]],
      ['en', [['the', 9_045, 9_045]]],
      [
        'fr',
        [
          ['le', 12_145, 12_342],
          ['le', 12_342, 12_592],
          ['le', 12_592, 12_603],
          [long, 12_603, 12_603],
          [' ', 12_603, 12_603],
        ],
      ],
      [
        'en',
        [
          [address, 12_302, 12_358],
          ['the', 12_358, 12_358],
        ],
      ],
    ]
    const paragraphs = spoken.map(([language, words], at): Paragraph => {
      const { words: said0, ...head } = said(`p${at}`, words.map(([text]) => text).join('_'), 0)
      const [model] = said0
      if (model === undefined) throw new Error('no word')
      return {
        ...head,
        language,
        words: words.map(([text, startMs, endMs], index) => ({
          ...model,
          id: `p${at}.${index}`,
          before: index === 0 ? '' : ' ',
          text,
          startMs,
          endMs,
        })),
      }
    })
    const { cues } = run(new CueParts(), paragraphs)
    expect(cues).toEqual(makeCues({ paragraphs, marks: [], speakers: [] }, rules, whole))
  })

  it('order two who begin at once by the text, whoever spoke long before', () => {
    const by = (speakerId: string, paragraph: Paragraph): Paragraph => ({ ...paragraph, speakerId })
    const paragraphs = [
      by('A', said('p0', 'First.', 0)),
      by('B', said('p1', 'Two', 9_000)),
      by('A', said('p2', 'Three', 9_000)),
    ]
    const { cues } = run(new CueParts(), paragraphs)
    expect(cues).toEqual(makeCues({ paragraphs, marks: [], speakers: [] }, rules, whole))
    expect(cues.at(-1)?.wordIds).toEqual(['p1.0', 'p2.0'])
  })

  it('stay those of the whole after a correction', () => {
    fc.assert(
      fc.property(spread, fc.nat(), (paragraphs, place) => {
        const parts = new CueParts()
        run(parts, paragraphs)
        const corrected = paragraphs.map((paragraph, index) =>
          index === place % paragraphs.length
            ? { ...paragraph, words: paragraph.words.map((word) => ({ ...word, text: `${word.text}s` })) }
            : paragraph,
        )
        const expected = makeCues({ paragraphs: corrected, marks: [], speakers: [] }, rules, whole)
        expect(run(parts, corrected).cues).toEqual(expected)
      }),
    )
  })

  const first = said('p1', 'We mend things here.', 0)
  const second = said('p2', 'Nobody comes for the toaster.', 10_000)
  const third = said('p3', 'They stay.', 20_000)

  it('are made again only where something changed', () => {
    const parts = new CueParts()
    const before = run(parts, [first, second, third])
    expect(before.made).toBe(3)
    const after = run(parts, [first, said('p2', 'Nobody comes for toast.', 10_000), third])
    expect(after.made).toBe(1)
    expect(after.cues[0]).toBe(before.cues[0])
    expect(after.cues[1]?.lines[0]?.text).toBe('Nobody comes for toast.')
    expect(run(parts, [first, second, third]).made).toBe(1)
  })

  it('are numbered through where a part has gone', () => {
    const parts = new CueParts()
    run(parts, [first, second, third])
    expect(run(parts, [second, third]).cues.map(({ index }) => index)).toEqual([0, 1])
  })

  it('heed a mark that reaches from one part into another', () => {
    const marks: Mark[] = [{ id: 'm', kind: 'hide', fromWordId: 'p1.3', toWordId: 'p2.1', value: null }]
    const paragraphs = [first, second, third]
    const expected = makeCues({ paragraphs, marks, speakers: [] }, rules, whole)
    expect(run(new CueParts(), paragraphs, marks).cues).toEqual(expected)
  })

  it('are made again only where a mark changed', () => {
    const parts = new CueParts()
    const paragraphs = [first, second, third]
    const before = run(parts, paragraphs)
    const hidden: Mark = { id: 'm', kind: 'hide', fromWordId: 'p2.0', toWordId: 'p2.0', value: null }
    const other: Mark = { id: 'n', kind: 'comment', fromWordId: 'p3.0', toWordId: 'p3.1', value: 'why?' }
    const after = run(parts, paragraphs, [hidden])
    expect(after.made).toBe(1)
    expect(after.cues[0]).toBe(before.cues[0])
    expect(after.cues[1]?.lines[0]?.text).toBe('comes for the toaster.')
    expect(run(parts, paragraphs, [hidden, other]).made).toBe(1)
    expect(run(parts, paragraphs, [other]).made).toBe(1)
  })

  it('of parts that a mark joins are made together, the others stay', () => {
    const parts = new CueParts()
    const fourth = said('p4', 'They leave.', 40_000)
    const paragraphs = [first, second, third, fourth]
    run(parts, paragraphs)
    const marks: Mark[] = [{ id: 'm', kind: 'hide', fromWordId: 'p2.3', toWordId: 'p3.0', value: null }]
    const after = run(parts, paragraphs, marks)
    expect(after.made).toBe(1)
    expect(after.cues).toEqual(makeCues({ paragraphs, marks, speakers: [] }, rules, whole))
    expect(run(parts, [said('p1', 'We mend.', 0), second, third, fourth], marks).made).toBe(1)
  })

  it('stay those of the whole with any marks', () => {
    const span = fc.record({
      from: fc.nat(),
      to: fc.nat(),
      kind: fc.constantFrom<'hide' | 'break-before'>('hide', 'break-before'),
    })
    fc.assert(
      fc.property(spread, fc.array(span, { maxLength: 4 }), (paragraphs, spans) => {
        const ids = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
        const marks = spans.map(({ from, to, kind }, index): Mark => ({
          id: `m${index}`,
          kind,
          fromWordId: ids[Math.min(from % ids.length, to % ids.length)] ?? '',
          toWordId: ids[Math.max(from % ids.length, to % ids.length)] ?? '',
          value: null,
        }))
        const expected = makeCues({ paragraphs, marks, speakers: [] }, rules, whole)
        const parts = new CueParts()
        run(parts, paragraphs)
        expect(run(parts, paragraphs, marks).cues).toEqual(expected)
      }),
    )
  })
})
