import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import type { Mark } from '../../transcript/transcript.ts'
import type { DocumentWithExtras } from '../format.ts'
import { readJson } from './json-reader.ts'
import { json } from './json.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

const written = (document: DocumentWithExtras): string => json.write!(document, english).text

function failure(text: string): { reason: string; path: string } {
  try {
    readJson(text)
  } catch (error) {
    if (error instanceof UnreadableText) return { reason: error.reason, path: error.path }
    throw error
  }
  throw new Error('it was read')
}

const smallest = {
  format: 'parolo',
  version: 1,
  recording: {},
  paragraphs: [{ id: 'p1', words: [{ id: 'w1', text: 'One', startMs: 0, endMs: 500 }] }],
}
const changed = (change: object): string => JSON.stringify({ ...smallest, ...change })

describe('writing', () => {
  test('a small conversation', async () => {
    const sample = sampleDocument('fixtures/speech/two-voices-8s-en.json')
    const run = {
      program: 'parolo',
      version: '0.1.0',
      models: [{ role: 'recogniser' as const, id: 'whisper-base-int8', sha256: 'cd'.repeat(32) }],
      settings: { speakers: 'auto', quick: false },
    }
    const marks: Mark[] = [{ id: 'm1', kind: 'comment', fromWordId: 'p0.0', toWordId: 'p0.1', value: 'nice' }]
    const document = { ...sample, transcript: { ...sample.transcript, run, marks } }
    await expect(written(document)).toMatchFileSnapshot('json.golden')
  })

  test('settings in any order give the same bytes', () => {
    const document = documentOf([])
    const withSettings = (settings: Record<string, number>): string =>
      written({
        ...document,
        transcript: { ...document.transcript, run: { ...document.transcript.run, settings } },
      })
    expect(withSettings({ b: 1, a: 2 })).toBe(withSettings({ a: 2, b: 1 }))
  })

  test('for any document: valid JSON, one line a word, LF; read back the same without a correction', () => {
    fc.assert(
      fc.property(
        randomParagraphs,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (paragraphs, confidence) => {
          const words = paragraphs.map((paragraph) => ({
            ...paragraph,
            words: paragraph.words.map(({ before, ...word }, place) => ({
              ...word,
              before,
              confidence: confidence === 0 ? 0 : confidence,
              ...(place % 3 === 0
                ? { was: [word, { ...word, id: `${word.id}-2`, startMs: word.endMs }] }
                : {}),
            })),
          }))
          const first = paragraphs[0]?.words[0]?.id
          const marks: Mark[] =
            first === undefined
              ? []
              : [{ id: 'm', kind: 'hide', fromWordId: first, toWordId: first, value: null }]
          const document = documentOf(words, marks)
          const text = written(document)
          expect(text.endsWith('}\n')).toBe(true)
          expect(text).not.toContain('\r')
          const count = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
          expect(text.split('\n').filter((line) => line.startsWith('   {"id"')).length).toBe(count)
          const { document: read, corrections } = readJson(text)
          expect(corrections).toEqual([])
          expect(read).toEqual(document)
          expect(written(read)).toBe(text)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('reading', () => {
  test('unknown fields on any object come back with the next write', () => {
    const former = {
      id: 'w0',
      text: 'On',
      startMs: 0,
      endMs: 500,
      confidence: 0.5,
      origin: 'recognised',
      beam: 2,
    }
    const text = JSON.stringify({
      ...smallest,
      'x-top': { a: [1, null] },
      recording: { title: 'T', note: 'r' },
      run: {
        program: 'other',
        seed: 7,
        models: [{ role: 'recogniser', id: 'm', size: 'base' }],
        settings: { beam: 5, nested: { deep: true } },
      },
      speakers: [{ id: 's1', name: null, age: 40 }],
      turns: [{ speakerId: 's1', startMs: 0, endMs: 500, channel: 2 }],
      paragraphs: [
        {
          id: 'p1',
          speakerId: 's1',
          tone: 'calm',
          words: [{ id: 'w1', text: 'One', startMs: 0, endMs: 500, phones: ['w'], was: [former] }],
        },
      ],
      marks: [{ id: 'm1', kind: 'comment', fromWordId: 'w1', toWordId: 'w1', value: 'v', author: 'me' }],
    })
    const { document } = readJson(text)
    const again: unknown = JSON.parse(written(document))
    expect(again).toMatchObject({
      'x-top': { a: [1, null] },
      recording: { note: 'r' },
      run: { seed: 7, models: [{ size: 'base' }], settings: { beam: 5, nested: { deep: true } } },
      speakers: [{ age: 40 }],
      turns: [{ channel: 2 }],
      paragraphs: [{ tone: 'calm', words: [{ phones: ['w'], was: [former] }] }],
      marks: [{ author: 'me' }],
    })
    expect(readJson(written(document)).document).toEqual(document)
  })

  test('what a word was is dropped, and reported, where it could not come back', () => {
    const [paragraph] = smallest.paragraphs
    const [one] = paragraph?.words ?? []
    const two = { id: 'w2', text: 'two', startMs: 500, endMs: 900 }
    const former = (id: string, startMs: number, endMs: number): object => ({
      id,
      text: 'x',
      startMs,
      endMs,
      confidence: null,
      origin: 'recognised',
    })
    for (const was of [
      [former('w2', 0, 500)],
      [former('w1', 300, 500), former('w3', 0, 200)],
      [former('w3', 0, 200), former('w3', 300, 500)],
    ]) {
      const { document, corrections } = readJson(
        changed({ paragraphs: [{ ...paragraph, words: [{ ...one, was }, two] }] }),
      )
      expect(document.transcript.paragraphs[0]?.words[0]).not.toHaveProperty('was')
      expect(corrections).toContainEqual({ code: 'former-words-dropped', line: null, detail: 'w1' })
    }
    const sound = readJson(
      changed({ paragraphs: [{ ...paragraph, words: [{ ...one, was: [former('w1', 0, 500)] }, two] }] }),
    )
    expect(sound.document.transcript.paragraphs[0]?.words[0]?.was).toHaveLength(1)
  })

  describe('the timing of captions', () => {
    test('is read and written again, with members that are not known', () => {
      const captionTiming = { offsetMs: -1_250, ratio: 25 / 24, 'x-film': 'first cut' }
      const { document, corrections } = readJson(changed({ captionTiming }))
      expect(document.transcript.captionTiming).toEqual({ offsetMs: -1_250, ratio: 25 / 24 })
      expect(document.extra).toEqual({ captionTiming: { 'x-film': 'first cut' } })
      expect(corrections.map(({ detail }) => detail)).not.toContain('captionTiming')
      expect(written(document)).toContain(
        '"captionTiming": {"offsetMs":-1250,"ratio":1.0416666666666667,"x-film"',
      )
      expect(readJson(written(document)).document).toEqual(document)
    })

    test('is nothing where captions are shown when their words are said', () => {
      const { document } = readJson(changed({ captionTiming: { ratio: 1, offsetMs: 0 } }))
      expect(document.transcript).not.toHaveProperty('captionTiming')
    })

    test.each([[null], [500], [{ ratio: 0 }], [{ ratio: 1_000 }], [{ offsetMs: 'later' }]])(
      'that is wrong (%j) is dropped, and that is told',
      (wrong) => {
        const { document, corrections } = readJson(changed({ captionTiming: wrong }))
        expect(document.transcript).not.toHaveProperty('captionTiming')
        expect(corrections).toContainEqual({ code: 'default-filled', line: null, detail: 'captionTiming' })
      },
    )
  })

  describe('caption rules', () => {
    const captionRules = { preset: 'House', base: 'bbc', frameRate: null, names: 'change', 'x-by': 'me' }
    const changes = { minDurationMs: 900, maxLines: 1, 'later-rule': [1, { a: null }] }

    test('are read and written again, with members that are not known', () => {
      const { document, corrections } = readJson(changed({ captionRules: { ...captionRules, changes } }))
      const { 'x-by': by, ...known } = captionRules
      expect(document.transcript.captionRules).toEqual({ ...known, changes })
      expect(document.extra).toEqual({ captionRules: { 'x-by': by } })
      expect(corrections.map(({ detail }) => detail)).not.toContain('captionRules')
      expect(written(document)).toContain(
        '"changes":{"later-rule":[1,{"a":null}],"maxLines":1,"minDurationMs":900},"x-by":"me"}',
      )
      expect(readJson(written(document)).document).toEqual(document)
    })

    test('without changes are the preset, and without any nothing is written', () => {
      const { document } = readJson(changed({ captionRules: { preset: 'arte' } }))
      expect(document.transcript.captionRules).toEqual({ preset: 'arte', changes: {} })
      const none = readJson(JSON.stringify(smallest)).document
      expect(none.transcript).not.toHaveProperty('captionRules')
      expect(written(none)).not.toContain('captionRules')
    })

    test.each([
      [null],
      ['netflix'],
      [{}],
      [{ preset: '' }],
      [{ preset: 'bbc', changes: [] }],
      [{ preset: 'bbc', names: 'sometimes' }],
      [{ preset: 'bbc', frameRate: 'many' }],
      [{ preset: 'bbc', base: 1 }],
    ])('that are wrong (%j) are the default ones, and that is told', (wrong) => {
      const { document, corrections } = readJson(changed({ captionRules: wrong }))
      expect(document.transcript).not.toHaveProperty('captionRules')
      expect(corrections).toContainEqual({ code: 'default-filled', line: null, detail: 'captionRules' })
      expect(written(document)).not.toContain('captionRules')
    })
  })

  test('a field called __proto__ is a field like any other', () => {
    const text = JSON.stringify(smallest).replace('"paragraphs"', '"__proto__":{"evil":1},"paragraphs"')
    const { document } = readJson(text)
    expect(Object.hasOwn(document.extra?.['document'] ?? {}, '__proto__')).toBe(true)
    expect(written(document)).toContain('"__proto__": {"evil":1}')
  })

  test('the smallest file is filled in, each default reported', () => {
    const { document, corrections } = readJson(JSON.stringify(smallest))
    expect(document.recording.durationMs).toBe(500)
    expect(document.transcript.paragraphs[0]).toMatchObject({
      speakerId: null,
      language: 'und',
      kind: 'speech',
    })
    expect(document.transcript.paragraphs[0]?.words[0]).toMatchObject({
      before: '',
      confidence: null,
      origin: 'imported',
    })
    expect(new Set(corrections.map(({ code }) => code))).toEqual(new Set(['default-filled']))
    expect(corrections.map(({ detail }) => detail)).toContain('paragraphs[0].words[0].origin')
  })

  test('a redacted voice is one again when the file is read', () => {
    const document = documentOf([], [])
    const speakers = [{ id: 's1', name: null, colour: 0, groupId: null, redacted: true as const }]
    const text = written({ ...document, transcript: { ...document.transcript, speakers } })
    expect(text).toContain('"redacted":true')
    expect(readJson(text).document.transcript.speakers).toEqual(speakers)
    expect(failure(changed({ speakers: [{ id: 's1', redacted: 'yes' }] }))).toEqual({
      reason: 'wrong-shape',
      path: 'speakers[0].redacted',
    })
  })

  test('speakers that are missing are added, marks without words dropped, times rounded', () => {
    const { document, corrections } = readJson(
      changed({
        turns: [{ speakerId: 'ghost', startMs: 0.4, endMs: 500 }],
        marks: [{ id: 'm', kind: 'hide', fromWordId: 'gone', toWordId: 'w1', value: null }],
      }),
    )
    expect(document.transcript.speakers).toEqual([{ id: 'ghost', name: null, colour: 0, groupId: null }])
    expect(document.transcript.marks).toEqual([])
    expect(corrections).toEqual(
      expect.arrayContaining([
        { code: 'speaker-added', line: null, detail: 'ghost' },
        { code: 'mark-dropped', line: null, detail: 'marks[0]' },
        { code: 'time-rounded', line: null, detail: 'turns[0].startMs' },
      ]),
    )
  })

  test.each([
    ['{"format":', 'not-json', ''],
    ['[]', 'wrong-shape', ''],
    ['{"version":1}', 'not-parolo', 'format'],
    [changed({ version: 2 }), 'newer-version', 'version'],
    [changed({ version: 'one' }), 'wrong-shape', 'version'],
    [changed({ recording: [] }), 'wrong-shape', 'recording'],
    [changed({ paragraphs: {} }), 'wrong-shape', 'paragraphs'],
    [
      changed({ paragraphs: [{ id: 'p', words: [{ id: 'w', text: 'a', startMs: '0', endMs: 1 }] }] }),
      'wrong-shape',
      'paragraphs[0].words[0].startMs',
    ],
    [
      changed({ paragraphs: [{ id: 'p', words: [{ id: 'w', text: 'a', startMs: -1, endMs: 1 }] }] }),
      'wrong-shape',
      'paragraphs[0].words[0].startMs',
    ],
    [
      changed({ paragraphs: [...smallest.paragraphs, { ...smallest.paragraphs[0], id: 'p2' }] }),
      'wrong-shape',
      'paragraphs[1].words[0].id',
    ],
    [changed({ speakers: [{ id: 's' }, { id: 's' }] }), 'wrong-shape', 'speakers[1].id'],
    [changed({ run: { models: [{ role: 'cook', id: 'm' }] } }), 'wrong-shape', 'run.models[0].role'],
  ])('%s is refused with its place', (text, reason, path) => expect(failure(text)).toEqual({ reason, path }))
})

describe('the frames of a video', () => {
  const frames = { numerator: 24_000, denominator: 1_001, drops: false, firstUs: 83_417, isVariable: false }

  test('come back, so that captions of the file are those of the library', () => {
    const { transcript, recording } = readJson(changed({ recording: { frames } })).document
    expect(transcript.frames).toEqual(frames)
    expect(readJson(written({ recording, transcript })).document.transcript.frames).toEqual(frames)
  })

  test.each([
    ['no rate', { ...frames, denominator: 0 }],
    ['a rate of no video', { ...frames, numerator: 10_000_000, denominator: 1 }],
    ['no numbers', { ...frames, firstUs: 'soon' }],
    ['no object', 25],
  ])('are dropped and reported if they are %s', (_, wrong) => {
    const { document, corrections } = readJson(changed({ recording: { frames: wrong } }))
    expect(document.transcript).not.toHaveProperty('frames')
    expect(corrections.map(({ detail }) => detail)).toContain('recording.frames')
  })
})

test('what is cut without words is written and read back, in order of time; other reasons are a person’s', () => {
  const cuts = [
    { id: 'c2', startMs: 900, endMs: 1_200, reason: 'person' as const },
    { id: 'c1', startMs: 200, endMs: 700, reason: 'pause' as const },
  ]
  const document = documentOf([])
  const { text } = json.write?.({ ...document, recording: { ...document.recording, cuts } }, english) ?? {
    text: '',
  }
  expect(json.read?.(text).document.recording.cuts).toEqual(cuts.toReversed())
  const later = text.replace('"pause"', '"mood"').replace('"endMs":1200', '"endMs":900')
  expect(json.read?.(later).document.recording.cuts).toEqual([{ ...cuts[1], reason: 'person' }])
})
