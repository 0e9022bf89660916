import { cleanup, render } from '@testing-library/react'
import type { RecordingCard } from '#contracts/calls/recordings'
import { defaultPreferences } from '#contracts/default-preferences'
import type { Preferences } from '#contracts/preferences'
import { App } from '../app.tsx'
import { closeKeysSheet } from '../keys/keys-sheet-store.ts'
import { useImportStore } from '../library/imports/import-store.ts'
import { embeddedModel as model } from '../library/testing/embedded-model.ts'
import { listAnswers } from '../library/testing/fake-library.ts'
import type { PageHost } from '../rpc/host.ts'
import { type Answers, fakeHost, fakeStudio } from '../rpc/testing/fake-studio.ts'
import type { SoundSystem } from '../recorder/running/sources.ts'
import { toast } from '../ui/toast.tsx'

/** The whole page with a studio that stores recordings and preferences as a real one would. */
export function openPage(
  address: string,
  {
    cards = [],
    preferences = {},
    answers = {},
    host = {},
    soundSystem,
  }: {
    cards?: readonly RecordingCard[]
    preferences?: Partial<Preferences>
    answers?: Answers
    host?: Partial<PageHost>
    soundSystem?: SoundSystem
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
      notes: 0,
      cachedBytes: 0,
      originalGoes: false,
      originalStays: true,
      rememberedVoices: [],
      backups: 2,
      damagedCopies: 0,
      dueOn: null,
      canCut: false,
    }),
    'recordings.delete': ({ recordingId }) => {
      list = list.filter(({ id }) => id !== recordingId)
      studio.emit('recording-deleted')
      return { files: 1, backups: 0, isErased: true }
    },
    'jobs.start': () => ({ jobId: 'new', done: null }),
    'jobs.pause': () => ({}),
    ...answers,
  })
  const add = (card: RecordingCard): void => {
    list = [card, ...list]
    studio.emit('recording-added')
  }
  render(
    <App client={studio} host={fakeHost(host)} bridge={null} {...(soundSystem ? { soundSystem } : {})} />,
  )
  const remove = (recordingId: string): void => {
    list = list.filter(({ id }) => id !== recordingId)
    studio.emit('recording-deleted')
  }
  return { studio, add, remove, preferences: () => kept }
}

/** Before each test: clears what the page stores from one start to the next. */
export function forgetPage(): void {
  window.localStorage.clear()
  useImportStore.setState({ imports: [], arrived: [], byName: false, chosen: [] })
  closeKeysSheet()
}

/** After each test. */
export function closePage(): void {
  cleanup()
  toast.clear()
}
