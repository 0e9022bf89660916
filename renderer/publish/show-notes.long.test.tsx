// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallOutput } from '#contracts/calls/calls'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { CallFailed } from '../rpc/call-failed.ts'
import { renderInStudio } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { feedLines, openPublish, published } from './testing/open-publish.tsx'

afterEach(() => {
  cleanup()
  toast.clear()
  localStorage.clear()
  vi.restoreAllMocks()
})

it('keeps notes as they are typed, saves them as a file, and drafts them again when asked', async () => {
  let kept: string | null = null
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': () => ({
        ...published,
        notes: { text: kept ?? '# Draft', isEdited: kept !== null },
      }),
      'exports.setShowNotes': ({ text }) => {
        kept = text
        return {}
      },
    },
  )
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  screen.getByText('Show notes, a draft')
  await userEvent.click(field)
  await userEvent.paste(' <*me*')
  await userEvent.click(screen.getByText('Download 14 - glue.zip'))
  await waitFor(() => expect(house.saved.map(({ text }) => text)).toContain('# Draft <*me*'))
  expect(house.savedTogether[0]?.fileNames).toContain('14 - glue.txt')
  expect(kept).toBe('# Draft <*me*')
  expect(feedLines()).not.toContain('.txt')
  const written = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
  await userEvent.click(screen.getByText('Copy as HTML'))
  const [item] = written.mock.calls[0]?.[0] ?? []
  expect(await (await item?.getType('text/html'))?.text()).toBe('<h1>Draft &lt;<em>me</em></h1>')
  await userEvent.click(screen.getByText('Draft again…'))
  await userEvent.click(await screen.findByText('Draft again'))
  await waitFor(() => expect(field).toHaveProperty('value', '# Draft'))
  expect(kept).toBeNull()
  await userEvent.click(await screen.findByText('Undo'))
  await waitFor(() => expect(field).toHaveProperty('value', '# Draft <*me*'))
  expect(kept).toBe('# Draft <*me*')
})

it('keeps what is typed while notes are drafted again', async () => {
  let kept: string | null = 'Mine'
  const facts = () => ({ ...published, notes: { text: kept ?? '# Draft', isEdited: kept !== null } })
  const drafted = Promise.withResolvers<CallOutput<'exports.publish'>>()
  renderInStudio(<PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />, {
    'exports.publish': () => (kept === null ? drafted.promise : facts()),
    'exports.setShowNotes': ({ text }) => {
      kept = text
      return {}
    },
  })
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  await userEvent.click(screen.getByText('Draft again…'))
  await userEvent.click(await screen.findByText('Draft again'))
  await waitFor(() => expect(kept).toBeNull())
  fireEvent.change(field, { target: { value: 'Mine, too' } })
  drafted.resolve(facts())
  await screen.findByText('The show notes were drafted again.')
  expect(field).toHaveProperty('value', 'Mine, too')
  await waitFor(() => expect(kept).toBe('Mine, too'))
})

it('what was typed is kept when the dialog is closed at once', async () => {
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    {
      'exports.publish': () => published,
      'exports.setShowNotes': () => ({}),
    },
  )
  await userEvent.type(await screen.findByRole('textbox', { name: 'Show notes' }), 'a')
  cleanup()
  expect(house.calls).toContainEqual({
    name: 'exports.setShowNotes',
    input: { recordingId: 'r1', text: 'a', over: null },
  })
})

const notesCalls = (house: ReturnType<typeof openPublish>): unknown[] =>
  house.calls.filter(({ name }) => name === 'exports.setShowNotes').map(({ input }) => input)

it('saves what was typed when the page is left, without waiting for a pause', async () => {
  const house = renderInStudio(
    <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />,
    { 'exports.publish': () => published, 'exports.setShowNotes': () => ({}) },
  )
  fireEvent.change(await screen.findByRole('textbox', { name: 'Show notes' }), { target: { value: 'ab' } })
  window.dispatchEvent(new Event('pagehide'))
  expect(notesCalls(house)).toEqual([{ recordingId: 'r1', text: 'ab', over: null }])
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('has each key that was typed when the page or the program ended before it was saved', async () => {
  const dialog = <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />
  const other = <PublishDialog recordingId="r2" title="15: tape" onClose={() => undefined} />
  const lost = new CallFailed(describeFault(new Fault('connection.lost'), 'en'))
  const answers = { 'exports.publish': () => published, 'exports.setShowNotes': () => Promise.reject(lost) }
  renderInStudio(dialog, answers)
  await userEvent.type(await screen.findByRole('textbox', { name: 'Show notes' }), 'ab')
  cleanup()
  renderInStudio(other, answers)
  // The page says itself that the connection is lost.
  expect(screen.queryByText(lost.error.message)).toBeNull()
  expect(await screen.findByRole('textbox', { name: 'Show notes' })).toHaveProperty('value', '')
  cleanup()
  const house = renderInStudio(dialog, { ...answers, 'exports.setShowNotes': () => ({}) })
  expect(await screen.findByRole('textbox', { name: 'Show notes' })).toHaveProperty('value', 'ab')
  await waitFor(() => expect(notesCalls(house)).toEqual([{ recordingId: 'r1', text: 'ab', over: null }]))
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

it('shows both where notes that were not saved were also edited elsewhere', async () => {
  localStorage.setItem('parolo.unsent-notes.r1', JSON.stringify({ text: 'Mine', over: 'Before' }))
  let kept = 'Theirs'
  const dialog = <PublishDialog recordingId="r1" title="14: glue" onClose={() => undefined} />
  const house = renderInStudio(dialog, {
    'exports.publish': () => ({ ...published, notes: { text: kept, isEdited: true } }),
    'exports.setShowNotes': ({ text, over }) => {
      if (over !== kept) return { other: kept }
      kept = text ?? ''
      return {}
    },
  })
  const both = 'Theirs\n\n---\n\nMine'
  const field = await screen.findByRole('textbox', { name: 'Show notes' })
  expect(field).toHaveProperty('value', 'Mine')
  fireEvent.blur(field)
  await waitFor(() => expect(field).toHaveProperty('value', both))
  await screen.findByText(/^These notes were also edited elsewhere\./u)
  fireEvent.blur(field)
  await waitFor(() => expect(kept).toBe(both))
  expect(notesCalls(house)).toEqual([
    { recordingId: 'r1', text: 'Mine', over: 'Before' },
    { recordingId: 'r1', text: both, over: 'Theirs' },
  ])
  await waitFor(() => expect(localStorage).toHaveLength(0))
})
