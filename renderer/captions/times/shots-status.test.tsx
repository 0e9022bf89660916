// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { JobCard } from '#contracts/calls/jobs'
import { jobCard } from '../../library/testing/cards.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { ShotsStatus } from './shots-status.tsx'

afterEach(cleanup)

const shots = (parts: Partial<JobCard>): JobCard =>
  ({
    ...jobCard({ id: 's1' }),
    kind: 'shots',
    step: 'shots',
    settings: { threshold: 0.3 },
    ...parts,
  }) as JobCard

const open = (jobs: readonly JobCard[]) =>
  renderInStudio(<ShotsStatus recordingId="r1" />, { 'jobs.list': () => [...jobs], 'jobs.retry': () => ({}) })

it('the search for the shots of a video is shown, and how far it is', async () => {
  const others = [jobCard({ id: 'j1' }), shots({ id: 's2', recordingId: 'r2', wholeFraction: 0.9 })]
  open([...others, shots({ wholeFraction: 0.4, secondsLeft: null })])
  const status = await screen.findByRole('status')
  expect(status.parentElement?.textContent).toBe('Looking for shots 40%')
  cleanup()
  open([shots({ state: 'queued', wholeFraction: null })])
  await waitFor(() =>
    expect(screen.getByRole('status').parentElement?.textContent).toBe('Looking for shots Queued'),
  )
})

it('nothing is shown once they are found, or where they are not looked for', async () => {
  const house = open([shots({ state: 'done' }), jobCard({ id: 'j1' })])
  await waitFor(() => expect(house.calls.map(({ name }) => name)).toContain('jobs.list'))
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

it('if it failed, it can be tried again, with the reason in the tip', async () => {
  const error = { code: 'media.moved', message: 'It was moved.', remedy: 'Locate it.' } as const
  const house = open([shots({ state: 'failed', error })])
  const again = await screen.findByRole('button', { name: 'Look for shots again' })
  await userEvent.tab()
  expect(await screen.findByText('It was moved. Locate it.')).toBeTruthy()
  await userEvent.click(again)
  expect(house.calls.find(({ name }) => name === 'jobs.retry')?.input).toEqual({ jobId: 's1' })
})
