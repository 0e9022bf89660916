// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { ExportRecordingsDialog } from './export-recordings-dialog.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

function open(cuts: readonly boolean[]) {
  const onClose = vi.fn<() => void>()
  const cards = ['a', 'b'].map((id) =>
    recordingCard({ id, title: id.toUpperCase(), transcript: transcriptCard({ id: `t-${id}` }) }),
  )
  const house = renderInStudio(<ExportRecordingsDialog cards={cards} onClose={onClose} />, {
    'exports.languages': () => [[], []],
    'exports.haveCuts': () => [...cuts],
    'exports.make': ({ transcriptId, format }) => ({
      fileName: `${transcriptId}.${format}`,
      mediaType: 'text/plain',
      base64: btoa('x'),
      preview: null,
      isPreviewWhole: true,
      losses: [],
    }),
  })
  const save = async (): Promise<unknown[]> => {
    await userEvent.click(screen.getByRole('button', { name: 'Save 2 files' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    return house.calls
      .filter(({ name }) => name === 'exports.make')
      .map(({ input }) => [
        (input as CallInput<'exports.make'>).transcriptId,
        (input as CallInput<'exports.make'>).cut === true,
      ])
  }
  return { save }
}

it('several recordings are exported as what is kept of those of which something is cut', async () => {
  const { save } = open([true, false])
  expect(
    await screen.findByRole('radio', { name: 'The cut, where there is one (1 of 2)', checked: true }),
  ).toBeTruthy()
  expect(await save()).toEqual([
    ['t-a', true],
    ['t-b', false],
  ])
})

it('all of each is exported where that is chosen', async () => {
  const { save } = open([true, true])
  await screen.findByRole('radio', { name: 'The cut', checked: true })
  await userEvent.click(screen.getByRole('radio', { name: 'The whole recording' }))
  expect(await save()).toEqual([
    ['t-a', false],
    ['t-b', false],
  ])
})

it('nothing is asked where nothing is cut', async () => {
  const { save } = open([false, false])
  await screen.findByRole('button', { name: 'Save 2 files' })
  expect(await save()).toEqual([
    ['t-a', false],
    ['t-b', false],
  ])
  expect(screen.queryByRole('radiogroup', { name: 'What the files contain' })).toBeNull()
})
