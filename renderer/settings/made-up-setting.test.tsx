// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { Preferences, PreferencesPatch } from '#contracts/preferences'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

vi.mock('#core/preferences/preferences', async (importOriginal) => {
  const [{ preferences }, { choice, group, number, onOff }] = await Promise.all([
    importOriginal<typeof import('#core/preferences/preferences')>(),
    import('#core/preferences/preference'),
  ])
  const place = { section: 'tasks', hint: 'about.trust' } as const
  return {
    preferences: {
      ...preferences,
      madeUp: onOff(false, { ...place, control: 'switch', name: 'about.version' }),
      madeUpGroup: group({
        kind: choice(['a', 'b'], 'b', {
          ...place,
          control: 'buttons',
          name: 'about.machine',
          labels: { a: { asIs: 'Plain' }, b: 'look.system' },
        }),
        lengthMs: number(
          2_000,
          { min: 1_000, max: 3_000, isWhole: true },
          { ...place, control: 'seconds', name: 'about.ffmpeg' },
        ),
      }),
    },
  }
})

beforeEach(forgetPage)
afterEach(closePage)

it('a setting that is put into the list has a schema, a default, and a line on the screen', async () => {
  const initial = { madeUp: false, madeUpGroup: { kind: 'b', lengthMs: 2_000 } }
  expect(defaultPreferences).toMatchObject(initial)
  expect(Preferences.parse({})).toMatchObject(initial)
  for (const wrong of [{ madeUp: 1 }, { madeUpGroup: { kind: 'c' } }, { madeUpGroup: { lengthMs: 999 } }])
    expect(PreferencesPatch.safeParse(wrong).success).toBe(false)

  const { preferences } = openPage('/settings/tasks')
  const user = userEvent.setup()
  await user.click(await screen.findByRole('switch', { name: 'Version' }))
  await waitFor(() => expect(preferences()).toMatchObject({ madeUp: true }))
  await user.click(screen.getByRole('radio', { name: 'Plain' }))
  await waitFor(() => expect(preferences()).toMatchObject({ madeUpGroup: { kind: 'a', lengthMs: 2_000 } }))
  expect(screen.getAllByText(/^Everything happens on this computer/u).length).toBeGreaterThanOrEqual(3)
  expect(PreferencesPatch.parse(preferences())).toMatchObject({ madeUp: true, madeUpGroup: { kind: 'a' } })
})
