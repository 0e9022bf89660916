// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordingCard } from './library/testing/cards.ts'
import { closePage, forgetPage, openPage } from './testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

describe('the first start', () => {
  it('opens the sample in the language of the page: added, started, shown', async () => {
    const { studio } = openPage('/', {
      answers: { 'recordings.addSample': () => ({ recordingId: 'sample' }) },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Open the sample' }))
    await waitFor(() => expect(window.location.hash).toBe('#/recording/sample'))
    const calls = studio.asked.filter(({ name }) => name === 'recordings.addSample' || name === 'jobs.start')
    expect(calls).toEqual([
      { name: 'recordings.addSample', input: { language: 'en' } },
      { name: 'jobs.start', input: { recordingId: 'sample', settings: { language: 'auto' } } },
    ])
  })

  it('shows what there is to begin with, in words: a file, a recording, podcasts', async () => {
    openPage('/', { answers: { 'podcasts.list': () => [] } })
    await screen.findByRole('button', { name: 'Choose a file…' })
    expect(screen.getByRole('link', { name: 'Record' }).getAttribute('href')).toBe('/#/record')
    await userEvent.click(screen.getByRole('link', { name: 'Podcasts' }))
    await screen.findByRole('button', { name: 'Add a podcast…' })
  })

  it('speaks French to who does, and tells the page’s language', async () => {
    openPage('/', { preferences: { language: 'fr' } })
    await screen.findByRole('heading', { name: 'Déposez un enregistrement ici.' })
    expect(document.documentElement.lang).toBe('fr')
  })
})

it('one link is marked as the current page', async () => {
  openPage('/', { cards: [recordingCard()] })
  const tab = await screen.findByRole('link', { name: 'Recordings' })
  expect([...document.querySelectorAll('a[aria-current]')]).toEqual([tab])
})

describe('keys', () => {
  it('“?” opens the sheet, but not while somebody writes', async () => {
    openPage('/', { cards: [recordingCard()] })
    const field = await screen.findByRole('searchbox')
    const user = userEvent.setup()
    await user.click(field)
    await user.keyboard('?')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect((field as HTMLInputElement).value).toBe('?')
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(sheet).getByText('Play or pause')).toBeTruthy()
    await user.type(within(sheet).getByPlaceholderText('Find a shortcut'), 'F8')
    expect(within(sheet).queryByText('Play or pause')).toBeNull()
    expect(within(sheet).getByText(/^Next place to check/u)).toBeTruthy()
  })
})

it('a lost connection is reported, and its return', async () => {
  const { studio } = openPage('/', { cards: [recordingCard()] })
  await screen.findByText('The repair café')
  studio.connect('lost')
  await screen.findByText('Parolo is not responding.', {}, { timeout: 3_000 })
  studio.connect('connected')
  await screen.findByText('Parolo is responding again.')
  expect(screen.queryByText('Parolo is not responding.')).toBeNull()
})
