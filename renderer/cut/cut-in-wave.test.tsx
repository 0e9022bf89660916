// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { spoken } from '#core/captions/testing/spoken'
import type { CutStretch } from '#core/transcript/cut-reason'
import type { CutValue } from '#core/transcript/marks/kinds/cut'
import type { Mark } from '#core/transcript/transcript'
import { createEditorStore } from '../editor/editor-store.ts'
import { SoundDock } from '../sound/dock/sound-dock.tsx'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { TextClock } from './cut-clock.tsx'
import { CutInWave } from './cut-in-wave.tsx'

configure({ asyncUtilTimeout: 10_000 })

const WIDTH = 1_000
const MS_PER_PIXEL = 28

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 104))
  vi.stubGlobal('fetch', () => {
    const peaks = Int8Array.from({ length: 12_000 }, (_, at) => (at % 2 === 0 ? -60 : 60))
    // 10 ms of silence at 5.60 s, and beside the edges of the second word, which is cut.
    for (const at of [560, 499, 555]) peaks.fill(0, 2 * at, 2 * at + 2)
    return Promise.resolve(new Response(peaks))
  })
  Element.prototype.setPointerCapture = () => undefined
  Element.prototype.releasePointerCapture = () => undefined
  Element.prototype.hasPointerCapture = () => true
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Words of 500 ms, of which the third is cut, between pauses of 1.5 s. */
const paragraphs = spoken([
  ['nora', 3_000, 3_500, 'One'],
  ['nora', 5_000, 5_500, 'um,'],
  ['nora', 7_000, 7_500, 'two.'],
])
const [word = '', lastWord = ''] = paragraphs.slice(1).map(({ words }) => words[0]?.id)

interface Opened {
  readonly value?: Partial<CutValue>
  /** Instead of the second word. */
  readonly stretches?: readonly CutStretch[]
  /** The third word is cut, too. */
  readonly cutsTwo?: boolean
  readonly foldsCuts?: boolean
  readonly cutsNothing?: boolean
}

const cutOf = (id: string, wordId: string, value: Partial<CutValue> = {}): Mark => ({
  id,
  kind: 'cut',
  fromWordId: wordId,
  toWordId: wordId,
  value: { reason: 'person', ...value },
})

function open({
  value = {},
  stretches = [],
  cutsTwo = false,
  foldsCuts = false,
  cutsNothing = false,
}: Opened = {}) {
  const first = stretches.length > 0 || cutsNothing ? [] : [cutOf('m', word, value)]
  const marks = [...first, ...(cutsTwo ? [cutOf('n', lastWord)] : [])]
  const session = fakeSession({ ...conversation, paragraphs, marks })
  const store = createEditorStore()
  store.setState({ isCutting: true })
  const { player } = silentPlayer()
  player.seek(5_200)
  const recording = { ...recordingCard(), durationMs: 60_000 }
  const { calls, queries } = renderInStudio(
    <SoundDock
      session={session}
      player={player}
      recording={recording}
      clock={<TextClock {...{ session, player, recording, store }} />}
      edges={(wave) => <CutInWave {...{ session, player, recording, store, wave }} />}
    />,
    {
      'cut.stretches': () => [...stretches],
      'cut.change': () => ({}),
      'program.preferences': () => ({ ...defaultPreferences, foldsCuts }),
    },
  )
  const value_ = (): CutValue | undefined =>
    session.state.transcript.marks.flatMap((mark) => (mark.kind === 'cut' ? [mark.value] : []))[0]
  /** As of another window, before this one shows it. */
  const changeRows = (rows: readonly CutStretch[]): void => {
    queries.setQueryData(['cut', 'stretches', recording.id], rows)
  }
  return { session, player, store, calls, value: value_, changeRows }
}

const edge = (name: 'Cut from' | 'Cut to'): Promise<HTMLElement> => screen.findByRole('slider', { name })
const whenAt = (name: 'Cut from' | 'Cut to', ms: number): Promise<void> =>
  waitFor(async () => expect((await edge(name)).getAttribute('aria-valuenow')).toBe(String(ms)))

function drag(handle: HTMLElement, fromMs: number, toMs: number, more: PointerEventInit = {}): void {
  for (const [type, ms] of [
    ['pointerdown', fromMs],
    ['pointermove', toMs],
    ['pointerup', toMs],
  ] as const)
    act(() => {
      handle.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          button: 0,
          clientX: ms / MS_PER_PIXEL,
          ...more,
        }),
      )
    })
}

it('an edge that is dragged snaps to the quietest place, with Alt it is set exactly', async () => {
  const { session, value } = open()
  await whenAt('Cut to', 5_555)
  drag(await edge('Cut to'), 5_555, 5_640)
  expect(value()).toEqual({ reason: 'person', endMs: 5_605 })
  await whenAt('Cut to', 5_605)
  drag(await edge('Cut to'), 5_605, 5_645, { altKey: true })
  expect(value()?.endMs).toBe(5_645)
  expect(session.applied).toHaveLength(2)
})

it('keys move it exactly in one step, Enter to the quietest place, Delete back to the automatic one', async () => {
  const { session, value } = open()
  await whenAt('Cut from', 4_995)
  const from = await edge('Cut from')
  fireEvent.keyDown(from, { key: 'ArrowRight' })
  fireEvent.keyDown(from, { key: 'ArrowRight', shiftKey: true })
  expect(value()).toEqual({ reason: 'person', startMs: 5_105 })
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
  await whenAt('Cut from', 5_105)
  fireEvent.keyDown(await edge('Cut from'), { key: 'Home' })
  expect(value()?.startMs).toBe(3_500)
  await whenAt('Cut from', 3_500)
  fireEvent.keyDown(await edge('Cut from'), { key: 'Delete' })
  expect(value()).toEqual({ reason: 'person' })
  await whenAt('Cut from', 4_995)
})

it('an edge of a stretch without words is moved in its row', async () => {
  const stretch: CutStretch = { id: 'p', startMs: 5_600, endMs: 6_600, reason: 'pause' }
  const { player, calls } = open({ stretches: [stretch] })
  act(() => player.seek(6_000))
  await whenAt('Cut to', 6_600)
  fireEvent.keyDown(await edge('Cut to'), { key: 'ArrowLeft' })
  await waitFor(() => expect(calls.map(({ name }) => name)).toContain('cut.change'))
  expect(calls.find(({ name }) => name === 'cut.change')?.input).toMatchObject({
    set: [{ ...stretch, endMs: 6_590 }],
    remove: [],
  })
})

it('of a row that another window has changed meanwhile, only this edge is moved; of one that is gone, none', async () => {
  const stretch: CutStretch = { id: 'p', startMs: 5_600, endMs: 6_600, reason: 'pause' }
  const { player, calls, changeRows } = open({ stretches: [stretch] })
  act(() => player.seek(6_000))
  await whenAt('Cut to', 6_600)
  const end = await edge('Cut to')
  changeRows([{ ...stretch, startMs: 5_700 }])
  fireEvent.keyDown(end, { key: 'ArrowLeft' })
  const sets = () => calls.flatMap(({ name, input }) => (name === 'cut.change' ? [input] : []))
  await waitFor(() => expect(sets()).toHaveLength(1))
  expect(sets()[0]).toMatchObject({ set: [{ ...stretch, startMs: 5_700, endMs: 6_590 }] })
  changeRows([])
  fireEvent.keyDown(end, { key: 'ArrowLeft' })
  await waitFor(() => expect(screen.queryByRole('slider', { name: 'Cut to' })).toBeNull())
  expect(sets()).toHaveLength(1)
})

it('what is cut is folded by choice, but for the chosen cut, which stays open while its join is heard', async () => {
  const { player } = open({ cutsTwo: true, foldsCuts: true })
  const widths = (): number[] =>
    [...document.querySelectorAll<HTMLElement>('[data-cut]')].map(({ style }) =>
      Math.round(Number.parseFloat(style.width)),
    )
  await waitFor(() => expect(widths()).toEqual([20, 13]))
  expect(screen.getByRole('region', { name: 'Waveform from 0:00 to 0:28, cuts folded' })).toBeTruthy()
  act(() => player.seek(7_200))
  await waitFor(() => expect(widths()).toEqual([13, 20]))
  act(() => player.seek(9_000))
  await waitFor(() => expect(widths()).toEqual([13, 20]))
  expect(await edge('Cut from')).toBeTruthy()
})

it('how long a cut is stands in the middle of what is seen of it, not in the row of names', async () => {
  open({ stretches: [{ id: 'p', startMs: 20_000, endMs: 50_000, reason: 'pause' }] })
  const label = await screen.findByText('Cut, 30 s')
  // From 20 s to 28 s at 28 ms a pixel.
  expect(Number.parseFloat(label.style.left)).toBeCloseTo(4_000 / MS_PER_PIXEL, 0)
})

it('the clock is that of the cut, with the whole length and position beside', async () => {
  const { player } = open()
  await whenAt('Cut from', 4_995)
  act(() => player.seek(7_600))
  const clock = document.querySelector<HTMLElement>('[data-clock]')
  await waitFor(() => expect(clock?.textContent).toBe('0:07 / 0:59, 1:00 before'))
  act(() => player.seek(8_200))
  await waitFor(() => expect(clock?.textContent).toBe('0:07 / 0:59, 1:00 before'))
  expect(clock?.title).toBe('In the whole recording: 0:08')
})

it('the clock has one length while nothing is cut', async () => {
  const { player } = open({ cutsNothing: true })
  act(() => player.seek(7_600))
  const clock = document.querySelector<HTMLElement>('[data-clock]')
  await waitFor(() => expect(clock?.textContent).toBe('0:07 / 1:00'))
  expect(clock?.title).toBe('')
})
