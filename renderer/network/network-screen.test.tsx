// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import type { Connection } from '#core/network/connection'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

type List = CallOutput<'network.list'>

const connection: Connection = {
  number: 2,
  startedAtMs: Date.UTC(2026, 2, 12, 10, 4),
  host: 'models.example.org',
  proxy: null,
  url: 'https://models.example.org/parakeet.tar.bz2',
  purpose: 'model',
  title: 'Parakeet v3',
  askedBy: 'models',
  status: 200,
  state: 'complete',
  sentBytes: 1_200,
  receivedBytes: 413e6,
}
const sinceMs = Date.UTC(2026, 2, 1, 12)
const empty: List = {
  totals: { sinceMs, count: 0, blocked: 0, sentBytes: 0, receivedBytes: 0 },
  connections: [],
  hasMore: false,
}

it('says that there was none, since when', async () => {
  openPage('/network', { answers: { 'network.list': () => empty } })
  await screen.findByText('0 connections since March 1, 2026')
  screen.getByText(/has not connected to any other computer/u)
  expect(screen.queryByRole('list')).toBeNull()
})

it('lists each with its reason and its end, and older ones when asked', async () => {
  const asked: number[] = []
  const deleted = {
    ...connection,
    number: 1,
    title: null,
    url: null,
    state: 'interrupted',
    status: null,
  } as const
  openPage('/network', {
    answers: {
      'network.list': ({ limit }) => {
        asked.push(limit)
        return {
          totals: { sinceMs, count: 102, blocked: 1, sentBytes: 2_700, receivedBytes: 501e6 },
          connections: [connection, deleted],
          hasMore: asked.length === 1,
        }
      },
    },
  })
  await screen.findByText('102 connections since March 1, 2026')
  screen.getByText('In all: 501 MB received, 3 kB sent.')
  screen.getByText('1 attempt of a page was blocked; nothing was sent.')
  const [model, gone] = within(screen.getByRole('list', { name: /^Connections/u })).getAllByRole('listitem')
  expect(model?.textContent).toMatch(
    /^Model Parakeet v3413\sMB.*2026.*models\.example\.org, asked for in Models\. 1\skB sent\.https:\/\/models/u,
  )
  expect(gone?.textContent).toMatch(/^What it was for is deleted.*the program ended before it was over/u)
  await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }))
  expect(asked).toEqual([100, 200])
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull()
})
