// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Words } from '../../ui/words.tsx'
import { QuickCost } from './quick-cost.tsx'

afterEach(cleanup)

it('says what was measured here with the chosen model, and nothing else', () => {
  const both = { minutes: 14.2, wattHours: 2.64, runs: 3 }
  const costs = [
    { id: 'one', quick: null, both },
    { id: 'other', quick: { minutes: 1, wattHours: 1, runs: 1 }, both: null },
  ]
  render(
    <Words language="en">
      <QuickCost model="one" costs={costs} />
    </Words>,
  )
  expect(screen.getByText(/^Both passes/).textContent).toBe(
    'Both passes: about 14\u00A0minutes and 2.6\u00A0Wh for an hour of sound, as measured on this computer.',
  )
  expect(screen.queryByText(/^One pass/)).toBeNull()
})
