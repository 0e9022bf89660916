// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

describe('keys', () => {
  it('can be given to another action, which loses them only when the person says so', async () => {
    const { preferences } = openPage('/settings/keys')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Add a shortcut for: Slower' }))
    await screen.findByText('Press a key…')
    await user.keyboard('{F1}')
    await screen.findByText('F1 is already the shortcut for “Short skip back”.')
    expect(preferences().keys).toEqual({})
    await user.click(screen.getByRole('button', { name: 'Reassign' }))
    await waitFor(() => expect(preferences().keys).toEqual({ slower: ['F3', 'F1'], 'back-short': ['F14'] }))
    await user.click(screen.getByRole('button', { name: 'Reset shortcuts: Slower' }))
    await waitFor(() => expect(preferences().keys).toEqual({ 'back-short': ['F14'] }))
  })

  it('that writing needs are refused', async () => {
    const { preferences } = openPage('/settings/keys')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Add a shortcut for: Faster' }))
    await screen.findByText('Press a key…')
    await user.keyboard('{Enter}')
    await screen.findByText('Enter is needed for typing and cannot be changed.')
    expect(preferences().keys).toEqual({})
  })
})

describe('the look', () => {
  it('is put on the page at once and kept for the next start', async () => {
    const { preferences } = openPage('/settings/look')
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    expect(preferences().theme).toBe('dark')
    expect(window.localStorage.getItem('parolo.look')).toContain('"theme":"dark"')
  })
})

describe('models', () => {
  it('one that cannot be read stands beside the others, says so, and can be removed', async () => {
    let unreadable = [{ id: 'later-whisper' }]
    const { studio } = openPage('#/settings/models', {
      answers: {
        'models.unreadable': () => unreadable,
        'models.remove': ({ id }) => {
          unreadable = unreadable.filter((one) => one.id !== id)
          studio.emit('model-removed')
          return {}
        },
      },
    })
    expect(await screen.findByText('Whisper base')).toBeDefined()
    expect(await screen.findByText('later-whisper')).toBeDefined()
    expect(screen.getByText(/model\.json cannot be read.*is kept but not used/u)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove later-whisper' }))
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }),
    )
    await waitFor(() => expect(screen.queryByText('later-whisper')).toBeNull())
  })
})
