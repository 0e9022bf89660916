// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { useChapterScreen } from './use-chapter-screen.tsx'

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

const session = fakeSession(conversation)

function Screen({ atMs, onGo }: { readonly atMs: number; readonly onGo: (atMs: number) => void }) {
  const place = (): number => atMs
  return useChapterScreen({ recordingId: 'r1', session, place, goTo: onGo, seek: onGo }).panel
}

function open(given: readonly Chapter[], atMs = 5_000) {
  let stored: readonly Chapter[] = [...given]
  const before = new Map<string, readonly Chapter[]>()
  const gone: number[] = []
  renderInStudio(<Screen atMs={atMs} onGo={(ms) => gone.push(ms)} />, {
    'moments.chapters': () => [...stored],
    'moments.setChapter': ({ chapter: changed, stepId = '' }) => {
      before.set(stepId, stored)
      stored = [...stored.filter(({ id }) => id !== changed.id), changed].toSorted((a, b) => a.atMs - b.atMs)
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
  })
  return { stored: () => stored, gone }
}

it('renames, moves and deletes a chapter; what it has besides stays, and Undo brings it back', async () => {
  const { stored, gone } = open([chapter(0, 'Hello'), chapter(2_000, 'Glue')])
  const field = await screen.findByRole('textbox', { name: 'Title of chapter 2, 0:02' })
  await userEvent.clear(field)
  await userEvent.type(field, ' Paste {Enter}')
  await waitFor(() => expect(stored()[1]).toEqual({ ...chapter(2_000, 'Paste') }))
  await userEvent.click(screen.getByRole('button', { name: 'Go to chapter 2, 0:02' }))
  expect(gone).toEqual([2_000])
  await userEvent.click(screen.getByRole('button', { name: 'Move here: chapter 2' }))
  await waitFor(() => expect(stored()[1]?.atMs).toBe(5_000))
  await userEvent.click(await screen.findByRole('button', { name: 'Delete chapter 2' }))
  await waitFor(() => expect(stored()).toHaveLength(1))
  const undo = await screen.findAllByRole('button', { name: 'Undo' })
  await userEvent.click(undo.at(-1) as HTMLElement)
  await waitFor(() => expect(stored()).toHaveLength(2))
})

it('adds a chapter where the sound is, once', async () => {
  const { stored } = open([])
  const add = await screen.findByRole('button', { name: 'Chapter here' })
  await userEvent.click(add)
  await waitFor(() => expect(stored()).toMatchObject([{ atMs: 5_000, title: '' }]))
  await screen.findByRole('textbox')
  await userEvent.click(add)
  expect(await screen.findByText('A chapter begins here already.')).toBeTruthy()
  expect(stored()).toHaveLength(1)
})

it('says that a short conversation has no place for a suggestion', async () => {
  open([])
  await userEvent.click(await screen.findByRole('button', { name: 'Suggest' }))
  const panel = within(screen.getByRole('region', { name: 'Chapters' }))
  expect(panel.getByRole('status').textContent).toMatch(/^There is no pause/u)
})
