// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CallInput, CallOutput } from '#contracts/calls/calls'
import { defaultPreferences } from '#contracts/default-preferences'
import type { JobCard } from '#contracts/calls/jobs'
import type { Preferences } from '#contracts/preferences'
import { videoOfRate } from '#core/frames/video-frames'
import type { Transcript } from '#core/transcript/transcript'
import { jobCard } from '../library/testing/cards.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { formatRow, tickFormat } from './testing/format-row.ts'
import { MediaNotices, KeptMedia } from './media-notices.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
})

const make = (input: CallInput<'exports.make'>): CallOutput<'exports.make'> => ({
  fileName: `talk.${input.format}`,
  mediaType: 'text/plain',
  base64: btoa('x'),
  preview: `${input.format} made`,
  isPreviewWhole: true,
  losses: [],
})

const open = (
  preferences: Preferences = defaultPreferences,
  recording = recordingCard(),
  transcript: Transcript = conversation,
) => {
  const onClose = vi.fn<() => void>()
  const house = renderInStudio(
    <ExportDialog
      open
      onClose={onClose}
      session={fakeSession(transcript)}
      recording={recording}
      place="captions"
    />,
    {
      'exports.make': make,
      'exports.film': () => ({ jobId: 'j1', leftOut: ['ttf'] }),
      'program.preferences': () => preferences,
    },
  )
  const asked = (): unknown => {
    const input = house.calls.findLast(({ name }) => name === 'exports.make')?.input
    return (input as CallInput<'exports.make'> | undefined)?.options
  }
  return { house, onClose, asked }
}

const openOptions = async (): Promise<void> => userEvent.click(await screen.findByText('Options of the file'))

describe('the options of a file', () => {
  it('has a start timecode where a format counts from one, and keeps it', async () => {
    const { house, asked } = open()
    await screen.findByText('srt made')
    await openOptions()
    expect(screen.queryByRole('textbox', { name: 'Timecode at the start' })).toBeNull()
    await userEvent.click(await formatRow(/^EBU STL/))
    const field = screen.getByRole('textbox', { name: 'Timecode at the start' })
    await userEvent.type(field, '10:00:00')
    expect(screen.getByText(/Enter hours, minutes, seconds and frames/)).toBeTruthy()
    await userEvent.type(field, ':00')
    await waitFor(() => expect(asked()).toMatchObject({ startTimecode: '10:00:00:00' }))
    const kept = house.calls.findLast(({ name }) => name === 'program.setPreferences')?.input
    expect(kept).toMatchObject({ exports: { output: { startTimecode: '10:00:00:00' } } })
    await userEvent.clear(field)
    await waitFor(() => expect(asked()).toMatchObject({ startTimecode: null }))
  })

  it('saves nothing while the start timecode is none, or names a frame that does not exist', async () => {
    const { house, asked } = open()
    const canSave = (): boolean =>
      screen.getByRole('button', { name: 'Save as…' }).getAttribute('aria-disabled') !== 'true'
    await userEvent.click(await formatRow(/^EBU STL/))
    await openOptions()
    const field = screen.getByRole('textbox', { name: 'Timecode at the start' })
    await userEvent.type(field, '10:00:00:00')
    await waitFor(() => expect(canSave()).toBe(true))
    await userEvent.type(field, '{Backspace}{Backspace}')
    await waitFor(() => expect(canSave()).toBe(false))
    await userEvent.type(field, '99')
    expect(
      screen.getByText('There is no frame 10:00:00:99 at 25 frames per second. The nearest is 10:00:00:24.'),
    ).toBeTruthy()
    await waitFor(() => expect(asked()).toMatchObject({ startTimecode: null }))
    expect(await screen.findByText('stl made')).toBeTruthy()
    expect(canSave()).toBe(false)
    await userEvent.type(screen.getByRole('textbox', { name: /File name/ }), '{Enter}')
    expect(house.saved).toEqual([])
    await userEvent.clear(field)
    await waitFor(() => expect(canSave()).toBe(true))
  })

  it('shows what is wrong with the start timecode of a format that is saved too', async () => {
    const output = { ...defaultsOfOutput, startTimecode: '10:00:00:30' }
    open({ ...defaultPreferences, exports: { output } })
    await screen.findByText('srt made')
    await tickFormat(/^EBU STL/)
    expect((await screen.findByRole('alert')).textContent).toMatch(/There is no frame 10:00:00:30/)
    await userEvent.click(await formatRow(/^EBU STL/))
    expect((await screen.findByText(/There is no frame 10:00:00:30/)).closest('details')?.open).toBe(true)
    expect(screen.getByRole('button', { name: /^Save/ }).getAttribute('aria-disabled')).toBe('true')
  })

  it('shows whether numbers of frames are dropped as the file has it', async () => {
    const video = { ...videoOfRate(29.97), drops: false }
    open(defaultPreferences, recordingCard({ hasVideo: true }), { ...conversation, frames: video })
    await userEvent.click(await formatRow(/^Markers \(EDL\)/))
    await openOptions()
    await userEvent.click(screen.getByRole('button', { name: /Frames per second/ }))
    await userEvent.click(await screen.findByRole('option', { name: '29.97' }))
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /Drop-frame/ })).checked).toBe(
      false,
    )
  })

  it('are those of the format, change it, and are remembered but for the offset', async () => {
    const { house, asked } = open()
    await screen.findByText('srt made')
    await userEvent.click(await formatRow('WebVTT'))
    await screen.findByText('vtt made')
    await openOptions()
    expect(screen.queryByRole('button', { name: /Encoding/ })).toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Time of each word' }))
    await waitFor(() => expect(asked()).toMatchObject({ wordTimes: true, places: true }))
    const offset = screen.getByRole('textbox', { name: 'Move all times by' })
    await userEvent.clear(offset)
    await userEvent.type(offset, 'soon')
    expect(screen.getByText('Enter seconds, such as 1.5 or -2.')).toBeTruthy()
    const save = screen.getByRole('button', { name: 'Save as…' })
    expect(save.getAttribute('aria-disabled')).toBe('true')
    await userEvent.clear(offset)
    await userEvent.type(offset, '-1.5')
    await waitFor(() => expect(save.getAttribute('aria-disabled')).not.toBe('true'))
    await waitFor(() => expect(asked()).toMatchObject({ offsetMs: -1_500 }))
    const kept = house.calls.findLast(({ name }) => name === 'program.setPreferences')?.input
    expect(kept).toMatchObject({ exports: { output: { wordTimes: true } } })
    expect(JSON.stringify(kept)).not.toContain('offsetMs')
    await userEvent.click(await formatRow(/^SubRip/))
    expect(screen.queryByRole('checkbox', { name: 'Time of each word' })).toBeNull()
    await waitFor(() => expect(asked()).toMatchObject({ wordTimes: false, offsetMs: -1_500 }))
    await userEvent.click(screen.getByRole('button', { name: /Encoding/ }))
    await userEvent.click(await screen.findByRole('option', { name: /^Windows-1252/ }))
    await waitFor(() => expect(asked()).toMatchObject({ encoding: 'windows-1252' }))
    await userEvent.click(await formatRow(/^Minutes \(HTML\)/))
    expect(screen.queryByText('Options of the file')).toBeNull()
  })

  it('offer the frame rates that a format can have', async () => {
    const { asked } = open()
    await userEvent.click(await formatRow(/^Markers \(EDL\)/))
    await openOptions()
    expect(screen.queryByRole('checkbox', { name: /Drop-frame/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /Frames per second/ }))
    await userEvent.click(await screen.findByRole('option', { name: '29.97' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: /Drop-frame/ }))
    await waitFor(() => expect(asked()).toMatchObject({ frameRate: 29.97, dropFrame: false }))
    // With the video's rate, its own timecode says whether numbers are dropped: nothing unseen overrules it.
    await userEvent.click(screen.getByRole('button', { name: /Frames per second/ }))
    await userEvent.click(await screen.findByRole('option', { name: /^The video’s/ }))
    await waitFor(() => expect(asked()).toMatchObject({ frameRate: null, dropFrame: null }))
  })

  it('begin as they were left', async () => {
    const output = { ...defaultsOfOutput, encoding: 'utf-16' as const }
    const { asked } = open({ ...defaultPreferences, exports: { times: false, output } })
    await userEvent.click(await formatRow(/^SubRip/))
    await waitFor(() => expect(asked()).toMatchObject({ encoding: 'utf-16', times: false }))
    expect(screen.getByRole('button', { name: /Encoding/ }).textContent).toContain('UTF-16')
  })
})

const defaultsOfOutput = {
  frameRate: null,
  dropFrame: null,
  startTimecode: null,
  encoding: 'utf-8',
  byteOrderMark: false,
  lineEnds: 'lf',
  wordTimes: false,
  modelNote: false,
  places: true,
  speakerColors: false,
  captionBox: false,
  sound: true,
  soundAround: false,
  sheet: false,
} as const

describe('a film with captions', () => {
  it('is started as a job, and says what it leaves out', async () => {
    const { house, onClose } = open(defaultPreferences, recordingCard({ hasVideo: true }))
    await userEvent.click(await formatRow(/^MP4, captions burned in/))
    expect(await screen.findByText('srt made')).toBeTruthy()
    expect(screen.queryByRole('group', { name: 'Also save as' })).toBeNull()
    await openOptions()
    await userEvent.click(screen.getByRole('checkbox', { name: /^Dark box behind the text/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Create the video' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(house.calls.find(({ name }) => name === 'exports.film')?.input).toEqual({
      transcriptId: conversation.id,
      film: 'burn',
      fileName: 'talk.burned.mp4',
      options: {
        captionNames: 'never',
        offsetMs: 0,
        translation: null,
        allLanguages: false,
        captionBox: false,
        speakerColors: false,
      },
    })
    expect(await screen.findByText('Left out, as the video cannot contain it: ttf.')).toBeTruthy()
  })

  it('has one language or a track of each, which only MKV and MP4 can hold', async () => {
    const mark = {
      id: 'm',
      kind: 'translation',
      fromWordId: conversation.paragraphs[0]?.words[0]?.id ?? '',
      toWordId: conversation.paragraphs[0]?.words[1]?.id ?? '',
      value: { language: 'fr', text: 'Bonjour.' },
    } as const
    const transcript = { ...conversation, marks: [...conversation.marks, mark] }
    const { house } = open(defaultPreferences, recordingCard({ hasVideo: true }), transcript)
    const language = await screen.findByRole('button', { name: /Language/ })
    await userEvent.click(language)
    expect(
      (await screen.findAllByRole('option', { name: /French|Original|All/ })).map((each) => each.textContent),
    ).toEqual(['Original (English)', 'French'])
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await formatRow(/^MKV with captions/))
    await userEvent.click(screen.getByRole('button', { name: /Language/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'All languages, a track each' }))
    await userEvent.click(await formatRow(/burned in/))
    expect(screen.getByRole('button', { name: /Language/ }).textContent).toBe('Original (English)')
    await userEvent.click(await formatRow(/^MKV with captions/))
    expect(screen.getByRole('button', { name: /Language/ }).textContent).toBe('All languages, a track each')
    await userEvent.click(screen.getByRole('button', { name: 'Create the video' }))
    await waitFor(() =>
      expect(house.calls.find(({ name }) => name === 'exports.film')?.input).toMatchObject({
        film: 'mkv',
        options: { translation: null, allLanguages: true },
      }),
    )
  })

  it('cannot be burned into sound alone, and is not offered while the recording is missing', async () => {
    open(defaultPreferences, recordingCard({ hasVideo: false }))
    expect(await formatRow(/^MKV with captions/)).toBeTruthy()
    expect(screen.queryByRole('treeitem', { name: /burned in/ })).toBeNull()
    cleanup()
    open(defaultPreferences, recordingCard({ hasVideo: true, missing: true }))
    await screen.findByText('srt made')
    await formatRow('WebVTT')
    expect(screen.queryByRole('treeitem', { name: /with captions|^Video/ })).toBeNull()
  })
})

describe('the films of a recording', () => {
  const settings = {
    request: 'r',
    transcriptId: 't1',
    film: 'mp4',
    captionNames: 'never',
    fileName: 'talk.captions.mp4',
    path: null,
    offsetMs: 0,
  } as const
  const film = (parts: Partial<JobCard>): JobCard =>
    ({ ...jobCard(), kind: 'captioned-video', step: 'video', settings, ...parts }) as JobCard

  it('show how far they are and can be canceled; those that failed say why', async () => {
    const error = { code: 'video.failed', message: 'It failed.', remedy: 'Do this.' } as const
    const house = renderInStudio(<MediaNotices recordingId="r1" />, {
      'jobs.list': () => [
        film({ id: 'j1' }),
        film({ id: 'j2', state: 'failed', error }),
        film({ id: 'j3', state: 'cancelled' }),
        film({ id: 'j4', recordingId: 'r2' }),
        jobCard({ id: 'j5' }),
      ],
      'jobs.cancel': () => ({}),
      'jobs.retry': () => ({}),
    })
    expect(await screen.findByText('Writing “talk.captions.mp4”')).toBeTruthy()
    expect(screen.getByText(/38/)).toBeTruthy()
    const failed = screen.getByText('“talk.captions.mp4” was not written. It failed.').closest('[role=alert]')
    expect(failed?.textContent).toContain('Do this.')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Dismiss' }))
    expect(house.calls.filter(({ name }) => name !== 'jobs.list' && name !== 'program.preferences')).toEqual([
      { name: 'jobs.cancel', input: { jobId: 'j1' } },
      { name: 'jobs.retry', input: { jobId: 'j2' } },
      { name: 'jobs.cancel', input: { jobId: 'j2' } },
    ])
  })

  it('that are ready can be downloaded and deleted', async () => {
    let films = [{ jobId: 'j1', fileName: 'talk.captions.mp4', bytes: 1_200_000_000 }]
    const house = renderInStudio(<KeptMedia recordingId="r1" />, {
      'exports.films': () => films,
      'exports.dropFilm': () => {
        films = []
        return {}
      },
    })
    expect(await screen.findByText('“talk.captions.mp4” is ready (1.2 GB).')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Download' }))
    await waitFor(() => expect(house.downloaded).toEqual(['talk.captions.mp4']))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByText(/is ready/)).toBeNull())
  })

  it('that were made before something was redacted say so, at the latest when they are to be downloaded', async () => {
    let films: { jobId: string; fileName: string; bytes: number; isRedactedSince?: true }[] = [
      { jobId: 'j1', fileName: 'talk.mp3', bytes: 1 },
    ]
    const house = renderInStudio(<KeptMedia recordingId="r1" />, { 'exports.films': () => films })
    await screen.findByText('It is kept for a day.')
    films = films.map((one) => ({ ...one, isRedactedSince: true }))
    await userEvent.click(screen.getByRole('button', { name: 'Download' }))
    await screen.findByText(/^It was made before something was redacted, and still has it/u)
    expect(house.downloaded).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Download' }))
    await waitFor(() => expect(house.downloaded).toEqual(['talk.mp3']))
  })

  it('that are ready take one line, however many there are', async () => {
    const films = ['a.mp3', 'b.mp3', 'c.mp4'].map((fileName) => ({ jobId: fileName, fileName, bytes: 1 }))
    renderInStudio(<KeptMedia recordingId="r1" />, { 'exports.films': () => films })
    const all = await screen.findByText('3 files are ready to download.')
    expect(all.closest('details')).toHaveProperty('open', false)
    await userEvent.click(all)
    expect(screen.getAllByRole('button', { name: 'Download' })).toHaveLength(3)
  })
})

describe('minutes', () => {
  it('take the whole text by choice, and the form that the person writes, which Reset gives back', async () => {
    const { house, asked } = open()
    await userEvent.click(await formatRow(/^Minutes \(Word\)/u))
    expect(await screen.findByText('minutes made')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: 'The whole text' }))
    await waitFor(() => expect(asked()).toMatchObject({ wholeText: true, minutesTemplate: '' }))
    await userEvent.click(screen.getByRole('button', { name: 'Change template…' }))
    const field = await screen.findByRole('textbox', { name: 'Template' })
    expect(field).toHaveProperty('value', expect.stringContaining('## Decisions\n{decisions}\n'))
    await userEvent.clear(field)
    await userEvent.type(field, '# By hand')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(asked()).toMatchObject({ minutesTemplate: '# By hand' }))
    await userEvent.click(screen.getByRole('button', { name: 'Change template…' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Reset' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(asked()).toMatchObject({ minutesTemplate: '' }))
    const saved = house.calls.filter(({ name }) => name === 'program.setPreferences')
    expect(saved.map(({ input }) => input)).toContainEqual({ minutesTemplate: '# By hand' })
  })

  it('are not offered for captions of a file alone', async () => {
    open(defaultPreferences, recordingCard({ bytes: 0 }))
    await screen.findByText('srt made')
    expect(screen.queryByRole('treeitem', { name: /^Minutes/u })).toBeNull()
  })
})
