import { describe, expect, it } from 'vitest'
import { isCaptionSettings } from '../../transcript/caption-settings.ts'
import { isOwnPreset, type OwnPreset, settingsOfOwn, settingsOfPreset } from './own-preset.ts'
import { presetIds, presets } from './presets.ts'
import { rulesOf } from './transcript-rules.ts'

const own: OwnPreset = { name: 'House', base: 'bbc', names: 'change', changes: { maxLines: 1 } }

describe('a preset of one’s own', () => {
  it('is copied into a transcript with everything that its captions need', () => {
    const captionRules = settingsOfOwn({ ...own, frameRate: 30 })
    expect(isCaptionSettings(captionRules)).toBe(true)
    expect(captionRules).toEqual({
      preset: 'House',
      base: 'bbc',
      frameRate: 30,
      names: 'change',
      changes: { maxLines: 1 },
    })
    const rules = { ...presets.bbc.rulesFor('en'), id: 'House', maxLines: 1 }
    expect(rulesOf({ language: 'en', captionRules })).toEqual(rules)
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['no name', { ...own, name: ' ' }],
    ['a very long name', { ...own, name: 'x'.repeat(101) }],
    ['an unknown base', { ...own, base: 'constructor' }],
    ['an unknown member', { ...own, colour: 1 }],
    ['an impossible frame rate', { ...own, frameRate: 1000 }],
    ['unknown names', { ...own, names: 'sometimes' }],
    ['a list of changes', { ...own, changes: [1] }],
    ['too much', { ...own, changes: { dialogueDash: '-'.repeat(10_000) } }],
  ])('is not %s', (_, value) => expect(isOwnPreset(value)).toBe(false))

  it('is one with and without its optional members', () => {
    expect(isOwnPreset(own)).toBe(true)
    expect(isOwnPreset({ name: 'a', base: 'none', frameRate: null, changes: {} })).toBe(true)
  })
})

describe('the settings of a preset', () => {
  it.each(presetIds)('%s', (id) => {
    const captionRules = settingsOfPreset(id)
    expect(isCaptionSettings(captionRules)).toBe(true)
    expect(rulesOf({ language: 'fr', captionRules })).toEqual(presets[id].rulesFor('fr'))
    expect(captionRules.names ?? 'never').toBe(presets[id].names)
  })
})
