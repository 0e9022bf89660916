import { expect, it } from 'vitest'
import { ShotChanges } from './shot-changes.ts'

it('shots begin where a frame differs enough, and not right after another', () => {
  const changes = new ShotChanges(0.3)
  const scores = [0.9, 0.01, 0.5, 0.5, 0.29, 0.3]
  for (const [frame, score] of scores.entries()) changes.add({ ms: frame * 150.4, score })
  expect(changes.timesMs).toEqual([301, 752])
})
