import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { twoWindowsProperty } from './testing/check-two-windows.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('four hundred times two windows in the same words, with Enter: nothing doubled, nothing lost', async () => {
  const run = await fc.check(twoWindowsProperty(), { seed: 1_000, numRuns: 400 })
  expect(await fc.asyncDefaultReportMessage(run)).toBeUndefined()
}, 300_000)
