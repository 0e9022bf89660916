// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Preferences } from '#contracts/preferences'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { defaultPreferences } from '#contracts/default-preferences'
import { toast } from '../ui/toast.tsx'
import { TasksSection } from './tasks-section.tsx'

afterEach(() => {
  toast.clear()
  cleanup()
  vi.unstubAllGlobals()
})

const lost = (): never => {
  throw new Error('no connection')
}

/** The section in a browser that gives this answer when asked. */
function openSection(
  before: NotificationPermission | null,
  answer: NotificationPermission,
  isOn = false,
  isLost = false,
) {
  let kept: Preferences = { ...defaultPreferences, notifyWhenDone: isOn }
  const asked: string[] = []
  const fake = {
    permission: before,
    requestPermission: () => {
      asked.push('permission')
      return Promise.resolve(answer)
    },
  }
  if (before === null) vi.stubGlobal('Notification', undefined)
  else vi.stubGlobal('Notification', fake)
  if (before === null) delete (globalThis as { Notification?: unknown }).Notification
  renderInStudio(<TasksSection />, {
    'program.energy': () => ({ months: [], models: [] }),
    'program.preferences': () => (isLost ? lost() : kept),
    'program.setPreferences': (patch) =>
      isLost ? lost() : (kept = { ...kept, ...(patch as Partial<Preferences>) }),
  })
  const notify = screen.getByRole<HTMLInputElement>('switch', { name: 'Notify me when a task ends' })
  return { notify, asked, kept: () => kept.notifyWhenDone }
}

describe('notifications', () => {
  it('are asked for when they are switched on, and kept once allowed', async () => {
    const { notify, asked, kept } = openSection('default', 'granted')
    expect(notify.checked).toBe(false)
    expect(asked).toEqual([])
    await userEvent.click(notify)
    await waitFor(() => expect(notify.checked).toBe(true))
    expect(asked).toEqual(['permission'])
    expect(kept()).toBe(true)
    await userEvent.click(notify)
    await waitFor(() => expect(kept()).toBe(false))
  })

  it('do not look switched on where that could not be kept, nor the preferences be read before', async () => {
    const { notify } = openSection('default', 'granted', false, true)
    await userEvent.click(notify)
    await screen.findByRole('alert')
    expect(notify.checked).toBe(false)
  })

  it('stay off where the browser refuses, with what to do', async () => {
    const { notify, kept } = openSection('default', 'denied')
    await userEvent.click(notify)
    expect((await screen.findByRole('alert')).textContent).toContain('Allow notifications for this page')
    expect(notify.checked).toBe(false)
    expect(kept()).toBe(false)
  })

  it('stay off in a browser that has none', async () => {
    const { notify, kept } = openSection(null, 'denied')
    await userEvent.click(notify)
    await screen.findByText(/does not support notifications/u)
    expect(kept()).toBe(false)
  })

  it('are off here while this browser has not allowed what another did', async () => {
    const { notify } = openSection('default', 'granted', true)
    await waitFor(() => expect(notify.checked).toBe(false))
  })
})
