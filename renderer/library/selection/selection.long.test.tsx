// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordingCard } from '#contracts/calls/recordings'
import { Fault } from '#contracts/errors'
import { App } from '../../app.tsx'
import { CallFailed } from '../../rpc/call-failed.ts'
import type { SavedFile } from '../../rpc/host.ts'
import { type Answers, fakeHost, fakeStudio } from '../../rpc/testing/fake-studio.ts'
import { defaultPreferences } from '#contracts/default-preferences'
import { toast } from '../../ui/toast.tsx'
import { useImportStore } from '../imports/import-store.ts'
import { recordingCard, transcriptCard } from '../testing/cards.ts'
import { listAnswers } from '../testing/fake-library.ts'
import { clearSelection, useSelectionStore } from './selection-store.ts'

const written = (id: string, title: string): RecordingCard =>
  recordingCard({ id, title, transcript: transcriptCard({ id: `t-${id}` }) })
const repair = written('a', 'Repair')
const bicycles = written('b', 'Bicycles')
const unwritten = recordingCard({ id: 'c', title: 'Unwritten' })

function open(answers: Answers = {}) {
  window.location.hash = '/'
  let list = [repair, bicycles, unwritten]
  const saved: { name: string | null; files: readonly SavedFile[] }[] = []
  const studio = fakeStudio({
    ...listAnswers(() => list),
    'program.preferences': () => ({ ...defaultPreferences, language: 'en', captionNames: 'always' }),
    'exports.make': ({ transcriptId, format }) => ({
      fileName: `${transcriptId}.${format}`,
      mediaType: 'text/plain',
      base64: btoa(format),
      preview: null,
      isPreviewWhole: true,
      losses: [],
    }),
    ...answers,
  })
  const host = fakeHost({
    saveFile: (file) => {
      saved.push({ name: null, files: [file] })
      return Promise.resolve(file.fileName)
    },
    saveFiles: ({ name, files }) => {
      saved.push({ name, files })
      return Promise.resolve(true)
    },
  })
  const remove = (id: string): void => {
    list = list.filter((card) => card.id !== id)
    studio.emit('recording-deleted')
  }
  render(<App client={studio} host={host} bridge={null} />)
  return { studio, saved, remove }
}

const select = async (title: string): Promise<void> =>
  userEvent.click(await screen.findByRole('checkbox', { name: `Select “${title}”` }))

beforeEach(() => {
  window.localStorage.clear()
  clearSelection()
  useImportStore.setState({ imports: [], arrived: [], byName: false, chosen: [] })
})
afterEach(() => {
  cleanup()
  toast.clear()
})

it('says how many recordings are selected, until the selection is cleared', async () => {
  open()
  await select('Repair')
  expect(await screen.findByText('1 recording selected')).toBeTruthy()
  await select('Bicycles')
  expect(screen.getByText('2 recordings selected')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(screen.queryByText(/selected$/u)).toBeNull()
  expect(document.activeElement?.id).toBe('content')
})

it('is begun from the menu of a row, and cleared by Escape once nothing lies over the page', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: 'More actions for Repair' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'More' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Select' }))
  await screen.findByText('1 recording selected')
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  await screen.findByRole('dialog', { name: 'Export “Repair”' })
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByText('1 recording selected')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByText('1 recording selected')).toBeNull()
})

it('takes all rows between with Shift, by mouse and by keys, and gives them back the same way', async () => {
  open()
  const user = userEvent.setup()
  const box = (title: string) => screen.findByRole('checkbox', { name: `Select “${title}”` })
  const selected = () => useSelectionStore.getState().selected.toSorted()
  await user.click(await box('Repair'))
  await user.keyboard('{Shift>}')
  await user.click(await box('Unwritten'))
  await user.keyboard('{/Shift}')
  expect(selected()).toEqual(['a', 'b', 'c'])
  expect(screen.getByText('3 recordings selected')).toBeTruthy()

  await user.keyboard('{Shift>}')
  await user.click(await box('Bicycles'))
  await user.keyboard('{/Shift}')
  expect(selected()).toEqual(['a'])

  // Without Shift, only one again.
  await user.click(await box('Unwritten'))
  expect(selected()).toEqual(['a', 'c'])
})

it('grows and shrinks by Shift and the arrows, and takes a range by Shift and Space', async () => {
  open()
  const user = userEvent.setup()
  const box = (title: string) => screen.findByRole('checkbox', { name: `Select “${title}”` })
  const selected = () => useSelectionStore.getState().selected.toSorted()
  const first = await box('Repair')
  first.focus()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['a', 'b', 'c'])
  expect(document.activeElement).toBe(await box('Unwritten'))
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(selected()).toEqual(['a', 'b'])
  expect(document.activeElement).toBe(await box('Bicycles'))

  // Rows selected before are not deselected on the way.
  clearSelection()
  await user.click(await box('Bicycles'))
  await user.click(await box('Unwritten'))
  first.focus()
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(selected()).toEqual(['a', 'b', 'c'])

  clearSelection()
  first.focus()
  await user.keyboard(' ')
  expect(selected()).toEqual(['a'])
  ;(await box('Unwritten')).focus()
  await user.keyboard('{Shift>} {/Shift}')
  expect(selected()).toEqual(['a', 'b', 'c'])
})

it('is all of the list by Ctrl+A within it, and nothing by Ctrl+A elsewhere', async () => {
  open()
  const user = userEvent.setup()
  const box = await screen.findByRole('checkbox', { name: 'Select “Bicycles”' })
  await user.keyboard('{Control>}a{/Control}')
  expect(useSelectionStore.getState().selected).toEqual([])
  box.focus()
  await user.keyboard('{Control>}a{/Control}')
  expect(await screen.findByText('3 recordings selected')).toBeTruthy()
})

it('loses recordings that are deleted', async () => {
  const { remove } = open()
  await select('Repair')
  await select('Bicycles')
  remove('a')
  await screen.findByText('1 recording selected')
  expect(useSelectionStore.getState().selected).toEqual(['b'])
})

it('is transcribed after one dialog', async () => {
  open()
  await select('Unwritten')
  const bar = screen.getByRole('toolbar', { name: 'Selected recordings' })
  await userEvent.click(within(bar).getByRole('button', { name: 'Transcribe…' }))
  expect(useImportStore.getState()).toMatchObject({ arrived: ['c'], byName: true })
})

it('is exported in several formats at once, without those that have no text', async () => {
  const { saved, studio } = open()
  for (const title of ['Repair', 'Bicycles', 'Unwritten']) await select(title)
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Export 3 recordings' })
  expect(
    within(dialog).getByText('Not exported, because it has no finished transcript: Unwritten'),
  ).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('treeitem', { name: /^Captions/ }))
  await userEvent.click(within(dialog).getByRole('treeitem', { name: 'SubRip (SRT)' }))
  expect(within(dialog).getByText('4 files, in one ZIP archive')).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save 4 files' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(saved.map(({ name, files }) => ({ name, files: files.map(({ fileName }) => fileName) }))).toEqual([
    { name: 'Parolo - 2 recordings', files: ['t-a.docx', 't-a.srt', 't-b.docx', 't-b.srt'] },
  ])
  const options = studio.asked.flatMap(({ name, input }) => (name === 'exports.make' ? [input] : []))
  expect(options[1]).toMatchObject({ format: 'srt', options: { captionNames: 'always' } })
  expect(await screen.findByText('“Parolo - 2 recordings.zip” saved.')).toBeTruthy()
})

it('is exported in a second language, without those that have none in it, which are reported', async () => {
  const { saved, studio } = open({
    'exports.languages': ({ transcriptIds }) =>
      transcriptIds.map((id) => (id === 't-a' ? ['fr', 'de'] : ['de'])),
  })
  for (const title of ['Repair', 'Bicycles']) await select(title)
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Export 2 recordings' })
  const choice = await within(dialog).findByRole('button', { name: /Language/ })
  expect(choice.textContent).toBe('Original of each recording')
  await userEvent.click(choice)
  await userEvent.click(await screen.findByRole('option', { name: 'German' }))
  expect(within(dialog).queryByText(/^Not exported/)).toBeNull()
  await userEvent.click(choice)
  await userEvent.click(await screen.findByRole('option', { name: 'French (1 of 2)' }))
  expect(
    within(dialog).getByText('Not exported, because it has no translation into this language: Bicycles'),
  ).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save 1 file' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const made = studio.asked.flatMap(({ name, input }) => (name === 'exports.make' ? [input] : []))
  expect(made).toMatchObject([{ transcriptId: 't-a', options: { translation: 'fr' } }])
})

it('is exported without a recording that fails, which is reported with its title', async () => {
  const { saved } = open({
    'exports.make': ({ transcriptId, format }) => {
      if (transcriptId === 't-a') throw new Fault('recording.no-transcript', { reference: 'Repair' })
      return {
        fileName: `b.${format}`,
        mediaType: 'text/plain',
        base64: '',
        preview: null,
        isPreviewWhole: true,
        losses: [],
      }
    },
  })
  await select('Repair')
  await select('Bicycles')
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Save 2 files' }))
  const alert = await within(screen.getByRole('dialog')).findByRole('alert')
  expect(alert.textContent).toContain('Repair: This recording has not been transcribed yet.')
  expect(saved.map(({ files }) => files.map(({ fileName }) => fileName))).toEqual([['b.docx']])
})

it('of one recording is the same dialog from its menu, which a recording without text lacks', async () => {
  const { saved } = open()
  await userEvent.click(await screen.findByRole('button', { name: 'More actions for Unwritten' }))
  await screen.findByRole('menuitem', { name: 'Open' })
  expect(screen.queryByRole('menuitem', { name: 'Export…' })).toBeNull()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('button', { name: 'More actions for Repair' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Export…' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Save 1 file' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toMatchObject({ name: null, files: [{ fileName: 't-a.docx' }] })
})

it('adds tags to all selected recordings and removes those that all have', async () => {
  const tagged = [
    { ...repair, tags: ['council', 'draft'] },
    { ...bicycles, tags: ['council'] },
  ]
  const given: unknown[] = []
  open({
    ...listAnswers(() => tagged),
    'recordings.setTags': (input) => {
      given.push(input)
      return {}
    },
  })
  await select('Repair')
  await select('Bicycles')
  await userEvent.click(screen.getByRole('button', { name: 'Tags…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Tags of 2 recordings' }))
  expect(dialog.queryByRole('button', { name: 'Remove “draft”' })).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: 'Remove “council”' }))
  await userEvent.type(dialog.getByRole('textbox'), 'spring')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(given).toEqual([
    { recordingId: 'a', tags: ['draft', 'spring'] },
    { recordingId: 'b', tags: ['spring'] },
  ])
})

describe('deletion of selected recordings', () => {
  const facts = {
    title: '',
    transcripts: 1,
    corrections: 2,
    notes: 0,
    cachedBytes: 0,
    originalGoes: true,
    originalStays: false,
    backups: 0,
    damagedCopies: 0,
    dueOn: null,
    canCut: false,
    rememberedVoices: [],
  }

  it('says what goes with all of them, and deletes one after the other', async () => {
    const { studio, remove } = open({
      'recordings.deletion': ({ recordingId }) =>
        recordingId === 'b' ? { ...facts, originalGoes: false, originalStays: true } : facts,
      'recordings.delete': ({ recordingId }) => {
        remove(recordingId)
        return { files: 1, backups: 0, isErased: true }
      },
    })
    await select('Repair')
    await select('Bicycles')
    await userEvent.click(screen.getByRole('button', { name: 'Delete…' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete 2 recordings?' }))
    await dialog.findByText('2 transcripts')
    dialog.getByText('4 changes')
    dialog.getByText('1 recording file that is stored in the library')
    dialog.getByText('1 original file stays where it is.')
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await screen.findByText('2 recordings deleted.')
    await waitFor(() => expect(screen.queryByRole('alertdialog', { name: /^Delete/u })).toBeNull())
    await waitFor(() => expect(screen.queryByText(/selected$/u)).toBeNull())
    const deleted = studio.asked.filter(({ name }) => name === 'recordings.delete')
    expect(deleted.map(({ input }) => input)).toEqual([
      { recordingId: 'a', keepBackups: false },
      { recordingId: 'b', keepBackups: false },
    ])
  })

  it('stops where one cannot be deleted, says why, and offers the rest again', async () => {
    let isInUse = true
    const { remove } = open({
      'recordings.deletion': () => facts,
      'recordings.delete': ({ recordingId }) => {
        if (recordingId === 'b' && isInUse)
          throw new CallFailed({ code: 'sound.in-use', message: 'It is in use.' })
        remove(recordingId)
        return { files: 1, backups: 0, isErased: true }
      },
    })
    await select('Repair')
    await select('Bicycles')
    await userEvent.click(screen.getByRole('button', { name: 'Delete…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await dialog.findByText('2 transcripts')
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await dialog.findByText('It is in use.')
    await screen.findByRole('alertdialog', { name: 'Delete 1 recording?' })
    isInUse = false
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog', { name: /^Delete/u })).toBeNull())
    await waitFor(() => expect(screen.queryByText(/selected$/u)).toBeNull())
  })
})
