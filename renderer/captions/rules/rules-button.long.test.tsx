// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Preferences } from '#contracts/preferences'
import { defaultPreferences } from '#contracts/default-preferences'
import { presetIds } from '#core/captions/presets/presets'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { toast } from '../../ui/toast.tsx'
import { RulesButton } from './rules-button.tsx'

afterEach(() => {
  toast.clear()
  cleanup()
})

const own = { name: 'Harbor films', base: 'netflix', changes: { maxCharactersPerLine: 38 } } as const

const open = async (captionPresets: Preferences['captionPresets'] = [], language: 'en' | 'fr' = 'en') => {
  const session = fakeSession(conversation)
  let preferences: Preferences = { ...defaultPreferences, keys: {}, captionPresets }
  const studio = renderInStudio(
    <RulesButton session={session} />,
    {
      'program.preferences': () => preferences,
      'program.setPreferences': (patch) => {
        preferences = { ...preferences, ...patch } as Preferences
        return preferences
      },
    },
    language,
  )
  await userEvent.click(screen.getByRole('button', { name: /Netflix/ }))
  return { session, studio, preferences: () => preferences }
}
/** An item of the menu beside the chosen preset. */
const choose = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}
const rules = (session: ReturnType<typeof fakeSession>) => rulesOf(session.state.transcript)

describe('the rules of captions', () => {
  it('apply as they are typed, a visit of a field being one step of undo', async () => {
    const { session } = await open()
    const field = screen.getByRole('textbox', { name: 'Characters a line' })
    expect(field).toHaveProperty('value', '42')
    await userEvent.clear(field)
    await userEvent.type(field, '37')
    expect(rules(session).maxCharactersPerLine).toBe(37)
    await userEvent.clear(field)
    await userEvent.type(field, '40')
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
    await userEvent.type(screen.getByRole('textbox', { name: 'Lines' }), '{ArrowDown}')
    expect(rules(session)).toMatchObject({ maxCharactersPerLine: 40, maxLines: 1 })
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
    expect(await screen.findByText('Netflix, English, changed')).toBeTruthy()
  })

  it('say what is allowed, and stay as they are then', async () => {
    const { session } = await open()
    const field = screen.getByRole('textbox', { name: 'Shortest' })
    await userEvent.clear(field)
    await userEvent.type(field, '8')
    expect(screen.getByText('0.001 to 7')).toBeTruthy()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(rules(session).minDurationMs).toBe(834)
    await userEvent.tab()
    expect(field).toHaveProperty('value', '0.834')
  })

  it.each(['-1', '1e9', '1000000000', '2abc', ''])(
    'refuse “%s” in the field with what is allowed, and lose nothing',
    async (nonsense) => {
      const { session } = await open()
      const lines = screen.getByRole('textbox', { name: 'Lines' })
      await userEvent.type(lines, '{ArrowDown}')
      await userEvent.tab()
      const before = session.state.transcript.captionRules
      expect(rules(session).maxLines).toBe(1)
      for (const name of ['Lines', 'Reading speed', 'Longest', 'Least gap']) {
        const field = screen.getByRole<HTMLInputElement>('textbox', { name })
        const { value: shown } = field
        await userEvent.clear(field)
        if (nonsense !== '') await userEvent.type(field, nonsense)
        expect([name, field.getAttribute('aria-invalid')]).toEqual([name, 'true'])
        expect(document.getElementById(`${field.id}-wrong`)?.textContent).toMatch(/^[\d.]+ to [\d.]+/u)
        expect(field.value).toBe(nonsense)
        expect(session.state.transcript.captionRules).toEqual(before)
        await userEvent.tab()
        expect([name, field.value]).toEqual([name, shown])
      }
      expect(session.state.transcript.captionRules).toEqual(before)
    },
  )

  it('are those of a preset that is chosen, and its numbers again after Reset', async () => {
    const { session } = await open()
    await userEvent.click(screen.getByRole('radio', { name: 'Podcast' }))
    expect(session.state.transcript.captionRules).toEqual({ preset: 'podcast', names: 'change', changes: {} })
    const field = await screen.findByDisplayValue('32')
    await userEvent.clear(field)
    await userEvent.type(field, '30')
    await userEvent.click(await screen.findByRole('button', { name: 'Reset' }))
    expect(rules(session).maxCharactersPerLine).toBe(32)
  })

  it('lose no key of a person who comes back to those chosen before the rules are shown', async () => {
    const { session } = await open()
    const press = (key: string): void =>
      void fireEvent.keyDown(document.activeElement ?? document.body, { key })
    act(() => screen.getByRole('radio', { name: 'Netflix, English' }).focus())
    press('ArrowDown')
    press('ArrowDown')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Netflix, English, SDH' }))
    expect(session.state.transcript.captionRules).toMatchObject({ preset: 'netflix-sdh' })
    // Once around the list, back to the ones that are still shown as chosen.
    for (let step = 0; step < presetIds.length - 2; step += 1) press('ArrowDown')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Netflix, English' }))
    expect(session.state.transcript.captionRules).toMatchObject({ preset: 'netflix' })
  })

  it('count the gap in frames, and reading speed in words or by a table', async () => {
    const { session } = await open()
    await userEvent.click(screen.getByRole('radio', { name: 'Charte, French' }))
    const second = await screen.findByRole('textbox', { name: /Readable in 1\s*s/ })
    await userEvent.clear(second)
    await userEvent.type(second, '15')
    expect(rules(session).readable?.[0]).toEqual({ ms: 1_000, characters: 15 })
    await userEvent.click(screen.getByRole('radio', { name: 'Netflix, English' }))
    const gap = await screen.findByRole('textbox', { name: 'Least gap' })
    await waitFor(() => expect(gap).toHaveProperty('value', '2'))
    await userEvent.clear(gap)
    await userEvent.type(gap, '4')
    expect(rules(session).gapMs).toBe(167)
    const rate = screen.getByRole('textbox', { name: 'Frame rate' })
    await userEvent.clear(rate)
    await userEvent.type(rate, '25')
    expect(rules(session).gapMs).toBe(160)
  })

  it('can be kept under a name, renamed and deleted', async () => {
    const { session, preferences } = await open()
    await userEvent.type(screen.getByRole('textbox', { name: 'Lines' }), '{ArrowDown}')
    await userEvent.click(screen.getByRole('button', { name: 'Save as your own…' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Mine{Enter}')
    await waitFor(() =>
      expect(preferences().captionPresets).toEqual([
        { name: 'Mine', base: 'netflix', changes: { maxLines: 1 } },
      ]),
    )
    expect(session.state.transcript.captionRules).toMatchObject({ preset: 'Mine', base: 'netflix' })
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename “Mine”…' }))
    const name = screen.getByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Films{Enter}')
    await waitFor(() => expect(preferences().captionPresets[0]?.name).toBe('Films'))
    expect(session.state.transcript.captionRules).toMatchObject({ preset: 'Films' })
    await choose('Delete “Films”')
    await waitFor(() => expect(preferences().captionPresets).toEqual([]))
    // The transcript keeps its rules.
    expect(rules(session).maxLines).toBe(1)
    expect(screen.getByRole('radio', { name: 'Films' })).toHaveProperty('checked', true)
  })

  it('can be those of new recordings of a kind, keep being so under another name, and end with it', async () => {
    const { preferences } = await open([own])
    await userEvent.click(screen.getByRole('radio', { name: 'Harbor films' }))
    await choose('Use for new videos')
    await waitFor(() => expect(preferences().captionRulesByKind).toEqual({ film: 'own Harbor films' }))
    expect(await screen.findByText('Used for new videos.')).toBeTruthy()
    await choose('Rename “Harbor films”…')
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' 2{Enter}')
    await waitFor(() => expect(preferences().captionRulesByKind).toEqual({ film: 'own Harbor films 2' }))
    await choose('No longer use for new videos')
    await waitFor(() => expect(preferences().captionRulesByKind).toEqual({}))
  })

  it('are no default of new recordings once they are deleted, until that is undone', async () => {
    const { preferences } = await open([own])
    await userEvent.click(screen.getByRole('radio', { name: 'Harbor films' }))
    await choose('Use for new videos')
    expect(await screen.findByText('Used for new videos.')).toBeTruthy()
    await choose('Delete “Harbor films”')
    await waitFor(() => expect(preferences().captionRulesByKind).toEqual({}))
    expect(screen.queryByText('Used for new videos.')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await screen.findByRole('menuitem', { name: 'Save to a file…' })
    expect(screen.queryByRole('menuitem', { name: 'Use for new videos' })).toBeNull()
    await userEvent.keyboard('{Escape}')
    const messages = await screen.findByRole('region', { name: 'Messages', hidden: true })
    await userEvent.click(within(messages).getByRole('button', { name: 'Undo', hidden: true }))
    await waitFor(() => expect(preferences().captionRulesByKind).toEqual({ film: 'own Harbor films' }))
    expect(preferences().captionPresets).toEqual([own])
  })

  it('come back by the Undo of their deletion beside those saved meanwhile', async () => {
    const { preferences } = await open([own])
    await userEvent.click(screen.getByRole('radio', { name: 'Harbor films' }))
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete “Harbor films”' }))
    const messages = await screen.findByRole('region', { name: 'Messages', hidden: true })
    const undo = within(messages).getByRole('button', { name: 'Undo', hidden: true })
    await userEvent.click(screen.getByRole('button', { name: 'Save as your own…' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Later{Enter}')
    await waitFor(() => expect(preferences().captionPresets.map(({ name }) => name)).toEqual(['Later']))
    await userEvent.click(undo)
    await waitFor(() =>
      expect(preferences().captionPresets.map(({ name }) => name)).toEqual(['Later', 'Harbor films']),
    )
  })

  it('come from a file and go into one; a wrong file is reported', async () => {
    const { session, studio, preferences } = await open([own])
    const pick = async (text: string): Promise<void> => {
      await userEvent.click(screen.getByRole('button', { name: 'From a file…' }))
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (input === null) throw new Error('no field for a file')
      Object.defineProperty(input, 'files', { value: [new File([text], 'rules.json')] })
      fireEvent.change(input)
    }
    await pick('{"maxLines": 99}')
    expect((await screen.findByRole('alert')).textContent).toContain('maxLines: 1 to 10 expected, found 99')
    await pick('{"id": "Harbor films", "base": "bbc", "maxLines": 3}')
    await waitFor(() => expect(preferences().captionPresets.length).toBe(2))
    expect(session.state.transcript.captionRules).toMatchObject({ preset: 'Harbor films 2', base: 'bbc' })
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Save to a file…' }))
    await waitFor(() => expect(studio.saved.length).toBe(1))
    expect(studio.saved[0]?.fileName).toBe('Harbor films 2.json')
    expect(JSON.parse(studio.saved[0]?.text ?? '')).toMatchObject({ id: 'Harbor films 2', maxLines: 3 })
  })

  it('speak French', async () => {
    await open([], 'fr')
    expect(screen.getByRole('textbox', { name: 'Caractères par ligne' })).toBeTruthy()
    expect(within(screen.getByRole('radiogroup')).getByText('Sans règles')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Durée minimale' })).toHaveProperty('value', '0,834')
  })
})
