import { expect, it } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { opennessPoints } from '#contracts/openness-points'
import { Preferences } from '#contracts/settings'
import { countOpenness } from './openness-points.ts'

it('the defaults are whole: nothing is left for the schema to fill in', () => {
  expect(Preferences.parse({})).toEqual(defaultPreferences)
})

it('open and half open points are counted apart', () => {
  const openness = Object.fromEntries(
    opennessPoints.map((point, index) => [point, index < 6 ? 1 : index < 9 ? 0.5 : 0]),
  )
  expect(countOpenness(openness as never)).toEqual({ open: 6, part: 3 })
})
