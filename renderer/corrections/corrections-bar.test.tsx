// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { ProposedCorrection } from '#core/corrections/proposed-corrections'
import { proposed } from '#core/corrections/testing/proposed'
import { corrections } from '#core/messages/groups/corrections'
import type { ProgramLanguage } from '#core/messages/messages'
import { renderCheck } from '../check/testing/render-check.tsx'
import { conversation } from '../sound/testing/conversation.ts'
import { expectNoEnglish } from '../testing/expect-no-english.ts'

afterEach(cleanup)

const iron: ProposedCorrection = {
  kind: 'words',
  id: '1',
  wordBeforeId: 'p2.0',
  wordAfterId: 'p2.2',
  expected: [{ id: 'p2.1', text: 'iron,' }],
  text: 'kettle,',
}
const changed: ProposedCorrection = {
  kind: 'words',
  id: '2',
  wordBeforeId: 'p3.0',
  wordAfterId: null,
  expected: [{ id: 'p3.1', text: 'was.' }],
  text: 'is.',
  exported: 'were.',
}
const name: ProposedCorrection = {
  kind: 'speaker-name',
  id: '3',
  speakerId: 'third',
  expected: 'Speaker 3',
  name: 'Amara',
}

async function opened(items: readonly ProposedCorrection[], language: ProgramLanguage = 'en') {
  const shown = renderCheck(conversation, {
    answers: { 'corrections.list': () => [proposed(items)] },
    language,
  })
  await screen.findByRole('region', {
    name: language === 'en' ? 'Corrections by Martin' : 'Corrections par Martin',
  })
  await waitFor(() => {
    shown.next()
    screen.getByRole('listitem', { current: true })
  })
  return shown
}

it('a proposed word is taken with Enter, told with who proposes it', async () => {
  const { user, texts } = await opened([iron])
  const item = screen.getByRole('listitem', { current: true })
  within(item).getByText('Martin proposes this')
  item.focus()
  await user.keyboard('{Enter}')
  expect(texts()[1]).toBe('One kettle, and it was mine.')
})

it('what is only reported is told with who wrote it', async () => {
  const remark = { kind: 'told', about: 'note', text: 'Add the date', nearWordId: null } as const
  await opened([
    { ...remark, id: '1', by: 'Claire' },
    { ...remark, id: '2', about: 'unspoken', text: 'Applause' },
  ])
  expect(screen.getByText('A remark in talk.docx · Claire comments')).toBeTruthy()
  expect(screen.getByText(/^Text in talk\.docx that nobody said here/u)).toBeTruthy()
})

it('is in French: a confirmed, a changed and a named one', async () => {
  await opened([iron, changed, name], 'fr')
  expect(screen.getByText(/restantes$/u).textContent).toMatch(/ 3 restantes$/u)
  screen.getByRole('button', { name: 'Tout accepter (2)' })
  expectNoEnglish(corrections)
})

it('a dismissed one leaves the text and is not listed again', async () => {
  const { user, texts, session } = await opened([iron], 'fr')
  const item = screen.getByRole('listitem', { current: true })
  within(item).getByText('Proposition de Martin')
  item.focus()
  await user.keyboard('{Delete}')
  expect(texts()[1]).toBe('One iron, and it was mine.')
  await waitFor(() => expect(screen.queryByText('Proposition de Martin')).toBeNull())
  expect(session.state.transcript.marks).toMatchObject([{ kind: 'correction-settled', value: 'set 1' }])
})

it('all are accepted in one step, without what was changed here since; names after a question', async () => {
  const { user, texts, session } = await opened([iron, changed, name])
  await user.click(screen.getByRole('button', { name: 'Accept all 2' }))
  const dialog = await screen.findByRole('alertdialog', { name: 'Name speakers too?' })
  within(dialog).getByRole('checkbox', { name: 'Speaker 3 becomes Amara' })
  await user.click(within(dialog).getByRole('button', { name: 'Accept' }))
  expect(texts().slice(1, 3)).toEqual(['One kettle, and it was mine.', 'It was.'])
  expect(session.state.transcript.speakers[2]?.name).toBe('Amara')
  expect(session.applied).toHaveLength(1)
  await screen.findByText(/2 corrections accepted; 1 is left/u)
  screen.getByText(/Changed here since the export: it was “were.”/u)
})

it('all are dismissed in one step', async () => {
  const { user, session } = await opened([iron, changed, name])
  await user.click(screen.getByRole('button', { name: 'Dismiss all' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Corrections by Martin' })).toBeNull())
  expect(session.state.transcript.paragraphs).toEqual(conversation.paragraphs)
  expect(session.applied).toHaveLength(1)
})
