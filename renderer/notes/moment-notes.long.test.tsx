// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { listedComments } from '#core/comments/listed-comments'
import type { Moment } from '#core/moments/moment'
import { conversation } from '../sound/testing/conversation.ts'
import { toast } from '../ui/toast.tsx'
import { openNotes } from './testing/open-notes.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

const decision: Moment = { id: 'a', kind: 'decision', atMs: 12_000, value: 'Buy bread' }
const open = (given: readonly Moment[] = [], language: 'en' | 'fr' = 'en') =>
  openNotes({ moments: given, language })

const chooseKind = async (kind: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name: /Kind of note/u }))
  await userEvent.click(await screen.findByRole('option', { name: kind }))
}

it('a key marks the place of the sound, typing and Enter keep it, its control changes the kind', async () => {
  const { player, stored, focusText } = open()
  expect(
    await screen.findByText(/^No notes yet\. At the playback position or the cursor, Alt.?.?N adds a note/u),
  ).toBeTruthy()
  player.seek(9_400)
  await userEvent.keyboard('{Alt>}d{/Alt}')
  expect(await screen.findByText('Note at 0:09')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('Ask the insurer')
  await chooseKind('Action')
  await userEvent.type(await screen.findByRole('combobox', { name: 'Who' }), 'Hanna')
  await userEvent.type(screen.getByRole('textbox', { name: 'Due' }), '10 December{Enter}')
  const value = { text: 'Ask the insurer', who: 'Hanna', until: '10 December' }
  await waitFor(() => expect(stored()).toMatchObject([{ kind: 'action', atMs: 9_400, value }]))
  expect(focusText).toHaveBeenCalledTimes(1)
  expect(await screen.findByText('Hanna, due 10 December')).toBeTruthy()
})

it('the caret is the place while nothing plays; Escape gives up, leaving keeps', async () => {
  const { wordAtCaret, stored, unmount } = open()
  const word = conversation.paragraphs[1]?.words[0]
  wordAtCaret.mockReturnValue(word?.id ?? '')
  await userEvent.keyboard('{Alt>}b{/Alt}')
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('no{Escape}')
  expect(screen.queryByRole('region', { name: 'Note' })).toBeNull()
  expect(stored()).toEqual([])
  await userEvent.keyboard('{Alt>}b{/Alt}')
  await userEvent.keyboard('kept')
  unmount()
  await waitFor(() =>
    expect(stored()).toMatchObject([{ kind: 'bookmark', atMs: word?.startMs, value: 'kept' }]),
  )
})

it('what could not be stored is open again with its text', async () => {
  let isStoring = false
  const { stored } = openNotes({ isStoring: () => isStoring })
  await userEvent.keyboard('{Alt>}d{/Alt}')
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('The fee stays{Enter}')
  const field = await screen.findByRole('textbox', { name: 'What was decided' })
  expect(field).toHaveProperty('value', 'The fee stays')
  isStoring = true
  await userEvent.type(field, '{Enter}')
  await waitFor(() => expect(stored()).toMatchObject([{ kind: 'decision', value: 'The fee stays' }]))
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

it('what is written moves from the list into the row above the sound and back, and the focus returns', async () => {
  const { player, stored } = open()
  const elsewhere = screen.getByRole('button', { name: 'elsewhere' })
  elsewhere.focus()
  await userEvent.keyboard('{Alt>}d{/Alt}')
  expect((await screen.findByRole('region', { name: 'Note' })).closest('li')).not.toBeNull()
  await userEvent.keyboard('first')
  // The panel is closed, the moment stays open.
  await userEvent.click(elsewhere)
  expect(screen.getAllByRole('region', { name: 'Note' })).toHaveLength(1)
  expect(screen.getByRole('region', { name: 'Note' }).closest('li')).toBeNull()
  player.seek(20_000)
  await userEvent.keyboard('{Alt>}d{/Alt}')
  await waitFor(() => expect(stored()).toMatchObject([{ value: 'first', atMs: 0 }]))
  expect(screen.getByText('Note at 0:20')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(elsewhere)
})

it('a moment is gone to and opened by a press, changed with its time, deleted and brought back', async () => {
  const { player, goToTime, stored } = open([decision])
  const row = await screen.findByRole('button', { name: /^Decision ?Buy bread ?0:12$/u })
  await userEvent.click(row)
  expect([player.positionMs, goToTime.mock.calls]).toEqual([12_000, [[12_000]]])
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'What was decided' }))
  const time = screen.getByRole('textbox', { name: 'Time' })
  await userEvent.clear(time)
  await userEvent.type(time, '1:30')
  expect(screen.getByText(/^Type a time such as/u)).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(stored()).toEqual([decision])
  await userEvent.clear(time)
  await userEvent.type(time, '0:31{Enter}')
  await waitFor(() => expect(stored()).toEqual([{ ...decision, atMs: 31_000 }]))
  // The row that was pressed is another element now.
  expect(document.activeElement?.textContent).toMatch(/Buy bread/u)
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(stored()).toEqual([decision]))
  toast.clear()
  // Without a change there is nothing to undo.
  await userEvent.click(await screen.findByRole('button', { name: /Buy bread ?0:12$/u }))
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /Buy bread/u }))
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(stored()).toEqual([]))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(stored()).toEqual([decision]))
})

it('has its time with a decimal comma in French, and takes a point as well', async () => {
  const { stored } = open([{ ...decision, atMs: 13_500 }], 'fr')
  for (const [shown, typed, atMs] of [
    ['0:13,5', '0:14,25', 14_250],
    ['0:14,25', '0:15.5', 15_500],
  ] as const) {
    await userEvent.click(await screen.findByRole('button', { name: /Buy bread/u }))
    const time = screen.getByRole<HTMLInputElement>('textbox', { name: 'Temps' })
    expect(time.value).toBe(shown)
    await userEvent.clear(time)
    await userEvent.type(time, `${typed}{Enter}`)
    await waitFor(() => expect(stored()).toEqual([{ ...decision, atMs }]))
  }
})

it('Enter, still held after it saved, opens nothing', async () => {
  const { stored } = open([decision])
  await userEvent.click(await screen.findByRole('button', { name: /Buy bread/u }))
  await userEvent.keyboard('{Enter>2/}')
  expect(screen.queryByRole('region', { name: 'Note' })).toBeNull()
  expect(document.activeElement?.textContent).toMatch(/Buy bread/u)
  expect(stored()).toEqual([decision])
})

it('one that is open is kept when another is pressed', async () => {
  const { stored } = open([decision])
  await userEvent.keyboard('{Alt>}b{/Alt}')
  await userEvent.keyboard('not lost')
  await userEvent.click(await screen.findByRole('button', { name: /Buy bread/u }))
  await waitFor(() => expect(stored()).toMatchObject([{ value: 'not lost' }, { value: 'Buy bread' }]))
})

it('a note becomes a comment on the words there, with what was typed', async () => {
  const { stored, session } = open()
  await userEvent.click(await screen.findByRole('button', { name: /^Note/u }))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  await userEvent.keyboard('Ask her')
  await chooseKind('Comment')
  const field = await screen.findByRole('textbox', { name: 'Comment on “One iron,”' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await userEvent.keyboard('!{Enter}')
  expect(listedComments(session.state.transcript).map(({ text }) => text)).toEqual(['Ask her!'])
  expect(stored()).toEqual([])
})

it('one kind, or what one person has to do, is shown alone; minutes are one press away', async () => {
  const action = (id: string, atMs: number, who: string): Moment => ({
    id,
    atMs,
    kind: 'action',
    value: { text: `${who} calls`, who, until: '' },
  })
  const { onMinutes } = open([decision, action('b', 20_000, 'Ruth'), action('c', 30_000, 'Piet')], 'fr')
  await screen.findByText('Buy bread')
  const choose = async (name: string): Promise<void> => {
    await userEvent.click(screen.getByRole('button', { name: /Notes affichées/u }))
    await userEvent.click(await screen.findByRole('option', { name }))
  }
  await choose('Décisions 1')
  expect(screen.queryByText('Ruth calls')).toBeNull()
  expect(screen.getByText('Buy bread')).toBeTruthy()
  await choose('Pour Piet 1')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('Piet calls')).toBeTruthy()
  await choose('Tout 3')
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  await userEvent.click(screen.getByRole('button', { name: 'Compte rendu' }))
  expect(onMinutes).toHaveBeenCalledTimes(1)
})
