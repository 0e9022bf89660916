// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CueProblem, CueProblemKind } from '#core/captions/cue-problems'
import { applyEdits } from '#core/edits/apply-edits'
import { spoken } from '#core/captions/testing/spoken'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio } from '../../sound/testing/render-in-studio.tsx'
import { ProblemsBar } from './problems-bar.tsx'
import { allFixes } from './find-all-fixes.ts'
import { createCueStore } from '../cues/cue-store.ts'
import { FIX_ALL_STEP, FIX_STEP } from '../caption-steps.ts'
import { layOut, openCaptions, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const [a, b] = conversation.speakers.map(({ id }) => id)
/** Two captions that are too fast and followed by silence, and a good one in between. */
const paragraphs = spoken([
  [a ?? null, 1_000, 2_200, 'Um, they come with the toaster and they stay.'],
  [b ?? null, 8_000, 11_000, 'And took the thing seriously.'],
  [a ?? null, 20_000, 21_100, 'Because somebody sat down beside them.'],
])
const transcript = { ...conversation, paragraphs, turns: [], marks: [] }

const open = (language: 'en' | 'fr' = 'en') => openCaptions(transcript, { language })
const rows = () => document.querySelectorAll('[data-cue]').length

describe('problems of captions', () => {
  it('are counted by kind, and the list can show only those, or only one speaker', async () => {
    open()
    expect((await screen.findByText('2 captions break a rule')).nextSibling?.textContent).toBe('2 too fast')
    expect(rows()).toBe(3)
    await userEvent.click(screen.getByRole('radio', { name: /^Problems\s*2$/ }))
    await waitFor(() => expect(rows()).toBe(2))
    await userEvent.click(screen.getByRole('button', { name: /Everyone/ }))
    const [, , second] = await screen.findAllByRole('option')
    await userEvent.click(second as HTMLElement)
    expect(await screen.findByText('No caption matches.')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: /^All\s*3$/ }))
    await waitFor(() => expect(rows()).toBe(1))
  })

  it('have fixes with their results; F9 goes there, a digit makes one, as one step', async () => {
    const { session } = open()
    await screen.findByText('2 captions break a rule')
    const panel = await screen.findByRole('region', { name: /^Fixes for 1/ })
    const [, first, ...others] = await within(panel).findAllByRole('button')
    expect(first?.textContent).toMatch(
      /^Extend into the pause, by [\d.]+\s*s\d+ c\/s · No problem left Enter$/,
    )
    expect(others.at(-2)?.textContent).toMatch(/Shorter wording here only…the text stays\d$/)
    expect(others.at(-1)?.textContent).toBe('Leave it as it is Del')
    expect(others.map(({ textContent }) => textContent).join()).toContain('Leave out “Um,” here')
    await userEvent.keyboard('{F9}')
    const item = within(panel).getByRole('listitem')
    expect(document.activeElement).toBe(item)
    fireEvent.keyDown(item, { key: 'Enter', repeat: true })
    expect(session.applied).toEqual([])
    await userEvent.keyboard('1')
    expect(session.applied.length).toBe(1)
    expect(session.applied[0]?.stepId?.startsWith(FIX_STEP)).toBe(true)
    expect(await screen.findByText('1 caption breaks a rule')).toBeTruthy()
    // Typing goes on in the caption, which has no fixes now.
    await waitFor(() => expect(document.activeElement).toHaveProperty('tagName', 'TEXTAREA'))
    expect(session.state.transcript.paragraphs).toBe(transcript.paragraphs)
  })

  it('have the focus after F8 and F9 in a hurry, though the caption that F8 leads to is shown later', async () => {
    open()
    await screen.findByText('2 captions break a rule')
    await userEvent.keyboard('{F8}')
    await within(await screen.findByRole('region', { name: /^Fixes for 1/ })).findAllByRole('button')
    act(() => {
      fireEvent.keyDown(document.body, { key: 'F8' })
      fireEvent.keyDown(document.body, { key: 'F9' })
    })
    const panel = await screen.findByRole('region', { name: /^Fixes for 3/ })
    await waitFor(() => expect(document.activeElement).toBe(within(panel).getByRole('listitem')))
  })

  it('Enter makes the likeliest fix, Tab plays, Delete leaves the caption and goes to the next', async () => {
    const { session, player } = open()
    const played = vi.spyOn(player, 'playSpan')
    await screen.findByText('2 captions break a rule')
    await userEvent.keyboard('{F9}')
    const one = await screen.findByRole('region', { name: /^Fixes for 1/ })
    await waitFor(() => expect(document.activeElement).toBe(within(one).getByRole('listitem')))
    await userEvent.keyboard('{Tab}')
    expect(played).toHaveBeenCalledOnce()
    await userEvent.keyboard('{Delete}')
    const three = await screen.findByRole('region', { name: /^Fixes for 3/ })
    await waitFor(() => expect(document.activeElement).toBe(within(three).getByRole('listitem')))
    expect(session.applied).toEqual([])
    await userEvent.keyboard('{Enter}')
    expect(session.applied).toHaveLength(1)
    expect(await screen.findByText('1 caption breaks a rule')).toBeTruthy()
  })

  it('are filtered by the rule that is broken, with their numbers', async () => {
    const problem = (kind: CueProblemKind): CueProblem => ({ kind, value: 30, limit: 20, isSlight: false })
    const problems = new Map([
      [1, [problem('too-fast')]],
      [4, [problem('too-short')]],
      [6, [problem('too-fast')]],
    ])
    const onKinds = vi.fn<(kinds: ReadonlySet<CueProblemKind> | null) => void>()
    const others = { making: false, nextKey: 'F8', onFixAll: () => undefined, onNext: () => undefined }
    renderInStudio(<ProblemsBar problems={problems} kinds={null} onKinds={onKinds} {...others} />)
    await userEvent.click(screen.getByRole('button', { name: /^Rules that are broken: 2 too fast, 1 / }))
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: '2 too fast' }))
    expect(onKinds).toHaveBeenLastCalledWith(new Set(['too-short']))
  })

  it('are fixed all at once after a preview, as one step', async () => {
    const { session } = open()
    await screen.findByText('2 captions break a rule')
    await userEvent.click(screen.getByRole('button', { name: /^Fix all that can be fixed…/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Fix 2 of 2 captions' })
    expect(within(dialog).getByText(/^2 too fast: extended into a pause/)).toBeTruthy()
    const [change] = within(dialog).getAllByRole('listitem')
    expect(change?.textContent).toMatch(
      /^1Um, they come with the toaster and they stay\.0:01\.000 to 0:0\d\.\d+, \d+ c\/s.*, \d+ c\/sextended by [\d.]+\s*s$/,
    )
    expect(
      within(dialog).getByText('No word is dropped or changed. One undo takes it all back.'),
    ).toBeTruthy()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Fix 2' }))
    expect(session.applied).toHaveLength(1)
    expect(session.applied[0]?.stepId?.startsWith(FIX_ALL_STEP)).toBe(true)
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No caption breaks a rule.'))
    expect(session.state.transcript.paragraphs).toBe(transcript.paragraphs)
  })

  it('speak French', async () => {
    open('fr')
    expect(await screen.findByText('2 sous-titres hors règles')).toBeTruthy()
    expect(await screen.findByText(/^Prolonger dans la pause, de [\d,]+\s*s$/)).toBeTruthy()
  })
})

it('what is announced for all is what the captions become', () => {
  const session = fakeSession(transcript)
  const store = createCueStore(session, 60_000)
  const context = { ...store.makeNow(), newId: () => session.newId() }
  const steps = allFixes(context, store.copyParts())
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const found = step.value
  expect(found.report).toMatchObject({ count: 2, fixed: 2 })
  expect(applyEdits(transcript, found.edits).transcript).toEqual(found.transcript)
  session.apply(found.edits)
  expect(store.makeNow().cues).toEqual(found.cues)
})
