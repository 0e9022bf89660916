// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PodcastCard } from '#contracts/calls/podcasts'
import { CallFailed } from '../rpc/call-failed.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import { filterEpisodes } from './filter-episodes.ts'

beforeEach(forgetPage)
afterEach(closePage)

const podcast: PodcastCard = {
  id: 'p1',
  address: 'https://a.example/feed.xml',
  title: 'Mending things',
  author: 'Ana',
  notes: '',
  link: '',
  picture: null,
  remarks: [],
  readAtMs: Date.UTC(2026, 10, 1),
  episodes: 2,
}

it('lists podcasts; what an address has instead of a feed is said, and the address stays', async () => {
  openPage('/podcasts', {
    answers: {
      'podcasts.list': () => [podcast],
      'podcasts.add': () => {
        throw new CallFailed({ code: 'podcast.web-page', message: 'a web page', remedy: 'look' })
      },
    },
  })
  expect((await screen.findByRole('link', { name: 'Mending things' })).getAttribute('href')).toBe(
    '/#/podcasts/p1',
  )
  screen.getByText('Ana, 2 episodes')
  await userEvent.click(screen.getByRole('button', { name: 'Add a podcast…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('textbox'), 'a.example{Enter}')
  await dialog.findByText('a web page')
  expect(dialog.getByRole<HTMLInputElement>('textbox').value).toBe('a.example')
})

it('names the feeds of a list that could not be read', async () => {
  openPage('/podcasts', {
    answers: {
      'podcasts.list': () => [],
      'podcasts.add': () => ({
        podcastIds: ['p1'],
        failed: [
          { address: 'https://b.example/f', error: { code: 'network.refused', message: 'refused it' } },
        ],
      }),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Add a podcast…' }))
  await userEvent.type(screen.getByRole('textbox'), 'a.example/list.opml{Enter}')
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe(
      '1 feed of the list could not be read:https://b.example/f: refused it',
    ),
  )
})

it('says that a podcast is not here', async () => {
  openPage('/podcasts/p2', { answers: { 'podcasts.list': () => [podcast] } })
  expect(await screen.findByText('This podcast is not here.')).toBeTruthy()
})

it('finds episodes by words of their title, whatever case and accents', () => {
  const titles = ['14: the repair café', '13: bicycles', '12: Café table']
  const episodes = titles.map((title) => ({ title }) as Parameters<typeof filterEpisodes>[0][number])
  const found = (words: string) => filterEpisodes(episodes, words).map(({ title }) => title)
  expect(found(' CAFE the')).toEqual(['14: the repair café'])
  expect(found('café')).toHaveLength(2)
  expect(found(' ')).toEqual(titles)
})
