// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import { spoken } from '#core/captions/testing/spoken'
import type { ProgramLanguage } from '#core/messages/messages'
import type { CutStretch } from '#core/transcript/cut-reason'
import { createEditorStore } from '../../editor/editor-store.ts'
import { conversation } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import { CutBar } from '../cut-bar.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Words of 300 ms or so; between the sentences are 2 s, then 3 s. */
const transcript = {
  ...conversation,
  paragraphs: spoken([
    ['nora', 1_000, 3_000, 'Um, so uh, um, yes.'],
    ['idris', 5_000, 7_000, 'The the end, uh, it is.'],
    ['nora', 10_000, 12_000, 'So it ends.'],
  ]),
}

function openBar({
  language = 'en',
  playable = false,
}: { language?: ProgramLanguage; playable?: boolean } = {}) {
  const session = fakeSession(transcript)
  const store = createEditorStore('check')
  store.setState({ isCutting: true })
  const { player } = silentPlayer()
  let rows: readonly CutStretch[] = []
  const changes: CallInput<'cut.change'>[] = []
  renderInStudio(
    <CutBar
      session={session}
      player={player}
      store={store}
      recording={{ id: 'r', playable, durationMs: 20_000, trim: null }}
    />,
    {
      'cut.stretches': () => [...rows],
      'cut.deleted': () => [],
      'cut.change': (change) => {
        changes.push(change)
        const gone = new Set(change.remove)
        rows = [...rows.filter(({ id }) => !gone.has(id)), ...(change.set ?? [])]
        return {}
      },
    },
    language,
  )
  const user = userEvent.setup()
  const cutReasons = (): string[] =>
    session.state.transcript.marks.flatMap((mark) => (mark.kind === 'cut' ? [mark.value.reason] : []))
  const open = async (name: RegExp) => {
    await user.click(await screen.findByRole('button', { name }))
    return within(await screen.findByRole('dialog'))
  }
  return { session, player, user, open, changes, cutReasons }
}

it('fillers are cut together as one step, one is restored alone, then all', async () => {
  const { session, user, open, cutReasons } = openBar()
  const panel = await open(/^Fillers 3/u)
  panel.getByText(/^3 found, none cut\. Cutting all of them saves 1\.\d seconds: 0:1\d instead of 0:20\.$/u)
  await user.click(panel.getByRole('button', { name: 'Cut all 3' }))
  expect(cutReasons()).toEqual(['filler', 'filler', 'filler'])
  expect(session.applied).toHaveLength(1)
  await panel.findByText(/^3 found, 3 cut, which saves 1\.\d seconds\.$/u)
  await user.click(panel.getByRole('checkbox', { name: 'Um, so uh, um, yes.' }))
  expect(cutReasons()).toHaveLength(2)
  await panel.findByText(/^3 found, 2 cut, which saves \S+ seconds?\. Cutting all of them saves/u)
  await user.click(panel.getByRole('button', { name: 'Restore all 2' }))
  expect(cutReasons()).toEqual([])
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(3)
})

it('repetitions are cut one by one, too', async () => {
  const { user, open, cutReasons } = openBar()
  const panel = await open(/^Repetitions 1/u)
  await user.click(panel.getByRole('checkbox', { name: 'The the end, uh,' }))
  expect(cutReasons()).toEqual(['repetition'])
})

it('long pauses are shortened to what is chosen, changed by another choice, and restored', async () => {
  const { user, open, changes } = openBar()
  const panel = await open(/^Long pauses 2/u)
  panel.getByText(/^2 found, none cut\. Shortening all of them saves 3\.8 seconds: 0:16 instead of 0:20\.$/u)
  panel.getByRole('checkbox', { name: 'uh, um, yes. 2.0 s → 0.6 s The the end,' })
  await user.click(panel.getByRole('button', { name: 'Shorten 2 pauses' }))
  const lengths = () => changes.at(-1)?.set?.map(({ startMs, endMs }) => endMs - startMs)
  await waitFor(() => expect(changes).toHaveLength(1))
  expect(changes[0]?.set?.every(({ reason }) => reason === 'pause')).toBe(true)
  const [first = 0] = lengths() ?? []
  await panel.findByText(/^2 found, 2 cut, which saves 3\.8 seconds\.$/u)
  panel.getByRole('checkbox', { name: 'uh, um, yes. 2.0 s → 0.6 s The the end,' })
  const left = panel.getByRole('textbox', { name: 'become' })
  await user.clear(left)
  await user.type(left, '1{Tab}')
  await user.click(await panel.findByRole('button', { name: 'Shorten 2 pauses' }))
  await waitFor(() => expect(changes).toHaveLength(2))
  expect(lengths()?.[0]).toBe(first - 400)
  expect(changes[1]?.remove).toHaveLength(2)
  const longer = panel.getByRole('textbox', { name: 'Pauses longer than' })
  await panel.findByText(/2 found, 2 cut/u)
  await user.clear(longer)
  await user.type(longer, '30{Tab}')
  // What was cut stays in the list.
  await panel.findByText(/2 found, 2 cut/u)
  await user.click(panel.getByRole('button', { name: 'Restore all 2' }))
  await panel.findByText('None found.')
  expect(changes[2]?.remove).toHaveLength(2)
})

/** Peaks of 10 ms: loud in words, and for 400 ms in the pause of 3 s. */
function stubPeaks(): void {
  const peaks = new Int8Array(2 * 2_000)
  const isLoud = (ms: number): boolean =>
    (ms >= 8_000 && ms < 8_400) ||
    transcript.paragraphs.some(({ words }) => words.some(({ startMs, endMs }) => ms >= startMs && ms < endMs))
  for (let at = 0; at < 2_000; at += 1) peaks.set(isLoud(at * 10) ? [-90, 90] : [-1, 1], 2 * at)
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(peaks)))
}

it('one menu has all kinds with their numbers, for where the bar is narrow, and opens the places of one', async () => {
  const { user, cutReasons } = openBar()
  await user.click(await screen.findByRole('button', { name: 'Found' }))
  const items = await screen.findAllByRole('menuitem')
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Fillers3',
    'Long pauses2',
    'Repetitions1',
    'Possible “um”s0',
  ])
  await user.click(items[2] as HTMLElement)
  const panel = within(await screen.findByRole('dialog', { name: 'Repetitions' }))
  await user.click(panel.getByRole('button', { name: 'Cut 1' }))
  expect(cutReasons()).toEqual(['repetition'])
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('possible “um”s are heard and cut one by one only; such a pause is no long pause', async () => {
  stubPeaks()
  const { player, user, open, changes } = openBar({ playable: true })
  const play = vi.spyOn(player, 'playSpan').mockImplementation(() => undefined)
  await screen.findByRole('button', { name: /^Long pauses 1/u })
  const panel = await open(/^Possible “um”s 1/u)
  expect(panel.queryByRole('button', { name: /^Cut/u })).toBeNull()
  await user.click(panel.getByRole('button', { name: 'Play 0:08' }))
  expect(play).toHaveBeenCalledWith({ startMs: 7_000, endMs: 9_400 })
  panel.getByText('1 found, none cut.')
  await user.click(panel.getByRole('checkbox', { name: 'uh, it is. 0.4 s So it ends.' }))
  await waitFor(() =>
    expect(changes[0]?.set).toMatchObject([{ startMs: 8_000, endMs: 8_400, reason: 'no-words' }]),
  )
  await panel.findByText('1 found, 1 cut, which saves 0.4 seconds.')
  await user.click(await panel.findByRole('button', { name: 'Restore 1' }))
  await panel.findByText('1 found, none cut.')
})

it('are in French, too', async () => {
  const { open } = openBar({ language: 'fr' })
  await screen.findByRole('button', { name: /^Longues pauses 2/u })
  const panel = await open(/^Hésitations 3/u)
  expect(panel.getByText(/^3 endroits/u).textContent).toMatch(
    /^3 endroits, aucun coupé\. Tout couper fait gagner 1,\d\u00A0seconde\u00A0: 0:1\d au lieu de 0:20\.$/u,
  )
})
