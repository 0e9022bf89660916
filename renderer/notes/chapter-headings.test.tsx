// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { toast } from '../ui/toast.tsx'
import { openNotes } from './testing/open-notes.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

const chapter = (atMs: number, title: string): Chapter => ({
  id: `c${atMs}`,
  atMs,
  title,
  link: 'https://a.example/',
  picture: '',
  isListed: true,
})

const chooseInMenu = async (item: string): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Chapters' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

it('chapters are the headings of the notes; a press goes there and opens the title', async () => {
  const moments = [{ id: 'a', kind: 'decision', atMs: 2_500, value: 'Buy glue' } as const]
  const { player, storedChapters } = openNotes({
    chapters: [chapter(0, 'Hello'), chapter(2_000, 'Glue')],
    moments,
  })
  const heading = await screen.findByRole('heading', { name: '2. Glue' })
  const section = heading.closest('section') as HTMLElement
  expect(await within(section).findByText('Buy glue')).toBeTruthy()
  await userEvent.click(within(heading).getByRole('button'))
  expect(player.positionMs).toBe(2_000)
  const field = screen.getByRole('textbox', { name: 'Title of chapter 2, 0:02' })
  expect(document.activeElement).toBe(field)
  await userEvent.clear(field)
  await userEvent.type(field, ' Paste {Enter}')
  await waitFor(() => expect(storedChapters()[1]).toEqual({ ...chapter(2_000, 'Paste') }))
  expect(document.activeElement?.textContent).toBe('2. Paste')
})

it('a chapter is moved, deleted, and Undo brings it back; Escape and leaving the field', async () => {
  const { player, storedChapters } = openNotes({ chapters: [chapter(0, 'Hello'), chapter(2_000, 'Glue')] })
  await userEvent.click(await screen.findByRole('button', { name: '2. Glue' }))
  await userEvent.keyboard('no{Escape}')
  expect(document.activeElement?.textContent).toBe('2. Glue')
  await userEvent.keyboard('{Enter}')
  player.seek(5_000)
  await userEvent.click(screen.getByRole('button', { name: 'Move here: chapter 2' }))
  await waitFor(() => expect(storedChapters()[1]?.atMs).toBe(5_000))
  await userEvent.type(screen.getByRole('textbox', { name: /^Title of chapter 2/u }), ' and paste')
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }))
  await waitFor(() => expect(storedChapters()[1]?.title).toMatch(/ and paste$/u))
  await userEvent.click(screen.getByRole('button', { name: 'elsewhere' }))
  await userEvent.click(await screen.findByRole('button', { name: /^2\. / }))
  await userEvent.click(await screen.findByRole('button', { name: 'Delete chapter 2' }))
  await waitFor(() => expect(storedChapters()).toHaveLength(1))
  const undo = await screen.findAllByRole('button', { name: 'Undo' })
  await userEvent.click(undo.at(-1) as HTMLElement)
  await waitFor(() => expect(storedChapters()).toHaveLength(2))
})

it('a title that is typed while the panel closes is kept', async () => {
  const { unmount, storedChapters } = openNotes({ chapters: [chapter(0, 'Hello')] })
  await userEvent.click(await screen.findByRole('button', { name: '1. Hello' }))
  await userEvent.keyboard('Good evening')
  unmount()
  await waitFor(() => expect(storedChapters()[0]?.title).toBe('Good evening'))
})

it('one that is deleted while its title is typed does not come back', async () => {
  const { storedChapters, session } = openNotes({ chapters: [chapter(0, 'Hello')] })
  await userEvent.click(await screen.findByRole('button', { name: '1. Hello' }))
  await userEvent.keyboard('Good evening')
  await userEvent.click(screen.getByRole('button', { name: 'Delete chapter 1' }))
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Title/u })).toBeNull())
  await session.flush()
  expect(storedChapters()).toEqual([])
})

it('a new chapter has its title open, and the focus returns to the menu', async () => {
  const { player, storedChapters } = openNotes()
  player.seek(5_000)
  await chooseInMenu('Chapter here')
  const field = await screen.findByRole('textbox', { name: 'Title of chapter 1, 0:05' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await userEvent.keyboard('Glue{Enter}')
  await waitFor(() => expect(storedChapters()).toMatchObject([{ atMs: 5_000, title: 'Glue' }]))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chapters' }))
  await chooseInMenu('Chapter here')
  expect(await screen.findByText('A chapter already begins here.')).toBeTruthy()
  expect(storedChapters()).toHaveLength(1)
})

it('says that a short conversation has no place for a suggestion, and copies lines for a video', async () => {
  openNotes({ chapters: [chapter(4_000, 'Hello'), chapter(20_000, '')] })
  const user = userEvent.setup()
  await chooseInMenu('Suggest chapters')
  expect(await screen.findByText(/^No pause is long enough/u)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Chapters' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy chapter lines' }))
  expect(await screen.findByText('Chapter lines copied.')).toBeTruthy()
  expect(await navigator.clipboard.readText()).toBe('0:00 Hello\n0:20 Chapter 2\n')
})

it('copies no title that repeats the name of a redacted voice, and no chapter at a redacted time', async () => {
  const speakers = conversation.speakers.map((one) =>
    one.id === 'idris' ? { ...one, redacted: true as const } : one,
  )
  openNotes({
    chapters: [chapter(0, 'Hello'), chapter(11_000, 'The iron'), chapter(45_000, 'Thanks to Idris')],
    session: fakeSession({ ...conversation, speakers }),
  })
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Chapters' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy chapter lines' }))
  expect(await screen.findByText('Chapter lines copied.')).toBeTruthy()
  const lines = await navigator.clipboard.readText()
  expect(lines).toMatch(/^0:00 Hello\n0:45 /u)
  expect(lines).not.toContain('Idris')
})
