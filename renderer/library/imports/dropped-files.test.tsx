// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AddedFile } from '#contracts/calls/recordings'
import { fileNameOf } from '../../rpc/host.ts'
import { recordingCard, transcriptCard } from '../testing/cards.ts'
import { closePage, forgetPage, openPage } from '../../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

describe('files that are dropped', () => {
  const drop = (...files: File[]): void => {
    const items = files.map((file) => ({ kind: 'file', getAsFile: () => file }))
    const event = Object.assign(new Event('drop', { cancelable: true }), {
      dataTransfer: { types: ['Files'], items },
    })
    fireEvent(window, event)
    expect(event.defaultPrevented).toBe(true)
  }

  it('come in, share one dialog that offers the last choice, and start with what is chosen', async () => {
    let count = 0
    const { studio, add } = openPage('/', {
      cards: [recordingCard({ id: 'old' })],
      preferences: { job: { language: 'fr', quick: true } },
      host: {
        importFile: (file) => {
          count += 1
          add(recordingCard({ id: `new${count}`, title: fileNameOf(file) }))
          return Promise.resolve({ recordingId: `new${count}`, transcript: null })
        },
      },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'one.mp3'), new File(['2'], 'two.mp3'))
    const dialog = await screen.findByRole('dialog', { name: 'Transcribe these recordings' })
    await within(dialog).findByText('one.mp3, two.mp3')
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Known number' }))
    await userEvent.click(within(dialog).getByRole('button', { name: /increase/iu }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Transcribe' }))
    const settings = { language: 'fr', model: 'whisper', speakers: 3, quick: true }
    await waitFor(() =>
      expect(studio.asked.filter(({ name }) => name === 'jobs.start').map(({ input }) => input)).toEqual([
        { recordingId: 'new1', settings },
        { recordingId: 'new2', settings },
      ]),
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('texts come after the recordings that they are of, whatever their format', async () => {
    const sent: string[] = []
    openPage('/', {
      cards: [recordingCard({ id: 'old' })],
      host: {
        importFile: (file) => {
          sent.push(fileNameOf(file))
          return Promise.resolve({ recordingId: 'old', transcript: 'known' })
        },
      },
    })
    await screen.findByText('The repair café')
    const names = ['a.docx', 'b.webvtt', 'c.text', 'talk.mp3']
    drop(...names.map((name) => new File(['1'], name)))
    await waitFor(() => expect(sent).toHaveLength(4))
    expect(sent).toEqual(['talk.mp3', 'a.docx', 'b.webvtt', 'c.text'])
  })

  it('that come while the dialog is open are part of it; those still on their way start with its choice', async () => {
    const waiting = new Map<string, () => void>()
    const { studio, add } = openPage('/', {
      cards: [recordingCard({ id: 'old' })],
      preferences: { job: { language: 'fr' } },
      host: {
        importFile: async (file) => {
          const name = fileNameOf(file)
          await new Promise<void>((resolve) => waiting.set(name, resolve))
          add(recordingCard({ id: name, title: name }))
          return { recordingId: name, transcript: null }
        },
      },
    })
    await screen.findByText('The repair café')
    const arrives = async (name: string) => {
      await waitFor(() => expect(waiting.has(name)).toBe(true))
      waiting.get(name)?.()
    }
    for (const name of ['one', 'two', 'three']) drop(new File(['1'], name))
    await arrives('one')
    const dialog = await screen.findByRole('dialog', { name: 'Transcribe this recording' })
    await within(dialog).findByText('2 more files are being imported; they will use the same settings.')
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Known number' }))
    await arrives('two')
    await within(dialog).findByText('one, two')
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: 'Known number' }).checked).toBe(true)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Transcribe' }))
    await arrives('three')
    const settings = { language: 'fr', model: 'whisper', speakers: 2, quick: false }
    await waitFor(() =>
      expect(studio.asked.filter(({ name }) => name === 'jobs.start').map(({ input }) => input)).toEqual(
        ['one', 'two', 'three'].map((recordingId) => ({ recordingId, settings })),
      ),
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stay in the list with their reason when they fail, and can be tried again', async () => {
    let tries = 0
    const { add } = openPage('/', {
      host: {
        importFile: () => {
          tries += 1
          if (tries === 1) return Promise.reject(new Error('cut off'))
          add(recordingCard({ id: 'new' }))
          return Promise.resolve({ recordingId: 'new', transcript: null })
        },
      },
    })
    await screen.findByText('Drop a recording here.')
    drop(new File(['1'], 'one.mp3'))
    await screen.findByText('An internal error occurred in Parolo.')
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }))
    await screen.findByRole('dialog', { name: 'Transcribe this recording' })
    expect(screen.queryByText('An internal error occurred in Parolo.')).toBeNull()
  })

  it('that are captions say what of them was left out', async () => {
    const dropped: AddedFile['dropped'] = [
      { code: 'tags-dropped', count: 2 },
      { code: 'content-dropped', count: 1 },
    ]
    openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      host: {
        importFile: () => Promise.resolve({ recordingId: 'r1', transcript: 'new', corrections: 4, dropped }),
      },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.stl'))
    expect(
      await screen.findByText(
        /1 error in the file was fixed on import\. Left out: formatting in 2 places and 1 passage that is never shown or cannot be read\.$/u,
      ),
    ).toBeDefined()
  })

  it.each<[string, Partial<AddedFile>, RegExp]>([
    [
      'the same text',
      { transcript: 'known' },
      /^“The repair café” already has exactly this transcript, so “cafe\.vtt” was not added\.$/u,
    ],
    [
      'another',
      { transcript: 'new', isAnother: true },
      /^“cafe\.vtt” was added to “The repair café” as another transcript\.$/u,
    ],
    [
      'a program',
      { transcript: 'new', programStart: '10:00:00:00' },
      /transcript imported\. Its times count from the start of the program, 10:00:00:00\.$/u,
    ],
  ])('that are captions say what became of them: %s', async (_name, added, expected) => {
    openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      host: { importFile: () => Promise.resolve({ recordingId: 'r1', transcript: 'new', ...added }) },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.vtt'))
    expect(await screen.findByText(expected)).toBeDefined()
    await waitFor(() => expect(window.location.hash).toContain('/recording/r1'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that are captions whose names are speakers now say which, and leave them in the text on request', async () => {
    const namesInText = { transcriptId: 't1', names: ['Recipe Box', 'Sam'] }
    const { studio } = openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      answers: { 'transcripts.leaveNamesInText': () => ({}) as never },
      host: { importFile: () => Promise.resolve({ recordingId: 'r1', transcript: 'new', namesInText }) },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.srt'))
    await screen.findByText(
      'In “cafe.srt”, names at the beginning of captions became speakers: Recipe Box and Sam.',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Leave the names in the text' }))
    await screen.findByText('The names are in the text again.')
    const asked = studio.asked.find(({ name }) => name === 'transcripts.leaveNamesInText')
    expect(asked?.input).toEqual({ ...namesInText, id: expect.any(String) })
  })

  it('are not asked about when they are in the library already', async () => {
    openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      host: { importFile: () => Promise.resolve({ recordingId: 'r1', transcript: null }) },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.mp3'))
    await screen.findByText('“The repair café” is already in the library.')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that are a sound which had been deleted say that it is back', async () => {
    openPage('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      host: { importFile: () => Promise.resolve({ recordingId: 'r1', transcript: null, soundIsBack: true }) },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.mp3'))
    expect(await screen.findByText(/^The sound of “The repair café” had been deleted\./u)).toBeDefined()
  })
})
