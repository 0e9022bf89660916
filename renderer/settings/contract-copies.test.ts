import { expect, it } from 'vitest'
import { opennessPoints as contractPoints } from '#contracts/calls/models'
import { Preferences } from '#contracts/settings'
import { defaultPreferences } from '../rpc/default-preferences.ts'
import { countOpenness, opennessPoints } from './openness-points.ts'

it('the page’s defaults are the contract’s', () => {
  expect(defaultPreferences).toEqual(Preferences.parse({}))
})

it('the page’s points of openness are the contract’s, in its order', () => {
  expect(opennessPoints).toEqual(contractPoints)
})

it('open and half open points are counted apart', () => {
  const openness = Object.fromEntries(
    opennessPoints.map((point, index) => [point, index < 6 ? 1 : index < 9 ? 0.5 : 0]),
  )
  expect(countOpenness(openness as never)).toEqual({ open: 6, part: 3 })
})
