import { expect, it } from 'vitest'
import { nextPartTitle } from './part-title.ts'

it('numbers the recordings that go on with one', () => {
  expect(['Talk', 'Talk (2)', 'Talk (9)', 'Year (2026', '(1)'].map(nextPartTitle)).toEqual([
    'Talk (2)',
    'Talk (3)',
    'Talk (10)',
    'Year (2026 (2)',
    '(1) (2)',
  ])
})
