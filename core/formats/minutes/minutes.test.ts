import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileParagraphs } from '../../captions/testing/hostile-words.ts'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import { byTime, type StoredMoment } from '../../moments/moment.ts'
import { randomStoredMoment } from '../../moments/testing/random-moments.ts'
import type { DocumentWithExtras, MinutesOptions } from '../format.ts'
import { redactedDocument } from '../../redaction/redacted-document.ts'
import { json } from '../json/json.ts'
import { readJson } from '../json/json-reader.ts'
import { shownFigures } from '../../speaking/shown-figures.ts'
import { speakingTime } from '../../speaking/speaking-time.ts'
import { spokenLength } from '../../notation/lengths.ts'
import { stretchesIn } from '../../speaking/spoken-turns.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { minutesBlocks } from './minutes-document.ts'
import { minutesHtml } from './minutes-html.ts'
import { minutesMd } from './minutes-md.ts'
import { filledLine, templateLines, usualTemplate } from './minutes-template.ts'

const usual: MinutesOptions = { template: '', wholeText: false, date: '26 November 2026' }
const moments: readonly StoredMoment[] = [
  {
    id: 'm3',
    kind: 'action',
    atMs: 9_000,
    value: { text: 'Order *12* tables', who: 'Ruth', until: '30 April' },
  },
  { id: 'm1', kind: 'decision', atMs: 4_000, value: 'The fee stays at 20 euros.' },
  { id: 'm2', kind: 'bookmark', atMs: 6_000, value: '' },
  { id: 'm4', kind: 'action', atMs: 11_000, value: 'Ask the insurer' },
  { id: 'm5', kind: 'vote', atMs: 12_000, value: [1, 2] },
]

function meeting(given: Partial<DocumentWithExtras['recording']> = {}): DocumentWithExtras {
  const sample = sampleDocument('resources/samples/conversation-en.json')
  return { ...sample, recording: { ...sample.recording, title: 'Garden\ncommittee', moments, ...given } }
}
const md = (document: DocumentWithExtras, minutes = usual, options = {}): string =>
  minutesMd.write?.(document, { ...english, minutes, ...options }).text ?? ''

describe('minutes of a recording with redacted words', () => {
  const redacted = (language: string): DocumentWithExtras => {
    const document = meeting()
    const { transcript } = document
    const ids = transcript.paragraphs
      .flatMap(({ words }) => words)
      .filter(({ startMs }) => startMs > 3_500 && startMs < 11_500)
      .map(({ id }) => id)
    const mark = { id: 'r', fromWordId: ids[0] ?? '', toWordId: ids.at(-1) ?? '' }
    return redactedDocument({
      ...document,
      transcript: { ...transcript, language, marks: [{ ...mark, kind: 'redaction', value: null }] },
    })
  }

  it('say in each section how many of its moments are redacted, in any format', () => {
    const text = md(redacted('en'))
    expect(text).toContain('## Decisions\n\n1 moment redacted\n')
    expect(text).toContain('2 moments redacted\n\n## Marked passages\n\n1 moment redacted\n')
    expect(text).not.toContain('fee stays')
    expect(minutesHtml.write?.(redacted('en'), { ...english, minutes: usual }).text).toContain(
      '2 moments redacted',
    )
    expect(md(redacted('fr'))).toContain('2 moments occultés')
  })

  it('say nothing of sections that are not wanted', () => {
    expect(md(redacted('en'), { ...usual, without: ['actions'] })).not.toContain('2 moments')
  })
})

describe('minutes', () => {
  it('have title, date, people, decisions, actions and passages by the usual template', () => {
    const text = md(meeting({ place: 'Parish room' }))
    expect(text.startsWith('# Garden committee\n\n26 November 2026\n\nParish room\n\n## People\n')).toBe(true)
    expect(text).toContain('## Decisions\n\n1. The fee stays at 20 euros. (0:04)\n')
    expect(text).toContain(
      String.raw`| What | Who | Due | Time |
| --- | --- | --- | ---: |
| Order \*12\* tables | Ruth | 30 April | 0:09 |
| Ask the insurer |  |  | 0:11 |`,
    )
    expect(text).toMatch(/## Marked passages\n\n\*\*\S.*\*\* \(0:06\)\n\n> \S/u)
    expect(text).toMatch(/\| \d+\.\d% \|\n/u)
    expect(text).not.toContain('## Transcript')
    const people = minutesBlocks(meeting(), { ...english, minutes: usual }).find(
      (block) => block.kind === 'table' && block.voices !== undefined,
    )
    if (people?.kind !== 'table') throw new Error('no people')
    const spoken = (people.voices ?? []).map(({ turns }, index) => ({
      id: String(index),
      speakingMs: stretchesIn(turns).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
      share: 0,
    }))
    const { turns, recording } = { ...meeting().transcript, ...meeting() }
    const { silenceMs } = speakingTime(turns, recording.durationMs, [], meeting().transcript.speakers)
    const { speakingMs } = shownFigures(spoken, silenceMs, 1)
    const shown = spoken.map(({ id }) => spokenLength(speakingMs.get(id) ?? 0, 'en'))
    expect(shown).toEqual(people.rows.map(([, time]) => time))
    const html = minutesHtml.write?.(meeting(), { ...english, minutes: usual }).text ?? ''
    expect(html).toContain('<h1>Garden committee</h1>')
    expect(html).toContain(
      '<td>Order *12* tables</td><td>Ruth</td><td>30 April</td><td class="n"><time>0:09</time></td>',
    )
  })

  it('leave out what is empty, and names and times that are not wanted', () => {
    const text = md(meeting({ moments: [], date: '', place: '' }), { ...usual, date: '' })
    expect(text).toMatch(/^# Garden committee\n\n## People\n/u)
    expect(text.match(/^#/gmu)).toHaveLength(2)
    const bare = md(meeting(), usual, { times: false, speakerNames: false })
    expect(bare).toContain('| What | Who | Due |\n')
    expect(bare).not.toContain('0:0')
    expect(bare).toMatch(/## Marked passages\n\n> /u)
  })

  it('have the whole text where it is asked for, and say then what it lacks', () => {
    const whole = { ...usual, wholeText: true }
    expect(md(meeting(), whole)).toContain('## Transcript\n\n**')
    expect(minutesMd.write?.(meeting(), { ...english, minutes: whole }).losses).not.toEqual([])
    expect(minutesMd.write?.(meeting(), { ...english, minutes: usual }).losses).toMatchObject([
      { code: 'words' },
    ])
  })

  it('follow a template of the person, and print its text as it is', () => {
    const template =
      '# {title} ({place})\nHeld on: {date}\n- {file}\n- by hand {unknown}\n\n### None\n{text}\n## Signed'
    const document = meeting({ date: 'a Monday', fileName: 'a.wav' })
    expect(md(document, { ...usual, template })).toBe(
      String.raw`# Garden committee ()

Held on: a Monday

- a.wav
- by hand \{unknown\}

## Signed
`,
    )
    const french = { ...document, transcript: { ...document.transcript, language: 'fr' } }
    expect(md(french)).toContain('## Décisions')
  })

  it('show the sentence at a bookmark, also just after it, and a bookmark where nobody speaks', () => {
    const words = [
      { text: 'One.', startMs: 1_000 },
      { text: 'Two', startMs: 2_000 },
      { text: 'three.', startMs: 2_500 },
    ]
    const document = documentOf([
      {
        id: 'p1',
        speakerId: null,
        language: 'en',
        kind: 'speech',
        words: words.map(({ text, startMs }, place) => ({
          id: `w${place}`,
          before: place === 0 ? '' : ' ',
          text,
          startMs,
          endMs: startMs + 400,
          confidence: null,
          origin: 'recognised',
        })),
      },
    ])
    const at = (atMs: number): StoredMoment => ({ id: String(atMs), kind: 'bookmark', atMs, value: 'here' })
    const marked = {
      ...document,
      recording: { ...document.recording, moments: [500, 1_200, 4_000, 60_000].map(at) },
    }
    const passages = minutesBlocks(marked, { ...english, minutes: usual }).find(
      ({ kind }) => kind === 'passages',
    )
    expect(passages).toMatchObject({
      passages: [
        { text: '' },
        { text: 'One.' },
        { text: 'Two three.' },
        { text: '', label: 'here', atMs: 60_000 },
      ],
    })
  })

  it('are whole lines of any document, template and moments, the same ones twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(randomParagraphs, hostileParagraphs),
        fc.uniqueArray(randomStoredMoment, { selector: ({ id }) => id, maxLength: 8 }),
        fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 60 })),
        fc.boolean(),
        (paragraphs, given, template, wholeText) => {
          const document = documentOf(paragraphs)
          const held = { ...document, recording: { ...document.recording, moments: given } }
          const minutes = { template, wholeText, date: 'today' }
          for (const format of [minutesMd, minutesHtml]) {
            const text = format.write?.(held, { ...english, minutes }).text ?? ''
            expect(text === '' || text.endsWith('\n')).toBe(true)
            expect(text.isWellFormed()).toBe(true)
            expect(text).not.toMatch(/\r/u)
            expect(format.write?.(held, { ...english, minutes }).text).toBe(text)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('moments, date and place come back from a .parolo.json as they were, with members of others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(randomStoredMoment, { selector: ({ id }) => id, maxLength: 8 }),
      fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
      (given, place) => {
        const document = documentOf([])
        const recording = {
          ...document.recording,
          ...(place === undefined ? {} : { place, soundDeletedOn: '2026-12-10' }),
          ...(given.length === 0 ? {} : { moments: given }),
        }
        const extra = Object.fromEntries(given.map(({ id }) => [`moment:${id}`, { 'x-by': 'Ruth' }]))
        const held = { ...document, recording, extra }
        const text = json.write?.(held, english).text ?? ''
        const { document: back, corrections } = readJson(text)
        expect(corrections).toEqual([])
        expect(json.write?.(back, english).text).toBe(text)
        expect(back.recording.place).toBe(place)
        expect(back.recording.soundDeletedOn).toBe(held.recording.soundDeletedOn)
        const read = back.recording.moments ?? []
        expect(read).toEqual(given.toSorted(byTime).map((one) => ({ ...one })))
      },
    ),
    { numRuns: 60 },
  )
})

it('wrong moments of a file are refused by their path, and a time is rounded', () => {
  const file = (given: unknown): string =>
    JSON.stringify({
      ...(JSON.parse(json.write?.(documentOf([]), english).text ?? '') as object),
      recording: { title: '', fileName: '', durationMs: 0, sha256: '', moments: given },
    })
  const twice = [1, 2].map(() => ({ id: 'a', kind: 'decision', atMs: 1, value: '' }))
  expect(() => readJson(file('none'))).toThrow(/recording\.moments/u)
  expect(() => readJson(file([{ id: 'a', kind: 'decision', atMs: -1 }]))).toThrow(/moments\[0\]\.atMs/u)
  expect(() => readJson(file(twice))).toThrow(/moments\[1\]\.id/u)
  const { document, corrections } = readJson(file([{ id: 'a', kind: 'decision', atMs: 1.4 }]))
  expect(document.recording.moments).toEqual([{ id: 'a', kind: 'decision', atMs: 1, value: null }])
  expect(corrections).toMatchObject([{ code: 'time-rounded' }])
})

it('a template is read as headings, items, lines and blocks, and is what the usual one says in both languages', () => {
  expect(templateLines('## A {date}\r\n* b\n{people}\n{people} here\n#no heading\n')).toEqual([
    { kind: 'heading', level: 2, text: 'A {date}' },
    { kind: 'item', text: 'b' },
    { kind: 'block', placeholder: 'people' },
    { kind: 'line', text: '{people} here' },
    { kind: 'line', text: '#no heading' },
  ])
  for (const language of ['en', 'fr'] as const) {
    const kinds = templateLines(usualTemplate(language)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'block')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(6)
  }
  const values = { title: 'T', date: '', place: '', length: '', file: '' }
  expect(filledLine('{date}, {place}', values)).toBeNull()
  expect(filledLine('{title}, {place}', values)).toBe('T,')
})
