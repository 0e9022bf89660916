import { expect, it } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { Preferences } from '#contracts/preferences'
import { opennessPoints } from '#core/models/openness-points'
import { countOpenness } from './count-openness.ts'

it('the defaults are whole: nothing is left for the schema to fill in', () => {
  expect(Preferences.parse({})).toEqual(defaultPreferences)
})

it('open, half open and unknown points are counted apart', () => {
  const openness = Object.fromEntries(
    opennessPoints.map((point, index) => [
      point,
      index < 6 ? 1 : index < 9 ? 0.5 : index < 12 ? 0 : undefined,
    ]),
  )
  expect(countOpenness(openness as never)).toEqual({ open: 6, part: 3, unknown: 2 })
})
