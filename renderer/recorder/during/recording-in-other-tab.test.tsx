// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RunningCard } from '#contracts/calls/recorder'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'
import { onCalledFromOtherTab } from './other-tab.ts'

beforeEach(forgetPage)
afterEach(() => {
  closePage()
  vi.restoreAllMocks()
})

const card = {
  runningId: 'run1',
  title: 'Union meeting',
  language: 'auto',
  people: null,
  type: 'meeting',
  state: 'recording',
  elsewhere: false,
  isAttended: true,
  startedAtMs: 0,
  durationMs: 80,
  safeMs: 80,
  sources: [],
  consent: null,
  moments: [],
  roomMinutes: null,
  stopReason: null,
  finished: null,
} as const satisfies RunningCard

it('says that another tab records, and calls it', async () => {
  const stored = vi.spyOn(Storage.prototype, 'setItem')
  openPage('/', { answers: { 'recorder.running': () => [card] } })
  await screen.findByText('“Union meeting” is being recorded in another tab or window.')
  await userEvent.click(screen.getByRole('button', { name: 'Go to the recording' }))
  const [key, value] = stored.mock.lastCall ?? []
  expect(value).toBe('run1')

  // The other tab sees what was stored.
  const show = vi.fn<() => void>()
  const ends = [onCalledFromOtherTab('run1', show), onCalledFromOtherTab('run2', () => expect.unreachable())]
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: value ?? null }))
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: null }))
  expect(show).toHaveBeenCalledOnce()
  for (const end of ends) end()
})

it.each([
  ['another program’s recording, which has its row', { elsewhere: true }],
  ['one that no page attends: this page offers to continue it', { isAttended: false }],
  ['one that is being finished', { state: 'finishing' as const }],
])('says nothing of %s', async (_, change) => {
  openPage('/', { answers: { 'recorder.running': () => [{ ...card, ...change }] } })
  await screen.findByRole('main')
  await waitFor(() => expect(screen.queryByText(/in another tab/u)).toBeNull())
})
