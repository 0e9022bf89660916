// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { defaultPreferences } from '#contracts/default-preferences'
import type { Preferences } from '#contracts/preferences'
import { conversation } from '../sound/testing/conversation.ts'
import { layOut, openCaptions, shrinkWindow, takeDown } from './testing/captions-page.tsx'

beforeEach(() => {
  layOut()
  shrinkWindow()
})
afterEach(takeDown)

const [a, b] = conversation.speakers.map(({ id }) => id)
/** Two captions that are too fast and followed by silence, and a good one in between. */
const paragraphs = spoken([
  [a ?? null, 1_000, 2_200, 'Um, they come with the toaster and they stay.'],
  [b ?? null, 8_000, 11_000, 'And took the thing seriously.'],
  [a ?? null, 20_000, 21_100, 'Because somebody sat down beside them.'],
])
const transcript = { ...conversation, paragraphs, turns: [], marks: [] }

function open(language: 'en' | 'fr' = 'en', first: Partial<Preferences> = {}) {
  let preferences: Preferences = { ...defaultPreferences, ...first }
  return openCaptions(transcript, {
    language,
    answers: {
      'program.preferences': () => preferences,
      'program.setPreferences': (patch) => {
        preferences = { ...preferences, ...patch } as Preferences
        return preferences
      },
    },
  })
}

const rows = () => document.querySelectorAll('[data-cue]').length
const isListed = async () =>
  await screen.findByText((text) => /^2 (?:captions break|sous-titres hors)/.test(text))
const openMenu = async (name = 'More for captions') => {
  await userEvent.click(screen.getByRole('button', { name }))
  return screen.getByRole('menu', { name })
}

describe('captions in a small window', () => {
  it.each([
    [
      'en',
      'Next',
      'More for captions',
      ['Speaker: Everyone', 'Second language…', 'Fix all that can be fixed…'],
    ],
    [
      'fr',
      'Suivant',
      'Autres actions sur les sous-titres',
      ['Voix\u00A0: Tout le monde', '2ᵉ langue…', 'Tout corriger…'],
    ],
  ] as const)('have one row of tools, and the rest in one menu (%s)', async (language, next, more, rest) => {
    open(language)
    await isListed()
    const list = screen.getByRole('region', { name: language === 'en' ? 'Captions' : 'Sous-titres' })
    const names = within(list)
      .getAllByRole('button')
      .filter((button) => button.closest('li') === null)
      .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    expect(names).toEqual([expect.stringMatching(/Netflix/), expect.stringContaining(next), more])
    const menu = await openMenu(more)
    for (const name of rest) expect(within(menu).getByRole('menuitem', { name })).toBeTruthy()
  })

  it('list the captions of one speaker from the menu, which names whose they are', async () => {
    open()
    await isListed()
    const first = await openMenu()
    await userEvent.click(within(first).getByRole('menuitem', { name: 'Speaker: Everyone' }))
    const speakers = await screen.findByRole('menu', { name: 'Speaker: Everyone' })
    await userEvent.click(within(speakers).getAllByRole('menuitemradio').at(2) as HTMLElement)
    await waitFor(() => expect(rows()).toBe(1))
    const menu = await openMenu()
    expect(within(menu).queryByRole('menuitem', { name: 'Speaker: Everyone' })).toBeNull()
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Rules that are broken' }))
    expect(await screen.findByRole('menuitemcheckbox', { name: '2 too fast', checked: true })).toBeTruthy()
  })

  it('have the picture off if that was chosen; the caption has its times, tools and fixes in its row', async () => {
    const { session } = open()
    await isListed()
    expect(screen.getByRole('complementary', { name: 'Caption and picture' })).toBeTruthy()
    const menu = await openMenu()
    expect(
      within(menu).getByRole('menuitemradio', { name: 'Picture at the side', checked: true }),
    ).toBeTruthy()
    await userEvent.click(within(menu).getByRole('menuitemradio', { name: 'Picture off' }))
    await waitFor(() =>
      expect(screen.queryByRole('complementary', { name: 'Caption and picture' })).toBeNull(),
    )

    // The key of the fixes opens the current caption with them.
    await userEvent.keyboard('{F9}')
    const row = (await screen.findByRole('textbox', { name: 'Caption 1' })).closest('li') as HTMLElement
    expect(within(row).getByRole('textbox', { name: 'In' })).toBeTruthy()
    const fixes = await within(row).findByRole('region', { name: 'Fixes for 1' })
    await waitFor(() => expect(document.activeElement).toBe(within(fixes).getByRole('listitem')))
    expect(within(row).queryByRole('button', { name: /^Fix F9/ })).toBeNull()
    await userEvent.keyboard('1')
    expect(session.applied.length).toBe(1)
    await waitFor(() => expect(document.activeElement).toHaveProperty('tagName', 'TEXTAREA'))

    // Of the next one they are a press away, and leaving it leads to the next.
    await userEvent.keyboard('{F8}')
    const third = (await screen.findByRole('textbox', { name: 'Caption 3' })).closest('li') as HTMLElement
    expect(within(third).queryByRole('region', { name: 'Fixes for 3' })).toBeNull()
    await userEvent.click(within(third).getByRole('button', { name: 'Edit this caption' }))
    expect(within(third).getByRole('toolbar', { name: 'Edit this caption' })).toBeTruthy()
    await userEvent.click(within(third).getByRole('button', { name: /^Fix F9/ }))
    const others = await within(third).findByRole('region', { name: 'Fixes for 3' })
    const item = await within(others).findByRole('listitem')
    await waitFor(() => expect(document.activeElement).toBe(item))

    await userEvent.click(
      within(await openMenu()).getByRole('menuitemradio', { name: 'Picture at the side' }),
    )
    expect(await screen.findByRole('complementary', { name: 'Caption and picture' })).toBeTruthy()
    expect(within(third).queryByRole('textbox', { name: 'In' })).toBeNull()
  })

  it('stay without the picture when they are opened again', async () => {
    open('en', { showsSmallPicture: false })
    await isListed()
    await waitFor(() =>
      expect(screen.queryByRole('complementary', { name: 'Caption and picture' })).toBeNull(),
    )
    expect(rows()).toBe(3)
  })
})
