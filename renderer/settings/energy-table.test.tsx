// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { EnergyTable } from './energy-table.tsx'

afterEach(cleanup)

it('shows energy by month, with its range and what it would be for a screen', async () => {
  const energy = { source: 'estimated', wattHours: 2.5, leastWattHours: 1.25, mostWattHours: 4.375 } as const
  renderInStudio(<EnergyTable />, {
    'program.energy': () => ({ months: [{ month: '2026-11', runs: 3, energy }], models: [] }),
  })
  const row = await screen.findByRole('row', { name: /^November 2026/ })
  expect(row.textContent).toContain('2.5\u00A0Wh')
  expect(row.textContent).toContain('estimated, 1.3\u00A0Wh to 4.4\u00A0Wh')
  expect(row.textContent).toContain('30\u00A0minutes')
})

it('says so where nothing was measured yet', async () => {
  renderInStudio(<EnergyTable />, { 'program.energy': () => ({ months: [], models: [] }) })
  expect(await screen.findByText(/^No task has been measured yet/)).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})
