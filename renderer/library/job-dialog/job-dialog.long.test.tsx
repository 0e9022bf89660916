// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { App } from '../../app.tsx'
import { type Answers, fakeHost, fakeStudio } from '../../rpc/testing/fake-studio.ts'
import { defaultPreferences } from '#contracts/default-preferences'
import { toast } from '../../ui/toast.tsx'
import { offerJobDialog, forgetArrived } from '../imports/import-store.ts'
import { recordingCard, transcriptCard } from '../testing/cards.ts'
import { listAnswers } from '../testing/fake-library.ts'
import { embeddedModel as model } from '../testing/embedded-model.ts'

/** The dialog for these recordings, opened by request. */
async function openDialog(cards: readonly RecordingCard[], answers: Answers = {}) {
  window.location.hash = '/'
  const studio = fakeStudio({
    ...listAnswers(() => [...cards]),
    'jobs.list': () => [],
    'models.list': () => [model],
    'program.preferences': () => ({ ...defaultPreferences, language: 'en' }),
    'jobs.start': () => ({ jobId: 'new', done: null }),
    ...answers,
  })
  render(<App client={studio} host={fakeHost({})} bridge={null} />)
  await screen.findAllByText('The repair café')
  offerJobDialog(cards.map(({ id }) => id))
  const dialog = await screen.findByRole('dialog')
  const started = () =>
    studio.asked
      .filter(({ name }) => name === 'jobs.start')
      .map(({ input }) => (input as CallInput<'jobs.start'>).settings)
  return { dialog: within(dialog), started, studio }
}

beforeEach(() => window.localStorage.clear())
afterEach(() => {
  cleanup()
  forgetArrived()
  toast.clear()
})

describe('a part of a recording', () => {
  it('is given by two times, and only asked for when wanted', async () => {
    const { dialog, started } = await openDialog([recordingCard({ transcript: transcriptCard() })])
    expect(dialog.queryByLabelText('From')).toBeNull()
    await userEvent.click(dialog.getByRole('radio', { name: 'Only a part' }))
    await userEvent.type(dialog.getByLabelText('From'), '0:03')
    await userEvent.type(dialog.getByLabelText('To'), '0:08,5')
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() => expect(started()).toEqual([expect.objectContaining({ fromMs: 3_000, toMs: 8_500 })]))
  })

  it('that cannot be is refused where it was typed, and starts once it is mended', async () => {
    const { dialog, started } = await openDialog([recordingCard()])
    await userEvent.click(dialog.getByRole('radio', { name: 'Only a part' }))
    await userEvent.type(dialog.getByLabelText('From'), '0:30')
    await userEvent.type(dialog.getByLabelText('To'), '0:20')
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    expect(await dialog.findByText('The end must be later than the start.')).toBeTruthy()
    await userEvent.clear(dialog.getByLabelText('To'))
    await userEvent.type(dialog.getByLabelText('To'), '2:00')
    expect(await dialog.findByText('The recording is 1:00 long.')).toBeTruthy()
    expect(started()).toEqual([])
    await userEvent.clear(dialog.getByLabelText('To'))
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() => expect(started()).toHaveLength(1))
    expect(started()[0]).toMatchObject({ fromMs: 30_000 })
    expect(started()[0]).not.toHaveProperty('toMs')
  })

  it('is not offered for several recordings at once', async () => {
    const { dialog, started } = await openDialog([recordingCard(), recordingCard({ id: 'r2' })])
    expect(dialog.queryByRole('radio', { name: 'Only a part' })).toBeNull()
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() => expect(started()).toHaveLength(2))
    for (const settings of started()) expect(settings).not.toHaveProperty('fromMs')
  })
})

describe('what the dialog says', () => {
  const measured = (minutes: number) => ({
    months: [],
    models: [{ id: model.id, quick: null, both: { minutes, wattHours: 2, runs: 1 } }],
  })

  it('is as it is now when it opens, and does not move its fields after that', async () => {
    let card = recordingCard()
    let answer = Promise.withResolvers<ReturnType<typeof measured>>()
    answer.resolve({ months: [], models: [] })
    const { studio } = await openDialog([card], {
      ...listAnswers(() => [card]),
      'program.energy': () => answer.promise,
    })
    await userEvent.click(screen.getByRole('button', { name: 'Not now' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    card = recordingCard({ transcript: transcriptCard() })
    answer = Promise.withResolvers()
    studio.emit('transcript-finished')
    studio.emit('job-finished')
    offerJobDialog([card.id])
    const askedBefore = studio.asked.length
    await waitFor(() =>
      expect(studio.asked.slice(askedBefore).map(({ name }) => name)).toContain('program.energy'),
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    answer.resolve(measured(14))
    const dialog = await screen.findByRole('dialog', { name: 'Transcribe again' })
    const text = dialog.textContent
    expect(text).toContain('about 14\u00A0minutes')

    answer = Promise.withResolvers()
    answer.resolve(measured(30))
    studio.emit('job-finished')
    const later = studio.asked.length
    await waitFor(() => expect(studio.asked.slice(later).map(({ name }) => name)).toContain('program.energy'))
    await Promise.resolve()
    expect(dialog.textContent).toBe(text)
  })
})

describe('the same settings again', () => {
  it('are said to be done, with a way to the text, until other settings are chosen', async () => {
    const { dialog, started } = await openDialog([recordingCard({ transcript: transcriptCard() })], {
      'jobs.start': ({ settings }) => ({ jobId: 'j', done: settings.quick ? null : 'shown' }),
    })
    expect(screen.getByRole('dialog', { name: 'Transcribe again' })).toBeTruthy()
    const saysBefore = /^The new transcript becomes the current one. The former one stays in Details/u
    expect(dialog.getByText(saysBefore)).toBeTruthy()
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    expect((await dialog.findByRole('status')).textContent).toContain('already been transcribed')
    await waitFor(() => expect(dialog.queryByText(saysBefore)).toBeNull())
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Faster, slightly less accurate' }))
    expect(dialog.getByRole('status').textContent).toBe('')
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(started()).toHaveLength(2)
  })

  it('lead to the text that is there', async () => {
    const { dialog } = await openDialog(
      [recordingCard({ transcript: transcriptCard({ corrected: true }) })],
      { 'jobs.start': () => ({ jobId: 'j', done: 'kept' }) },
    )
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    expect(await dialog.findByText(/still in the library/u)).toBeTruthy()
    await userEvent.click(dialog.getByRole('button', { name: 'Open transcript' }))
    await waitFor(() => expect(window.location.hash).toBe('#/recording/r1'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the speech model', () => {
  const better = { ...model, id: 'better-fr', name: 'Better FR', languages: ['fr'], default: false }
  const answers: Answers = {
    'models.list': () => [model, better],
    'program.preferences': () => ({
      ...defaultPreferences,
      language: 'en',
      modelByLanguage: { fr: better.id, de: 'not-here' },
    }),
  }

  it('is that of the language found, unless another one is chosen', async () => {
    const { dialog, started } = await openDialog([recordingCard()], answers)
    expect(dialog.getByText(`French: Better FR; for any other language: ${model.name}.`)).toBeTruthy()
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() => expect(started()).toHaveLength(1))
    expect(started()[0]).toMatchObject({ language: 'auto' })
    expect(started()[0]).not.toHaveProperty('model')
  })

  it('is the one of a language that is chosen', async () => {
    const { dialog, started } = await openDialog([recordingCard()], answers)
    const choose = async (label: RegExp, option: string) => {
      await userEvent.click(dialog.getByRole('button', { name: label }))
      await userEvent.click(await screen.findByRole('option', { name: option }))
    }
    await choose(/Spoken language/u, 'French')
    expect(dialog.getByRole('button', { name: /Speech model/u }).textContent).toContain('Better FR')
    await choose(/Speech model/u, model.name)
    await choose(/Spoken language/u, 'German')
    expect(dialog.getByRole('button', { name: /Speech model/u }).textContent).toContain(model.name)
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    await waitFor(() =>
      expect(started()).toEqual([expect.objectContaining({ language: 'de', model: model.id })]),
    )
  })
})

describe('names and terms', () => {
  it('are added to the recordings before their jobs start, and only if some were typed', async () => {
    const added: unknown[] = []
    const cards = [recordingCard(), recordingCard({ id: 'r2' })]
    const answers: Answers = {
      'glossary.add': (input) => {
        added.push(input)
        return {}
      },
      'jobs.start': () => {
        added.push('start')
        return { jobId: 'new', done: null }
      },
    }
    const { dialog } = await openDialog(cards, answers)
    await userEvent.click(dialog.getByRole('button', { name: 'Add names and terms…' }))
    const field = dialog.getByRole('textbox', { name: 'Terms, one a line' })
    await userEvent.type(field, 'Okonjo = oh kondo{Enter}= x')
    await dialog.findByText('Line 2: the term before = is missing')
    await userEvent.click(dialog.getByRole('button', { name: 'Transcribe' }))
    const terms = [{ text: 'Okonjo', soundsLike: ['oh kondo'] }]
    const [first, second] = cards
    await waitFor(() =>
      expect(added).toEqual([
        { recordingId: first?.id, terms },
        { recordingId: second?.id, terms },
        'start',
        'start',
      ]),
    )
  })
})
