import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import { presetFor } from './netflix.ts'
import { presetIds, presets } from './presets.ts'
import { captionFrameRate, captionNamesOf, presetOf, rulesOf } from './transcript-rules.ts'

const ruled = (captionRules: CaptionSettings, language = 'en') => ({ language, captionRules })

describe('the rules of a transcript', () => {
  it('are the default ones of its language without any', () => {
    expect(rulesOf({ language: 'en' })).toBe(presetFor('en'))
    expect(rulesOf({ language: 'fr' })).toBe(presetFor('fr'))
    expect(presetOf({ language: 'fr' })).toBe(presets.netflix)
  })

  it.each(presetIds)('are those of the preset %s', (id) => {
    expect(rulesOf(ruled({ preset: id, changes: {} }, 'fr'))).toEqual(presets[id].rulesFor('fr'))
    const { frameRate, names } = presets[id]
    expect(presetOf(ruled({ preset: id, changes: {} }))).toMatchObject({ id, frameRate, names })
  })

  it('differ from the preset by the changes, and keep its name', () => {
    const changes = { maxLines: 1, readable: [{ ms: 1000, characters: 12 }] }
    const transcript = ruled({ preset: 'netflix', frameRate: null, names: 'always', changes }, 'fr')
    expect(rulesOf(transcript)).toEqual({ ...presetFor('fr'), ...changes })
    expect(presetOf(transcript)).toMatchObject({ id: 'netflix', frameRate: null, names: 'always' })
  })

  it('of a preset of one’s own need nothing but the transcript', () => {
    const own = { preset: 'House style', base: 'bbc', changes: { maxCharactersPerLine: 30 } }
    const expected = { ...presets.bbc.rulesFor('en'), id: 'House style', maxCharactersPerLine: 30 }
    expect(rulesOf(ruled(own))).toEqual(expected)
    expect(presetOf(ruled(own))).toMatchObject({ id: 'House style', frameRate: 25, names: 'never' })
  })

  it('are one object for the same settings and language, so that captions are not made again', () => {
    const settings = { preset: 'arte', changes: { maxLines: 1 } }
    expect(rulesOf(ruled(settings))).toBe(rulesOf(ruled(settings)))
    expect(rulesOf(ruled(settings, 'fr'))).not.toBe(rulesOf(ruled(settings)))
    const unchanged = { preset: 'arte', changes: {} }
    expect(rulesOf(ruled(unchanged))).toBe(rulesOf(ruled(unchanged)))
  })

  it.each<[string, CaptionSettings]>([
    ['an unknown preset', { preset: 'mine', changes: { maxLines: 1 } }],
    ['a name of every object', { preset: 'toString', changes: {} }],
    ['an unknown base', { preset: 'netflix', base: 'mine', changes: {} }],
    ['an unknown rule', { preset: 'bbc', changes: { maxColour: 3 } }],
    ['costs', { preset: 'bbc', changes: { costs: { cue: 1 } } }],
    ['a rule out of range', { preset: 'bbc', changes: { maxLines: 0 } }],
    ['a rule of a wrong type', { preset: 'bbc', changes: { maxLines: '2' } }],
    ['a contradiction', { preset: 'netflix', changes: { minDurationMs: 9000 } }],
    ['a frame rate out of range', { preset: 'bbc', frameRate: 0, changes: {} }],
  ])('are the default ones with %s', (_, settings) => {
    expect(rulesOf(ruled(settings))).toBe(presetFor('en'))
    expect(presetOf(ruled(settings))).toBe(presets.netflix)
  })

  it('never throw, and are within the ranges, whatever the settings', () => {
    const numbers = fc.constantFrom('maxLines', 'minDurationMs', 'maxDurationMs', 'gapMs', 'closeGapsUnderMs')
    const values = fc.oneof(fc.integer({ min: -10, max: 70_000 }), fc.jsonValue())
    fc.assert(
      fc.property(
        fc.constantFrom(...presetIds, 'mine'),
        fc.dictionary(fc.oneof(numbers, fc.string()), values, { maxKeys: 3 }),
        (preset, changes) => {
          const rules = rulesOf(ruled({ preset, changes: changes as CaptionSettings['changes'] }))
          expect(rules.maxDurationMs).toBeGreaterThanOrEqual(rules.minDurationMs)
          expect(rules.closeGapsUnderMs).toBeGreaterThanOrEqual(rules.gapMs)
          expect(rules.maxLines).toBeGreaterThan(0)
        },
      ),
    )
  })

  it('say how many frames a second have, unless they are the default ones', () => {
    expect(captionFrameRate({ language: 'en' })).toBeUndefined()
    expect(captionFrameRate(ruled({ preset: 'bbc', changes: {} }))).toBe(25)
    expect(captionFrameRate(ruled({ preset: 'bbc', frameRate: 29.97, changes: {} }))).toBe(29.97)
    expect(captionFrameRate(ruled({ preset: 'podcast', changes: {} }))).toBeUndefined()
  })

  it('say whether names are shown, else the person does', () => {
    expect(captionNamesOf({}, 'change')).toBe('change')
    expect(captionNamesOf({ captionRules: { preset: 'podcast', changes: {} } }, 'never')).toBe('never')
    const captionRules: CaptionSettings = { preset: 'bbc', names: 'always', changes: {} }
    expect(captionNamesOf({ captionRules }, 'never')).toBe('always')
  })
})
