// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCues } from '#core/captions/cues'
import { rulesOf } from '#core/captions/presets/transcript-rules'
import { spoken } from '#core/captions/testing/spoken'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import { conversation } from '../../sound/testing/conversation.ts'
import { SNAP_ALL_STEP } from '../caption-steps.ts'
import { layOut, openCaptions, takeDown } from '../testing/captions-page.tsx'

beforeEach(() => layOut())
afterEach(takeDown)

const [a] = conversation.speakers.map(({ id }) => id)
const paragraphs = spoken([
  [a ?? null, 1_000, 3_000, 'And took the thing seriously.'],
  [a ?? null, 8_000, 10_000, 'My neighbor has been in nine times.'],
])
const frames = { numerator: 25, denominator: 1, drops: false, firstUs: 0, isVariable: false }
/** Two frames before the second caption starts, so that it has to move; the first is far from it. */
const shots = [7_920]

const open = (timesMs: number[] | null, captionRules?: CaptionSettings) => {
  const transcript = { ...conversation, paragraphs, turns: [], marks: [], frames }
  const given = captionRules === undefined ? transcript : { ...transcript, captionRules }
  const answers = { 'recordings.shots': () => ({ timesMs }) }
  return openCaptions(given, { recording: { hasVideo: true }, answers }).session
}

const openSnap = async (): Promise<void> => {
  await userEvent.click(await screen.findByRole('button', { name: 'Times of all captions' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Snap to shots…' }))
}

it('captions near a shot change are problems, and all of them move there after a preview, as one step', async () => {
  const session = open(shots)
  expect((await screen.findByText('1 caption breaks a rule')).nextSibling?.textContent).toBe(
    '1 starts near a shot change',
  )
  await openSnap()
  const dialog = await screen.findByRole('dialog', { name: 'Snap 1 of 1 caption to shots' })
  const [change, ...others] = within(dialog).getAllByRole('listitem')
  expect(others).toEqual([])
  expect(change?.textContent).toMatch(
    /^2My neighbor has been in nine times\.0:08\.000 to .*0:07\.920 to .*starts 0\.08\s*s earlier$/,
  )
  await userEvent.click(within(dialog).getByRole('button', { name: 'Snap 1' }))
  expect(session.applied).toHaveLength(1)
  expect(session.applied[0]?.stepId?.startsWith(SNAP_ALL_STEP)).toBe(true)
  const { transcript } = session.state
  const cues = makeCues(transcript, rulesOf(transcript), { durationMs: 60_000, language: 'en' })
  expect(cues.map(({ startMs }) => startMs)).toEqual([1_000, 7_920])
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No caption breaks a rule.'))
})

it('one caption is moved by its fix', async () => {
  const session = open(shots)
  await screen.findByText('1 caption breaks a rule')
  await userEvent.keyboard('{F8}')
  const fixes = await screen.findByRole('region', { name: /^Fixes for 2/ })
  await userEvent.click(await within(fixes).findByRole('button', { name: /Move to the shot change/ }))
  expect(session.state.transcript.marks).toContainEqual(
    expect.objectContaining({ kind: 'cue-start', value: 7_920 }),
  )
})

it('without known shots, and with rules that ignore them, there is nothing to move, and the reason is said', async () => {
  open(null)
  await openSnap()
  expect(await screen.findByText('The shots of this video are not known yet.')).toBeTruthy()
  cleanup()
  open(shots, { preset: 'arte', changes: {} })
  await openSnap()
  expect(await screen.findByText('These rules say nothing about shot changes.')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('No caption breaks a rule.')).toBeTruthy()
})
