// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { EpisodeCard, PodcastCard } from '#contracts/calls/podcasts'
import { CallFailed } from '../rpc/call-failed.ts'
import type { ErrorCode } from '#contracts/errors'
import { jobCard, recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'
import type { EpisodeJob } from './episode-jobs.ts'
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

const episode = (id: string, title: string, recordingId: string | null): EpisodeCard => ({
  id,
  title,
  publishedAtMs: Date.UTC(2026, 9, 1),
  durationMs: 60_000,
  feedBytes: 1_000,
  serverBytes: null,
  hasTranscript: false,
  hasChapters: false,
  isListed: true,
  recordingId,
})

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
  screen.getByText(/^a\.example\/feed\.xml, 2 episodes/u)
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
  expect(await screen.findByText('This podcast is not in the library.')).toBeTruthy()
})

it('finds episodes by words of their title, whatever case and accents', () => {
  const titles = ['14: the repair café', '13: bicycles', '12: Café table']
  const episodes = titles.map((title) => ({ title }) as Parameters<typeof filterEpisodes>[0][number])
  const found = (words: string) => filterEpisodes(episodes, words).map(({ title }) => title)
  expect(found(' CAFE the')).toEqual(['14: the repair café'])
  expect(found('café')).toHaveLength(2)
  expect(found(' ')).toEqual(titles)
})

it('shows the newest episodes of each podcast with the state of their texts', async () => {
  const cards = [
    recordingCard({ id: 'r1', transcript: transcriptCard({ places: { toCheck: 5, checked: 0 } }) }),
    recordingCard({ id: 'r2' }),
  ]
  const asked: unknown[] = []
  openPage('/podcasts', {
    answers: {
      'podcasts.list': () => [{ ...podcast, episodes: 7 }],
      'podcasts.newest': (input) => {
        asked.push(input)
        const episodes = [
          episode('e3', 'Three', 'r1'),
          episode('e2', 'Two', 'r2'),
          episode('e1', 'One', null),
        ]
        return [{ podcastId: 'p1', episodes }]
      },
      'recordings.getMany': ({ recordingIds }) => {
        asked.push(recordingIds)
        return cards.filter(({ id }) => recordingIds.includes(id))
      },
    },
  })
  const rowOf = async (title: string) =>
    within((await screen.findByText(title)).closest('li') ?? document.body)
  await (await rowOf('Three')).findByText('5 to check')
  // One call each, however many podcasts and episodes.
  expect(asked).toEqual([{ most: 4 }, ['r1', 'r2']])
  await (await rowOf('Two')).findByRole('button', { name: 'Transcribe…' })
  ;(await rowOf('One')).getByRole('button', { name: 'Download One' })
  expect(screen.getByRole('link', { name: '3 more episodes' }).getAttribute('href')).toBe('/#/podcasts/p1')
})

it('offers to transcribe an episode once it is downloaded, with as many speakers as the feed names', async () => {
  let isHere = false
  const started: unknown[] = []
  const { studio } = openPage('/podcasts', {
    answers: {
      'podcasts.list': () => [podcast],
      'podcasts.newest': () => [
        {
          podcastId: 'p1',
          episodes: [episode('e2', 'Two', isHere ? 'r2' : null), episode('e1', 'One', 'r1')],
        },
      ],
      'podcasts.download': () => ({ jobId: 'j' }),
      'podcasts.source': () => ({
        podcast: 'Mending things',
        publishedAtMs: null,
        notes: '',
        link: '',
        picture: null,
        people: ['Ana Lopez', 'Bo', 'Cy'],
      }),
      'recordings.getMany': ({ recordingIds }) =>
        [recordingCard({ id: 'r1' }), recordingCard({ id: 'r2', title: 'Two' })].filter(({ id }) =>
          recordingIds.includes(id),
        ),
      'jobs.start': (input) => {
        started.push(input)
        return { jobId: 'new', done: null }
      },
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Download Two' }))
  isHere = true
  studio.emit('podcasts-changed')
  const dialog = within(await screen.findByRole('dialog', { name: 'Transcribe this recording' }))
  await dialog.findByText('From the feed: Ana Lopez, Bo, and Cy. Change the number if other people speak.')
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Number of speakers' }).value).toBe('3')
  await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
  await waitFor(() =>
    expect(started).toEqual([
      { recordingId: 'r2', settings: expect.objectContaining({ speakers: 3 }) as unknown },
    ]),
  )
})

it('an episode that failed says why, tries again, and has its details in its menu; what is here can be transcribed', async () => {
  const failed = (id: string, code: ErrorCode, message: string): EpisodeJob => ({
    ...jobCard({
      id: `job-${id}`,
      recordingId: null,
      state: 'failed',
      error: { code, message, remedy: 'wait' },
    }),
    kind: 'download-episode',
    settings: { episodeId: id, round: 0, askedBy: 'podcasts' },
  })
  const retried: unknown[] = []
  openPage('/podcasts', {
    answers: {
      'podcasts.list': () => [podcast],
      'podcasts.newest': () => [
        { podcastId: 'p1', episodes: [episode('e2', 'Two', 'r2'), episode('e1', 'One', null)] },
      ],
      'recordings.getMany': () => [recordingCard({ id: 'r2', title: 'Two' })],
      'jobs.list': () => [
        failed('e1', 'network.unreachable', 'no answer'),
        failed('e2', 'podcast.chapters-failed', 'no chapters'),
      ],
      'jobs.retry': (input) => {
        retried.push(input)
        return {}
      },
    },
  })
  const rowOf = async (title: string) =>
    within((await screen.findByRole('heading', { name: title })).closest('li') ?? document.body)
  const one = await rowOf('One')
  expect((await one.findByRole('alert')).textContent).toBe('no answerwait')
  await userEvent.click(one.getByRole('button', { name: 'Retry: One' }))
  expect(retried).toEqual([{ jobId: 'job-e1' }])
  await userEvent.click(one.getByRole('button', { name: 'More about One' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy details' }))
  const two = await rowOf('Two')
  await two.findByText('no chapters')
  two.getByRole('button', { name: 'Retry: Two' })
  two.getByRole('button', { name: 'Transcribe…' })
})
