import { expect, it } from 'vitest'
import { flagLevelJumps } from './level-jump-flags.ts'

it('counts joins whose change of the noise is known', () => {
  const counts = flagLevelJumps(40)
  expect(counts.joins).toBe(40)
  expect(counts.jumps).toBeGreaterThan(20)
  expect(counts.right).toBeLessThanOrEqual(Math.min(counts.flagged, counts.jumps))
})
