import { describe, expect, it } from 'vitest'
import type { CaptionSettings } from '../../transcript/caption-settings.ts'
import {
  framesOf,
  freeName,
  isChanged,
  msOfFrames,
  ownPresetOf,
  resetSettings,
  settingsOf,
  withFrameRate,
  withRules,
} from './change-settings.ts'
import { settingsOfOwn, settingsOfPreset } from './own-preset.ts'
import { readOwnPreset } from './own-preset-file.ts'
import { writePreset, UnreadablePreset } from './preset-file.ts'
import { presetOf, rulesOf } from './transcript-rules.ts'

const ruled = (captionRules: CaptionSettings) => ({ language: 'en', captionRules })

describe('changes of a transcript’s rules', () => {
  it('keep only what differs from the preset', () => {
    const changed = withRules(settingsOfPreset('netflix'), 'en', { maxCharactersPerLine: 37 })
    expect(changed).toEqual({ preset: 'netflix', changes: { maxCharactersPerLine: 37 } })
    expect(rulesOf(ruled(changed)).maxCharactersPerLine).toBe(37)
    expect(withRules(changed, 'en', { maxCharactersPerLine: 42 })).toEqual(settingsOfPreset('netflix'))
  })

  it('take optional rules away, and give them back', () => {
    const bbc = settingsOfPreset('bbc')
    const byCharacters = withRules(bbc, 'en', { wordsPerMinute: null })
    expect(rulesOf(ruled(byCharacters)).wordsPerMinute).toBeUndefined()
    expect(withRules(byCharacters, 'en', { wordsPerMinute: 180 })).toEqual(bbc)
    // If the preset lacks the rule, null changes nothing.
    expect(withRules(settingsOfPreset('netflix'), 'en', { wordsPerMinute: null }).changes).toEqual({})
  })

  it('start from netflix where there are none, or none that can be read', () => {
    expect(settingsOf({ language: 'en' })).toEqual(settingsOfPreset('netflix'))
    expect(settingsOf(ruled({ preset: 'of-tomorrow', changes: {} }))).toEqual(settingsOfPreset('netflix'))
    const bbc = settingsOfPreset('bbc')
    expect(settingsOf(ruled(bbc))).toBe(bbc)
  })

  it('keep the frames of a gap when the frame rate changes', () => {
    expect(framesOf(84, 24)).toBe(2)
    expect(framesOf(100, 24)).toBeNull()
    expect(framesOf(84, null)).toBeNull()
    expect(msOfFrames(2, 25)).toBe(80)
    const at25 = withFrameRate(settingsOfPreset('netflix'), { language: 'en' }, 25)
    expect(at25).toEqual({ preset: 'netflix', frameRate: 25, changes: { gapMs: 80 } })
    expect(presetOf(ruled(at25)).frameRate).toBe(25)
    expect(withFrameRate(at25, ruled(at25), 24)).toEqual(settingsOfPreset('netflix'))
  })

  it('can be saved as a preset of one’s own, changed, and taken back', () => {
    const changed = withRules(settingsOfPreset('podcast'), 'en', { maxLines: 1 })
    const own = ownPresetOf(changed, 'Harbor films')
    const chosen = settingsOfOwn(own)
    expect(rulesOf(ruled(chosen))).toMatchObject({
      id: 'Harbor films',
      maxLines: 1,
      maxCharactersPerLine: 32,
    })
    expect(isChanged(chosen, [own])).toBe(false)
    const again = withRules(chosen, 'en', { maxLines: 3 })
    expect(isChanged(again, [own])).toBe(true)
    expect(resetSettings(again, [own])).toEqual(chosen)
    expect(resetSettings(again, [])).toEqual(settingsOfPreset('podcast'))
    expect(freeName('Harbor films', [own])).toBe('Harbor films 2')
  })

  it('are the same after saving them to a file and reading it', () => {
    const settings = withRules(settingsOfPreset('charte'), 'fr', { maxLines: 1 })
    const transcript = { language: 'fr', captionRules: settings }
    const own = readOwnPreset(writePreset(presetOf(transcript), 'fr'), 'fr')
    const { id: _, ...rules } = rulesOf({ language: 'fr', captionRules: settingsOfOwn(own) })
    expect(rules).toEqual({ ...rulesOf(transcript), id: undefined })
    expect(() => readOwnPreset('{"maxLines": 99}', 'fr')).toThrow(UnreadablePreset)
    expect(() => readOwnPreset('{"minDurationMs": 9000, "maxDurationMs": 800}', 'fr')).toThrow(
      /maxDurationMs/,
    )
  })
})
