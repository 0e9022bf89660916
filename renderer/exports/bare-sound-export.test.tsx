// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { recordingCard } from '../sound/testing/conversation.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { BareSoundExport } from './bare-sound-export.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

it('the sound of a recording without a transcript is made by a job, in the chosen format and under a typed name', async () => {
  const onClose = vi.fn<() => void>()
  const recording = { ...recordingCard(), trim: { startMs: 1_000, endMs: 61_000 } }
  const house = renderInStudio(<BareSoundExport recording={recording} onClose={onClose} />, {
    'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
    'exports.sound': () => ({
      seconds: 60,
      channels: 2,
      sampleRate: 44_100,
      bits: 16,
      chapters: 0,
      hasCover: false,
    }),
  })
  const asked = (name: string): unknown => house.calls.findLast((call) => call.name === name)?.input
  expect(await screen.findByText(/only the part that is kept/u)).toBeTruthy()
  expect(asked('exports.sound')).toEqual({ transcriptId: null, recordingId: recording.id })
  await userEvent.click(screen.getByRole('button', { name: /Format/u }))
  await userEvent.click(await screen.findByRole('option', { name: 'FLAC' }))
  const name = screen.getByRole('textbox', { name: 'File name' })
  await userEvent.clear(name)
  await userEvent.type(name, 'Note')
  await userEvent.click(screen.getByRole('button', { name: 'Create the file' }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
  const wanted = { transcriptId: null, recordingId: recording.id, sound: 'flac', fileName: 'Note.flac' }
  expect(asked('exports.film')).toMatchObject(wanted)
})
