import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeCues } from '../cues.ts'
import { presetFor } from './netflix.ts'
import { randomParagraphs } from '../testing/random-transcript.ts'
import { isPresetId, presetIds, presets } from './presets.ts'
import { readPreset, UnreadablePreset, writePreset } from './preset-file.ts'

test('the presets, and the one for a language', () => {
  expect(presetIds).toEqual([
    'netflix',
    'netflix-children',
    'netflix-sdh',
    'bbc',
    'charte',
    'arte',
    'ebu',
    'podcast',
    'vertical',
    'none',
  ])
  expect(presets.netflix.rulesFor('fr')).toBe(presetFor('fr'))
  expect(presets.netflix.rulesFor('fr-CA').charactersPerSecond).toBe(17)
  expect(presets.netflix.rulesFor('en').charactersPerSecond).toBe(20)
  expect(isPresetId('constructor')).toBe(false)
})

describe('Netflix', () => {
  const speeds = (language: string) =>
    (['netflix', 'netflix-children', 'netflix-sdh'] as const).map(
      (id) => presets[id].rulesFor(language).charactersPerSecond,
    )

  it.each([
    ['en', [20, 17, 20]],
    ['fr', [17, 13, 20]],
    ['de', [17, 13, 20]],
    ['es-MX', [17, 13, 20]],
    ['ru', [17, 13, 20]],
    ['ja', [4, 4, 7]],
  ])('has the speeds of %s: adults, children, people who do not hear', (language, expected) => {
    expect(speeds(language)).toEqual(expected)
  })

  it('has 42 characters a line in Latin and Cyrillic script', () => {
    const lines = ['en', 'de', 'pt-BR', 'uk', 'zh', ''].map(
      (language) => presets.netflix.rulesFor(language).maxCharactersPerLine,
    )
    expect(lines).toEqual([42, 42, 42, 42, 16, 42])
  })

  it('names the language of the text, and says where its own guide was not read', () => {
    expect(presets.netflix.label('en-GB').en).toBe('Netflix, English')
    expect(presets['netflix-children'].label('fr').fr).toBe('Netflix, français, enfants')
    expect(presets.netflix.label('de')).toEqual({
      en: 'Netflix, German (general rules)',
      fr: 'Netflix, allemand (règles générales)',
    })
    expect(presets['netflix-sdh'].label('es').en).toBe('Netflix, Spanish, SDH (general rules)')
    expect(presets.netflix.label('').en).toBe('Netflix (general rules)')
  })
})

test('the EBU’s has rows of teletext and a gap of two frames, and is slower where Netflix is', () => {
  const rows = ['en', 'fr', 'ja'].map((language) => presets.ebu.rulesFor(language))
  expect(rows.map(({ maxCharactersPerLine }) => maxCharactersPerLine)).toEqual([37, 37, 13])
  expect(rows.map(({ charactersPerSecond }) => charactersPerSecond)).toEqual([20, 17, 4])
  expect(presets.ebu.frameRate).toBe(25)
  expect(rows[0]?.gapMs).toBe(80)
})

describe.each(presetIds)('%s', (id) => {
  const rules = presets[id].rulesFor('en')

  it('makes cues within its hard limits, with every word once', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const options = { durationMs: 600_000, language: 'en' }
        const cues = makeCues({ paragraphs, marks: [], speakers: [] }, rules, options)
        let endMs = 0
        for (const cue of cues) {
          expect(cue.startMs).toBeGreaterThanOrEqual(endMs)
          expect(cue.endMs).toBeGreaterThan(cue.startMs)
          expect(cue.endMs - cue.startMs).toBeLessThanOrEqual(rules.maxDurationMs)
          expect(cue.lines.length).toBeLessThanOrEqual(rules.maxLines)
          for (const { text } of cue.lines)
            expect(text.length).toBeLessThanOrEqual(rules.maxCharactersPerLine)
          endMs = cue.endMs
        }
        const shown = new Set(cues.flatMap(({ wordIds }) => wordIds))
        const visible = /[^\s\p{Cc}\p{Zl}\p{Zp}]/u
        const words = paragraphs
          .flatMap((each) => each.words)
          .filter((word) => visible.test(word.before + word.text))
        for (const word of words) expect(shown).toContain(word.id)
      }),
      { numRuns: 40 },
    )
  })

  it('is the same after it went through a file', () => {
    const read = readPreset(writePreset(presets[id], 'fr'))
    expect(read).toMatchObject({ id, frameRate: presets[id].frameRate, names: presets[id].names })
    expect(read.rulesFor('fr')).toEqual({ ...presets[id].rulesFor('fr'), id })
  })
})

test('podcast and vertical never put two speakers into one cue', () => {
  fc.assert(
    fc.property(
      randomParagraphs,
      fc.constantFrom('podcast' as const, 'vertical' as const),
      (paragraphs, id) => {
        const options = { durationMs: 600_000, language: 'en' }
        for (const { lines } of makeCues(
          { paragraphs, marks: [], speakers: [] },
          presets[id].rulesFor('en'),
          options,
        )) {
          expect(new Set(lines.map(({ speakerId }) => speakerId)).size).toBe(1)
        }
      },
    ),
    { numRuns: 40 },
  )
})

describe('a preset of a file', () => {
  it('starts from another one', () => {
    const preset = readPreset('{"id": "mine", "base": "bbc", "maxCharactersPerLine": 30, "names": "always"}')
    expect(preset.rulesFor('en')).toMatchObject({ id: 'mine', maxCharactersPerLine: 30, wordsPerMinute: 180 })
    expect(preset).toMatchObject({ frameRate: 25, names: 'always' })
  })

  it.each([
    ['nothing', ''],
    ['a list', '[]'],
    ['an unknown rule', '{"maxColour": 3}'],
    ['a number as text', '{"maxLines": "2"}'],
    ['a number out of range', '{"maxLines": 0}'],
    ['no number', '{"gapMs": null}'],
    ['an unknown base', '{"base": "toString"}'],
    ['a curve that falls', '{"readable": [{"ms": 2000, "characters": 20}, {"ms": 1000, "characters": 12}]}'],
  ])('refuses %s', (_, text) => expect(() => readPreset(text)).toThrow(UnreadablePreset))

  it('refuses limits that contradict each other, for the language they are used with', () => {
    const preset = readPreset('{"minDurationMs": 9000}')
    expect(() => preset.rulesFor('en')).toThrow(UnreadablePreset)
  })
})
