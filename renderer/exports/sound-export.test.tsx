// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { formatRow, tickFormat } from './testing/format-row.ts'

afterEach(() => {
  cleanup()
  toast.clear()
})

const stereo: CallOutput<'exports.sound'> = {
  seconds: 760,
  channels: 2,
  sampleRate: 44_100,
  bits: 16,
  chapters: 6,
  hasCover: true,
}

function open(sound: CallOutput<'exports.sound'> = stereo, recording: Partial<OpenRecording> = {}) {
  const onClose = vi.fn<() => void>()
  const house = renderInStudio(
    <ExportDialog
      open
      onClose={onClose}
      session={fakeSession(conversation)}
      recording={{ ...recordingCard(), ...recording }}
      place="text"
    />,
    {
      'exports.make': ({ format }) => ({
        fileName: `talk.${format}`,
        mediaType: 'text/plain',
        base64: btoa('x'),
        preview: `${format} made`,
        isPreviewWhole: true,
        losses: [],
      }),
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'exports.sound': () => sound,
    },
  )
  const asked = (): unknown => house.calls.findLast(({ name }) => name === 'exports.film')?.input
  return { house, onClose, asked }
}

const facts = async (): Promise<HTMLElement> => screen.findByRole('region', { name: 'The file of sound' })
const choose = async (name: RegExp, option: RegExp): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
  await userEvent.click(await screen.findByRole('option', { name: option }))
}

describe('a file of sound', () => {
  it('is in a group between videos and minutes, with all formats', async () => {
    open()
    await formatRow('MP3')
    const groups = screen.getAllByRole('treeitem').filter((row) => row.getAttribute('aria-level') === '1')
    const names = groups.map((row) => row.querySelector('b')?.textContent)
    expect(names).toEqual(['Documents', 'Captions', 'Video', 'Sound', 'Minutes', 'For programs'])
    for (const name of ['MP3', 'AAC (M4A)', 'Opus', 'FLAC', 'WAV'])
      expect(within(screen.getByRole('tree')).getByRole('treeitem', { name })).toBeTruthy()
  })

  it('says its length, quality and size, which follow what is chosen', async () => {
    open()
    await userEvent.click(await formatRow('MP3'))
    expect((await within(await facts()).findByText('about 18 MB')).textContent).toBeTruthy()
    expect(screen.getByText('12:40')).toBeTruthy()
    expect(screen.queryByText('srt made')).toBeNull()
    await choose(/Quality/, /^128 kbit/)
    expect(await screen.findByText('about 12 MB')).toBeTruthy()
    await userEvent.click(await formatRow('WAV'))
    expect(await screen.findByText('134 MB')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Quality/ })).toBeNull()
    expect(screen.getByText('WAV has no place for chapters and a cover.')).toBeTruthy()
    await userEvent.click(await formatRow('FLAC'))
    expect(await screen.findByText('at most 134 MB')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: 'One channel (mono)' }))
    expect(await screen.findByText('at most 67 MB')).toBeTruthy()
  })

  it('is made by a job, with what was chosen, which is kept for the next time', async () => {
    const { house, asked, onClose } = open()
    await tickFormat('MP3')
    await tickFormat(/^Word/)
    await userEvent.click(await formatRow('MP3'))
    await facts()
    await choose(/Loudness/, /podcasts/)
    expect(screen.getByText(/peaks stay under −1 dBTP/)).toBeTruthy()
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Cover' }))
    const save = screen.getByRole('button', { name: 'Create the file' })
    await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false))
    await userEvent.click(save)
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    const choices = { loudness: -16, cover: false, chapters: true, isMono: false, bitRate: null }
    expect(asked()).toMatchObject({ sound: 'mp3', choices })
    expect(await screen.findByText('The sound is being written. You can go on working.')).toBeTruthy()
    const kept = house.calls.filter(({ name }) => name === 'program.setPreferences').at(-1)?.input
    expect(kept).toMatchObject({ exports: { formats: { text: ['mp3'] } } })
    const before = house.calls.find(({ input }) => JSON.stringify(input).includes('"loudness":-16'))?.name
    expect(before).toBe('program.setPreferences')
  })

  it('is in a project with its text, which a job writes, unless that is not wanted', async () => {
    const { house, asked, onClose } = open()
    await tickFormat(/^REFI-QDA/)
    await tickFormat(/^Word/)
    await userEvent.click(await formatRow(/^REFI-QDA/))
    const box = await screen.findByRole('checkbox', {
      name: /^With the sound, as MP3 \(about [\d.]+\sMB\)$/u,
    })
    const create = screen.getByRole('button', { name: 'Create the file' })
    await waitFor(() => expect(create.hasAttribute('disabled')).toBe(false))
    // Without sound it is saved at once.
    await userEvent.click(box)
    await screen.findByRole('button', { name: 'Save as…' })
    await userEvent.click(box)
    await userEvent.click(await screen.findByRole('button', { name: 'Create the file' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(asked()).toMatchObject({ sound: 'mp3', inProject: true, choices: { isMono: true } })
    const made = house.calls.filter(({ name }) => name === 'exports.make').map(({ input }) => input)
    expect(made).not.toContainEqual(expect.not.objectContaining({ soundLater: true }))
  })

  it('is not offered while the file of the recording is missing', async () => {
    open(stereo, { missing: true })
    await formatRow(/^Word/)
    expect(screen.queryByText('Sound')).toBeNull()
  })

  it('has no choice that its format or its recording does not have', async () => {
    open({ ...stereo, channels: 1, chapters: 0, hasCover: false })
    await userEvent.click(await formatRow('Opus'))
    await within(await facts()).findByText('1 (mono)')
    expect(screen.getByText('48 kHz')).toBeTruthy()
    for (const name of [/mono/, /Chapters/, 'Cover'])
      expect(screen.queryByRole('checkbox', { name })).toBeNull()
  })
})
