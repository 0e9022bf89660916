// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { Preferences } from '#contracts/settings'
import { App } from './app.tsx'
import { useImportStore } from './library/imports/import-store.ts'
import { jobCard, recordingCard, transcriptCard } from './library/testing/cards.ts'
import { listAnswers } from './library/testing/fake-library.ts'
import { fileNameOf, type PageHost } from './rpc/host.ts'
import { type Answers, fakeHost, fakeStudio } from './rpc/testing/fake-studio.ts'
import { defaultPreferences } from '#contracts/default-preferences'
import { closeKeysSheet } from './keys/keys-sheet-store.ts'
import { toast } from './ui/toast.tsx'
import { embeddedModel as model } from './library/testing/embedded-model.ts'

/** The whole page on a studio that keeps recordings and preferences as a real one would. */
function open(
  address: string,
  {
    cards = [],
    preferences = {},
    answers = {},
    host = {},
  }: {
    cards?: readonly RecordingCard[]
    preferences?: Partial<Preferences>
    answers?: Answers
    host?: Partial<PageHost>
  } = {},
) {
  window.location.hash = address
  let list = [...cards]
  let kept: Preferences = { ...defaultPreferences, language: 'en', ...preferences }
  const studio = fakeStudio({
    ...listAnswers(() => list),
    'jobs.list': () => list.flatMap(({ job }) => (job ? [job] : [])),
    'models.list': () => [model],
    'program.preferences': () => kept,
    'program.setPreferences': (patch) => (kept = { ...kept, ...(patch as Partial<Preferences>) }),
    'recordings.rename': ({ recordingId, title }) => {
      list = list.map((card) => (card.id === recordingId ? { ...card, title } : card))
      studio.emit('recording-updated')
      return {}
    },
    'recordings.deletion': () => ({
      title: 'x',
      transcripts: 1,
      corrections: 12,
      cachedBytes: 0,
      originalGoes: false,
    }),
    'recordings.delete': ({ recordingId }) => {
      list = list.filter(({ id }) => id !== recordingId)
      studio.emit('recording-deleted')
      return { files: 1 }
    },
    'jobs.start': () => ({ jobId: 'new', done: null }),
    'jobs.pause': () => ({}),
    ...answers,
  })
  const add = (card: RecordingCard): void => {
    list = [card, ...list]
    studio.emit('recording-added')
  }
  render(<App client={studio} host={fakeHost(host)} bridge={null} />)
  return { studio, add, preferences: () => kept }
}

beforeEach(() => {
  window.localStorage.clear()
  useImportStore.setState({ imports: [], arrived: [], byName: false, chosen: [] })
  closeKeysSheet()
})
afterEach(() => {
  cleanup()
  toast.clear()
})

describe('the first start', () => {
  it('opens the sample in the language of the page: added, started, shown', async () => {
    const { studio } = open('/', { answers: { 'recordings.addSample': () => ({ recordingId: 'sample' }) } })
    await userEvent.click(await screen.findByRole('button', { name: 'Open the sample' }))
    await waitFor(() => expect(window.location.hash).toBe('#/recording/sample'))
    const calls = studio.asked.filter(({ name }) => name === 'recordings.addSample' || name === 'jobs.start')
    expect(calls).toEqual([
      { name: 'recordings.addSample', input: { language: 'en' } },
      { name: 'jobs.start', input: { recordingId: 'sample', settings: { language: 'auto' } } },
    ])
  })

  it('speaks French to who does, and tells the page’s language', async () => {
    open('/', { preferences: { language: 'fr' } })
    await screen.findByRole('heading', { name: 'Déposez un enregistrement ici.' })
    expect(document.documentElement.lang).toBe('fr')
  })
})

describe('the library', () => {
  it('shows a running job with its stage and pauses it', async () => {
    const { studio } = open('/', { cards: [recordingCard({ job: jobCard() })] })
    await screen.findByText('Transcribing')
    expect(screen.getByText('38%, about 14 min left')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
    expect(studio.asked.at(-1)).toEqual({ name: 'jobs.pause', input: { jobId: 'j1' } })
  })

  it('asks for jobs alone when one goes on', async () => {
    const { studio } = open('/', { cards: [recordingCard({ job: jobCard() })] })
    await screen.findByText('Transcribing')
    const before = studio.asked.length
    studio.emit('job-progress')
    await waitFor(() => expect(studio.asked.length).toBe(before + 1))
    expect(studio.asked.at(-1)?.name).toBe('jobs.list')
  })

  it('names what goes before it is deleted', async () => {
    const { studio } = open('/', { cards: [recordingCard(), recordingCard({ id: 'r2', title: 'Stays' })] })
    await userEvent.click(await screen.findByRole('button', { name: 'More actions for The repair café' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
    const dialog = await screen.findByRole('alertdialog')
    await within(dialog).findByText('12 corrections')
    expect(within(dialog).getByText('The original file stays where it is.')).toBeTruthy()
    expect(studio.asked.some(({ name }) => name === 'recordings.delete')).toBe(false)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByText('The repair café')).toBeNull())
    expect(screen.getByText('“The repair café” deleted.')).toBeTruthy()
    expect(screen.getByText('Stays')).toBeTruthy()
  })

  it('renames by the keyboard alone', async () => {
    open('/', { cards: [recordingCard()] })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'More actions for The repair café' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }))
    await screen.findByRole('dialog')
    await user.clear(screen.getByLabelText('Title'))
    expect(await screen.findByText('Enter a title.')).toBeTruthy()
    await user.keyboard('Bicycles{Enter}')
    await screen.findByRole('link', { name: 'Bicycles' })
  })

  it('filters by state and by tag, in the address', async () => {
    open('/?show=to-check', {
      cards: [
        recordingCard({
          id: 'a',
          title: 'Doubtful',
          tags: ['radio'],
          transcript: transcriptCard({ places: { toCheck: 2, checked: 0 } }),
        }),
        recordingCard({
          id: 'b',
          title: 'Right',
          tags: ['radio'],
          transcript: transcriptCard({ places: { toCheck: 0, checked: 0 } }),
        }),
        recordingCard({ id: 'c', title: 'Elsewhere' }),
      ],
    })
    await screen.findByText('Doubtful')
    expect(screen.queryByText('Right')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /^All \d/u }))
    await screen.findByText('Elsewhere')
    await userEvent.click(screen.getAllByRole('button', { name: 'radio' })[0] as HTMLElement)
    await waitFor(() => expect(screen.queryByText('Elsewhere')).toBeNull())
    expect(screen.getByText('Right')).toBeTruthy()
    expect(window.location.hash).toContain('tag=radio')
  })
})

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
    const { studio, add } = open('/', {
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

  it('that come while the dialog is open are part of it; those still on their way start with its choice', async () => {
    const waiting = new Map<string, () => void>()
    const { studio, add } = open('/', {
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
    const { add } = open('/', {
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

  it('are not asked about when they are in the library already', async () => {
    open('/', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      host: { importFile: () => Promise.resolve({ recordingId: 'r1', transcript: null }) },
    })
    await screen.findByText('The repair café')
    drop(new File(['1'], 'cafe.mp3'))
    await screen.findByText('“The repair café” is already in the library.')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('keys', () => {
  it('“?” opens the sheet, but not while somebody writes', async () => {
    open('/', { cards: [recordingCard()] })
    const field = await screen.findByRole('searchbox')
    const user = userEvent.setup()
    await user.click(field)
    await user.keyboard('?')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect((field as HTMLInputElement).value).toBe('?')
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('?')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(sheet).getByText('Play or pause')).toBeTruthy()
    await user.type(within(sheet).getByPlaceholderText('Find a shortcut'), 'F8')
    expect(within(sheet).queryByText('Play or pause')).toBeNull()
    expect(within(sheet).getByText('Next item to check')).toBeTruthy()
  })

  it('can be given to another action, which loses them only when the person says so', async () => {
    const { preferences } = open('/settings/keys')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Add a shortcut for: Slower' }))
    await screen.findByText('Press a key…')
    await user.keyboard('{F1}')
    await screen.findByText('F1 is already the shortcut for “Short skip back”')
    expect(preferences().keys).toEqual({})
    await user.click(screen.getByRole('button', { name: 'Reassign' }))
    await waitFor(() => expect(preferences().keys).toEqual({ slower: ['F3', 'F1'], 'back-short': ['F14'] }))
    await user.click(screen.getByRole('button', { name: 'Reset shortcuts: Slower' }))
    await waitFor(() => expect(preferences().keys).toEqual({ 'back-short': ['F14'] }))
  })

  it('that writing needs are refused', async () => {
    const { preferences } = open('/settings/keys')
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Add a shortcut for: Faster' }))
    await screen.findByText('Press a key…')
    await user.keyboard('{Enter}')
    await screen.findByText('Enter is needed for typing and cannot be changed.')
    expect(preferences().keys).toEqual({})
  })
})

describe('the look', () => {
  it('is put on the page at once and kept for the next start', async () => {
    const { preferences } = open('/settings/look')
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    expect(preferences().theme).toBe('dark')
    expect(window.localStorage.getItem('parolo.look')).toContain('"theme":"dark"')
  })
})

describe('the search', () => {
  it('shows hits in context by recording, each leading to its time', async () => {
    open('/search?words=iron', {
      cards: [recordingCard({ transcript: transcriptCard() })],
      answers: {
        'recordings.search': () => ({
          titles: [{ recordingId: 'r2', title: 'Iron age' }],
          hits: [
            {
              recordingId: 'r1',
              title: 'The repair café',
              transcriptId: 't1',
              paragraphId: 'p1',
              startMs: 724_000,
              speakerId: null,
              speakerName: 'Nora',
              speakerNumber: 1,
              snippet: 'one soldering iron between you',
              words: [{ id: 'w', text: 'iron', startMs: 724_000, endMs: 724_300 }],
            },
          ],
        }),
      },
    })
    const hit = await screen.findByRole('link', { name: /12:04 ?Nora ?one soldering iron between you/u })
    expect(hit.getAttribute('href')).toContain('/recording/r1?at=724000')
    expect(hit.querySelector('mark')?.textContent).toBe('iron')
    expect(screen.getByText('1 result in 2 recordings')).toBeTruthy()
    const title = screen.getByRole('link', { name: 'Iron age' })
    expect(title.getAttribute('href')).toContain('/recording/r2')
    expect(title.querySelector('mark')?.textContent).toBe('Iron')
  })

  it('says that nothing is found', async () => {
    open('/search?words=42', {
      cards: [recordingCard()],
      answers: { 'recordings.search': () => ({ titles: [], hits: [] }) },
    })
    expect(await screen.findByText('No results for “42”.')).toBeTruthy()
  })
})

it('a lost connection is told, and its return', async () => {
  const { studio } = open('/', { cards: [recordingCard()] })
  await screen.findByText('The repair café')
  studio.connect('lost')
  await screen.findByText('Parolo is not responding.', {}, { timeout: 3_000 })
  studio.connect('connected')
  await screen.findByText('Parolo is responding again.')
  expect(screen.queryByText('Parolo is not responding.')).toBeNull()
})

describe('models in the settings', () => {
  it('one that cannot be read stands beside the others, says so, and can be removed', async () => {
    let unreadable = [{ id: 'later-whisper' }]
    const { studio } = open('#/settings/models', {
      answers: {
        'models.unreadable': () => unreadable,
        'models.remove': ({ id }) => {
          unreadable = unreadable.filter((one) => one.id !== id)
          studio.emit('model-removed')
          return {}
        },
      },
    })
    expect(await screen.findByText('Whisper base')).toBeDefined()
    expect(await screen.findByText('later-whisper')).toBeDefined()
    expect(screen.getByText(/model\.json cannot be read.*is kept but not used/u)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Remove later-whisper' }))
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }),
    )
    await waitFor(() => expect(screen.queryByText('later-whisper')).toBeNull())
  })
})
