// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { helpPages } from '#core/help/help-pages'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

it.each(helpPages)('shows the page %s, in French or the English one', async (page) => {
  openPage(`/help/${page}`, { preferences: { language: 'fr' } })
  const article = await screen.findByRole('article')
  expect(within(article).getAllByRole('heading').length).toBeGreaterThan(1)
})

it('finds a word in all pages and leads to the page of a place', async () => {
  openPage('/help/start')
  await userEvent.type(await screen.findByRole('searchbox', { name: 'Search the help' }), 'lufs')
  const article = screen.getByRole('article')
  expect(within(article).getByRole('status').textContent).toMatch(/^\d+ places$/u)
  await userEvent.click(within(article).getByRole('link', { name: 'Podcasts › Loudness' }))
  expect(await screen.findByRole('heading', { name: 'Loudness' })).toBeDefined()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search the help' }), 'xyzzy')
  expect(screen.getByText('Nothing in the help has “xyzzy”.')).toBeDefined()
})

it('Ctrl+F1 opens the page about the screen', async () => {
  openPage('/settings/models')
  await screen.findByRole('main')
  await userEvent.keyboard('{Control>}{F1}{/Control}')
  expect(await screen.findByRole('heading', { name: 'Get a better one' })).toBeDefined()
})
