// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallName } from '#contracts/calls/calls'
import type { Transcript } from '#core/transcript/transcript'
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

/** Idris’s “and it was mine.” is cut. */
const cut: Transcript = {
  ...conversation,
  marks: [{ id: 'm', kind: 'cut', fromWordId: 'p2.2', toWordId: 'p2.5', value: { reason: 'person' } }],
}

function open(transcript: Transcript, recording: Partial<OpenRecording> = {}) {
  const onClose = vi.fn<() => void>()
  const house = renderInStudio(
    <ExportDialog
      open
      onClose={onClose}
      session={fakeSession(transcript)}
      recording={{ ...recordingCard(), playable: false, ...recording }}
      place="captions"
    />,
    {
      'exports.make': ({ format, cut: isCut }) => ({
        fileName: `talk.${format}`,
        mediaType: 'text/plain',
        base64: btoa('x'),
        preview: `${format} of the ${isCut === true ? 'cut' : 'whole'}`,
        isPreviewWhole: true,
        losses: isCut === true ? [{ code: 'cut-partly', count: 2 }] : [],
        ...(isCut === true && format !== 'json'
          ? { cut: { words: 19, captions: { count: 7, broken: 1 } } }
          : {}),
      }),
      'exports.cutList': ({ list, frameRate }) => ({
        files: [1, 2].map((part) => ({
          fileName: `talk${part === 1 ? '' : '.2'}.cut.edl`,
          mediaType: 'text/plain',
          base64: btoa(`${part}`),
        })),
        preview: `${list} at ${frameRate ?? 25}`,
        isPreviewWhole: false,
        clips: 1_200,
        countsFrames: true,
        isRedacted: true,
      }),
      'exports.film': () => ({ jobId: 'j1', leftOut: [] }),
      'exports.sound': ({ cut: isCut }) => ({
        seconds: isCut === true ? 58 : 60,
        channels: 1,
        sampleRate: 44_100,
        bits: 16,
        chapters: 0,
        hasCover: false,
      }),
    },
  )
  const last = <Name extends CallName>(name: Name) =>
    house.calls.findLast((call) => call.name === name)?.input as CallInput<Name> | undefined
  return { house, onClose, last }
}

const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const save = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }))

describe('the export of a recording of which something is cut', () => {
  it('is of the cut unless the whole recording is chosen, with its own counts and what is to be known of it', async () => {
    open(cut)
    expect(await screen.findByText('srt of the cut')).toBeTruthy()
    expect(screen.getByRole('radio', { name: 'The cut', checked: true })).toBeTruthy()
    expect(screen.getByText(/of 1:00 kept, 1 cut$/u)).toBeTruthy()
    expect(screen.getByText(/^19 words/u)).toBeTruthy()
    expect(screen.getByText(/^7 captions, 1 problem/u)).toBeTruthy()
    expect(screen.getByText(/cover words of which some are cut: check the text/u)).toBeTruthy()
    await choose('The whole recording')
    expect(await screen.findByText('srt of the whole')).toBeTruthy()
    expect(screen.getByText(/^23 words/u)).toBeTruthy()
    expect(screen.queryByText(/kept, 1 cut/u)).toBeNull()
  })

  it('has text and sound by the same switch; a .parolo.json is whole, which is said', async () => {
    const { house, onClose, last } = open(cut)
    await screen.findByText('srt of the cut')
    await userEvent.click(await formatRow(/Parolo/u))
    expect(await screen.findByText(/\.parolo\.json always has the whole recording/u)).toBeTruthy()
    await userEvent.click(await formatRow('WAV'))
    expect(await screen.findByText('0:58')).toBeTruthy()
    await tickFormat('SubRip (SRT)')
    await save(/Save 2 files/u)
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(last('exports.make')).toMatchObject({ format: 'srt', cut: true })
    expect(house.calls.findLast(({ name }) => name === 'exports.film')?.input).toMatchObject({
      sound: 'wav',
      cut: true,
    })
  })

  it('offers edit lists of the cut alone, in all their files, at the chosen frame rate', async () => {
    const { house, onClose, last } = open(cut)
    await screen.findByText('srt of the cut')
    await userEvent.click(await formatRow(/^EDL/u))
    expect(await screen.findByText(/^cut-edl at 25/u)).toBeTruthy()
    expect(screen.getByText('1,200 clips')).toBeTruthy()
    expect(screen.getByText(/2 files: a list of CMX 3600/u)).toBeTruthy()
    expect(screen.getByText(/in which redacted words are heard/u)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Frame rate|Frames/u }))
    await userEvent.click(await screen.findByRole('option', { name: '50' }))
    expect(await screen.findByText(/^cut-edl at 50/u)).toBeTruthy()
    await save(/^Save/u)
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(last('exports.cutList')).toMatchObject({ list: 'cut-edl', frameRate: 50 })
    expect(house.savedTogether.at(-1)?.fileNames ?? house.saved.map(({ fileName }) => fileName)).toEqual([
      'talk.cut.edl',
      'talk.2.cut.edl',
    ])
  })

  it('has no lists for the whole recording, and goes on with text where one was shown', async () => {
    open(cut)
    await userEvent.click(await formatRow(/^EDL/u))
    await screen.findByText(/^cut-edl/u)
    await choose('The whole recording')
    expect(await screen.findByText('srt of the whole')).toBeTruthy()
    expect(screen.queryByText('Edit lists')).toBeNull()
    const button = screen.getByRole('button', { name: 'Save as…' })
    await waitFor(() => expect(button.getAttribute('aria-disabled')).not.toBe('true'))
  })
})

it('a recording that is trimmed alone is exported in its own time unless the cut is chosen', async () => {
  open(conversation, { trim: { startMs: 0, endMs: 30_000 } })
  expect(await screen.findByText('srt of the whole')).toBeTruthy()
  await choose('The cut')
  expect(await screen.findByText('srt of the cut')).toBeTruthy()
})

it('nothing is asked where nothing is cut', async () => {
  open(conversation)
  expect(await screen.findByText('srt of the whole')).toBeTruthy()
  expect(screen.queryByRole('radiogroup', { name: 'What the files contain' })).toBeNull()
})
