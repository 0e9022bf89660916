// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Doubt } from '#core/doubt/reasons'
import { conversation, paragraph, saidWords } from '#core/edits/testing/samples'
import { transcriptCard } from '../library/testing/cards.ts'
import { toast } from '../ui/toast.tsx'
import { renderCheck } from './testing/render-check.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(() => {
  toast.clear()
  cleanup()
})

const transcript = {
  ...conversation([]),
  paragraphs: ['Then Mr Kondo came.', 'Yes, of course.'].map((text, index) =>
    paragraph(`p${index}`, 's1', saidWords(`c${index}`, text, index * 9_000)),
  ),
}
const doubts: Doubt[] = [
  {
    fromWordId: 'c0.2',
    toWordId: 'c0.2',
    reasons: [
      {
        reason: 'near-glossary-term',
        term: 'Okonjo',
        correction: 'Okonjo',
        fromWordId: 'c0.2',
        toWordId: 'c0.2',
      },
    ],
    estimate: 0.9,
  },
  {
    fromWordId: 'c1.2',
    toWordId: 'c1.2',
    reasons: [{ reason: 'low-probability', band: 2, confidence: 0.4 }],
    estimate: 0.7,
  },
]
const isOpen = async (name: string): Promise<void> =>
  waitFor(() => {
    const item = screen.getByRole('listitem', { current: true })
    expect(item.getAttribute('aria-label')).toBe(name)
    expect(document.activeElement).toBe(item)
  })

it('says what was looked at, and what is not in the list', async () => {
  const { user, next } = renderCheck(transcript, { doubts })
  next()
  await isOpen('To check: Kondo')
  await user.keyboard('{Enter}')
  await isOpen('To check: course.')
  await user.keyboard('{Delete}')
  await screen.findByText('No likely errors left.')
  expect(
    screen.getByText(
      '2 places were looked at: 1 right, 1 corrected. Text without any sign of an error is not in this list.',
    ),
  ).toBeDefined()
  expect(screen.getByRole('button', { name: /^What you corrected/u })).toBeDefined()
})

it('says nothing of “left” where nobody looked at anything, and counts no “0 of 0”', async () => {
  renderCheck(transcript)
  await screen.findByText('No likely errors.')
  expect(screen.getByText(/^No place was looked at\./u)).toBeDefined()
  expect(screen.queryByText(/0 of 0/u)).toBeNull()
})

it('is marked as checked only by a press, and the mark can be taken back', async () => {
  const { user, host } = renderCheck(transcript, {
    answers: { 'transcripts.setChecked': () => ({}), 'moments.takeBack': () => ({}) },
  })
  await user.click(await screen.findByRole('button', { name: 'Mark as checked by me' }))
  const asked = () => host.calls.filter(({ name }) => name === 'transcripts.setChecked')
  expect(asked().map(({ input }) => input)).toEqual([
    { transcriptId: 't', checked: true, stepId: expect.any(String) as string },
  ])
  const { stepId } = (asked()[0]?.input ?? {}) as { stepId?: string }
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(host.calls.at(-1)).toMatchObject({ name: 'moments.takeBack', input: { stepId } })
  cleanup()

  const card = transcriptCard({ id: 't', checkedAtMs: Date.UTC(2026, 10, 30, 12) })
  const marked = renderCheck(transcript, { card, answers: { 'transcripts.setChecked': () => ({}) } })
  await screen.findByText(/Checked by you on .*2026/u)
  await marked.user.click(screen.getByRole('button', { name: 'Clear the mark' }))
  expect(marked.host.calls.at(-1)?.input).toMatchObject({ transcriptId: 't', checked: false })
})
