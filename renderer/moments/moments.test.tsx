// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { byTime, type Moment } from '#core/moments/moment'
import { useKeyActions } from '../keys/use-key-actions.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { type MomentScreenParts, useMomentScreen } from './use-moment-screen.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

function Screen(props: MomentScreenParts) {
  const moments = useMomentScreen(props)
  useKeyActions<'moments'>(moments.keys)
  return (
    <>
      <button type="button">elsewhere</button>
      {moments.panel}
      {moments.strip}
    </>
  )
}

function open(given: readonly Moment[] = [], language: 'en' | 'fr' = 'en') {
  let stored: readonly Moment[] = [...given]
  const before = new Map<string, readonly Moment[]>()
  let typed = { date: '', place: '' }
  const { player } = silentPlayer()
  const parts = {
    recordingId: 'r1',
    durationMs: 60_000,
    session: fakeSession(conversation),
    player,
    wordAtCaret: vi.fn<() => string | null>(() => null),
    goToTime: vi.fn<(ms: number) => void>(),
    focusText: vi.fn<() => void>(),
    onMinutes: vi.fn<() => void>(),
  }
  const { unmount } = renderInStudio(
    <Screen {...parts} />,
    {
      'moments.list': () => [...stored],
      'moments.set': ({ moment, stepId = '' }) => {
        before.set(stepId, stored)
        stored = [...stored.filter(({ id }) => id !== moment.id), moment].toSorted(byTime)
        return {}
      },
      'moments.remove': ({ momentId, stepId = '' }) => {
        before.set(stepId, stored)
        stored = stored.filter(({ id }) => id !== momentId)
        return {}
      },
      'moments.takeBack': ({ stepId }) => {
        stored = before.get(stepId) ?? stored
        return {}
      },
      'moments.meeting': () => ({ typed, knownDate: 'May 4' }),
      'moments.setMeeting': (input) => {
        typed = input.typed
        return {}
      },
    },
    language,
  )
  return { ...parts, unmount, stored: () => stored, typed: () => typed }
}

const decision: Moment = { id: 'a', kind: 'decision', atMs: 12_000, value: 'Buy bread' }

it('a key marks the place of the sound, typing and Enter keep it, its control changes the kind', async () => {
  const { player, stored, focusText } = open()
  expect(await screen.findByText(/^No moments yet\. Alt.?.?D marks a decision/u)).toBeTruthy()
  player.seek(9_400)
  await userEvent.keyboard('{Alt>}d{/Alt}')
  expect(await screen.findByText('Moment at 0:09')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('Ask the insurer')
  await userEvent.click(screen.getByRole('radio', { name: 'Action' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Who' }), 'Hanna')
  await userEvent.type(screen.getByRole('textbox', { name: 'Until' }), '10 December{Enter}')
  const value = { text: 'Ask the insurer', who: 'Hanna', until: '10 December' }
  await waitFor(() => expect(stored()).toMatchObject([{ kind: 'action', atMs: 9_400, value }]))
  expect(focusText).toHaveBeenCalledTimes(1)
  const list = await screen.findByRole('list', { name: 'Moments in order of time' })
  expect(within(list).getByText('Hanna, until 10 December')).toBeTruthy()
})

it('the caret is the place while nothing plays; Escape gives up, leaving keeps', async () => {
  const { wordAtCaret, stored, unmount } = open()
  const word = conversation.paragraphs[1]?.words[0]
  wordAtCaret.mockReturnValue(word?.id ?? '')
  await userEvent.keyboard('{Alt>}b{/Alt}')
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('no{Escape}')
  expect(screen.queryByRole('region', { name: 'Moment' })).toBeNull()
  expect(stored()).toEqual([])
  await userEvent.keyboard('{Alt>}b{/Alt}')
  await userEvent.keyboard('kept')
  unmount()
  await waitFor(() =>
    expect(stored()).toMatchObject([{ kind: 'bookmark', atMs: word?.startMs, value: 'kept' }]),
  )
})

it('three keys without typing are three moments, each with the focus in its own field', async () => {
  const { player, stored, focusText } = open()
  for (const [key, ms, name] of [
    ['d', 1_000, 'What was decided'],
    ['a', 5_000, 'What is to be done'],
    ['b', 10_000, 'Name (optional)'],
  ] as const) {
    player.seek(ms)
    await userEvent.keyboard(`{Alt>}${key}{/Alt}`)
    expect(document.activeElement).toBe(await screen.findByRole('textbox', { name }))
  }
  await userEvent.keyboard('Where the music begins{Enter}')
  await waitFor(() =>
    expect(stored()).toMatchObject([
      { kind: 'decision', atMs: 1_000, value: '' },
      { kind: 'action', atMs: 5_000, value: { text: '' } },
      { kind: 'bookmark', atMs: 10_000, value: 'Where the music begins' },
    ]),
  )
  expect(focusText).toHaveBeenCalledTimes(1)
})

it('a key pressed elsewhere begins another moment, and the one before is kept', async () => {
  const { player, stored } = open()
  await userEvent.keyboard('{Alt>}d{/Alt}')
  await userEvent.keyboard('first')
  screen.getByRole('button', { name: 'elsewhere' }).focus()
  player.seek(20_000)
  await userEvent.keyboard('{Alt>}d{/Alt}')
  await waitFor(() => expect(stored()).toMatchObject([{ value: 'first', atMs: 0 }]))
  expect(screen.getByText('Moment at 0:20')).toBeTruthy()
})

it('a moment is gone to, changed with its time, deleted and brought back', async () => {
  const { player, goToTime, stored } = open([decision])
  await userEvent.click(await screen.findByRole('button', { name: /^Decision ?Buy bread ?0:12$/u }))
  expect([player.positionMs, goToTime.mock.calls]).toEqual([12_000, [[12_000]]])
  await userEvent.click(screen.getByRole('button', { name: 'Edit: Buy bread' }))
  const time = await screen.findByRole('textbox', { name: 'Time' })
  await userEvent.clear(time)
  await userEvent.type(time, '1:30')
  expect(screen.getByText(/^Type a time such as/u)).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(stored()).toEqual([decision])
  await userEvent.clear(time)
  await userEvent.type(time, '0:31{Enter}')
  await waitFor(() => expect(stored()).toEqual([{ ...decision, atMs: 31_000 }]))
  // Changes of time, text and kind are reverted; unchanged parts are not sent.
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(stored()).toEqual([decision]))
  toast.clear()
  await userEvent.click(screen.getByRole('button', { name: 'Edit: Buy bread' }))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Time' }), '{Enter}')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Edit: Buy bread' }))
  const again = await screen.findByRole('textbox', { name: 'Time' })
  await userEvent.clear(again)
  await userEvent.type(again, '0:31{Enter}')
  await waitFor(() => expect(stored()).toEqual([{ ...decision, atMs: 31_000 }]))
  toast.clear()
  await userEvent.click(await screen.findByRole('button', { name: 'Delete: Buy bread' }))
  await waitFor(() => expect(stored()).toEqual([]))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(stored()).toEqual([{ ...decision, atMs: 31_000 }]))
})

it('date and place are saved as typed, and minutes are one press away', async () => {
  const { typed, onMinutes } = open([decision], 'fr')
  const date = await screen.findByRole('textbox', { name: 'Date' })
  expect(date.getAttribute('placeholder')).toBe('May 4')
  await userEvent.type(date, 'jeudi{Enter}')
  await userEvent.type(screen.getByRole('textbox', { name: 'Lieu' }), 'Salle')
  await userEvent.tab()
  await waitFor(() => expect(typed()).toEqual({ date: 'jeudi', place: 'Salle' }))
  await userEvent.click(screen.getByRole('button', { name: 'Faire le compte rendu…' }))
  expect(onMinutes).toHaveBeenCalledTimes(1)
})
