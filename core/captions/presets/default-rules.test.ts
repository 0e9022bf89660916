import { expect, it } from 'vitest'
import { ownRulesId, settingsOfRules, withDefaultRules, withRulesRenamed } from './default-rules.ts'

const own = [{ name: 'bbc', base: 'netflix', changes: { maxLines: 1 } }] as const

it('are those of a preset, or of a person’s own though it has the same name', () => {
  expect(settingsOfRules('bbc', own)).toEqual({ preset: 'bbc', changes: {} })
  expect(settingsOfRules(ownRulesId('bbc'), own)).toEqual({
    preset: 'bbc',
    base: 'netflix',
    changes: { maxLines: 1 },
  })
  expect(settingsOfRules(ownRulesId('gone'), own)).toBeNull()
})

it('are set for a kind of recording, taken back, and follow a new name', () => {
  const film = withDefaultRules({ sound: 'podcast' }, 'film', ownRulesId('bbc'))
  expect(film).toEqual({ sound: 'podcast', film: 'own bbc' })
  expect(withRulesRenamed(film, 'bbc', 'Harbor')).toEqual({ sound: 'podcast', film: 'own Harbor' })
  expect(withDefaultRules(film, 'film', 'own bbc')).toEqual({ sound: 'podcast' })
})
