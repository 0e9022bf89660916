// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { RouterContextProvider, createRootRoute, createRouter } from '@tanstack/react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { say } from '#core/messages/messages'
import type { Shortcut } from '#core/shortcuts/shortcut'
import { type ShortcutId, shortcuts } from '#core/shortcuts/shortcuts'
import { defaultPreferences } from '#contracts/default-preferences'
import { KeysSection } from '../settings/keys-section.tsx'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { openKeysSheet } from './keys-sheet-store.ts'
import { KeysSheet } from './keys-sheet.tsx'
import { type PlaceHandlers, useKeyActions, useShownKey } from './use-key-actions.ts'

vi.mock('../../core/shortcuts/views.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('../../core/shortcuts/views.ts')>()
  const madeUp: Shortcut = { group: 'go', place: 'app', keys: ['Mod+Q'], en: 'Make up', fr: 'Inventer' }
  return { viewsShortcuts: { ...known.viewsShortcuts, 'made-up': madeUp } }
})

afterEach(cleanup)

const id = 'made-up' as ShortcutId
const chosen = { 'program.preferences': () => ({ ...defaultPreferences, keys: { 'made-up': ['F12'] } }) }
const router = createRouter({ routeTree: createRootRoute() })

function Screen({ run }: { readonly run: () => void }) {
  useKeyActions<'app'>({ [id]: run } as unknown as PlaceHandlers<'app'>)
  return <button type="button">{useShownKey(id)}</button>
}

it('a shortcut that is put into one file runs, by its own key or by the person’s, and is shown on buttons', async () => {
  const run = vi.fn()
  const { unmount } = renderInStudio(<Screen run={run} />)
  expect(screen.getByRole('button').textContent).toBe('Ctrl Q')
  fireEvent.keyDown(document.body, { key: 'q', code: 'KeyQ', ctrlKey: true })
  expect(run).toHaveBeenCalledOnce()
  unmount()
  renderInStudio(<Screen run={run} />, chosen)
  await screen.findByText('F12')
  fireEvent.keyDown(document.body, { key: 'F12', code: 'F12' })
  expect(run).toHaveBeenCalledTimes(2)
})

it('is in the overview and in the settings, in both languages', async () => {
  renderInStudio(
    <RouterContextProvider router={router}>
      <KeysSheet />
      <KeysSection />
    </RouterContextProvider>,
    chosen,
    'fr',
  )
  openKeysSheet()
  const row = await screen.findByText('Inventer', { selector: 'dt' })
  await vi.waitFor(() => expect(row.nextElementSibling?.textContent).toBe('F12'))
  expect(await screen.findByLabelText(/^Retirer F12 de.*Inventer$/u)).not.toBeNull()
  expect(say('en', `keys.${id}`)).toBe('Make up')
})

it('what is missing is an error of types: a name, what it runs', () => {
  // @ts-expect-error -- the name in French is missing
  const unnamed: Shortcut = { group: 'go', place: 'app', keys: [], en: 'Make up' }
  // @ts-expect-error -- `record-moment` is missing
  const idle: PlaceHandlers<'recorder'> = {}
  expect([unnamed, idle]).toHaveLength(2)
  expect(Object.values(shortcuts).filter(({ place }) => place === 'recorder')).toHaveLength(1)
})
