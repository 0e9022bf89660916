// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { isOnFrame as beginsFrame } from '#core/frames/frame-grid'
import { gridOfRate, gridOfVideo, type VideoFrames } from '#core/frames/video-frames'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { SoundDock } from '../../sound/dock/sound-dock.tsx'
import type { Player } from '../../sound/player/player.ts'
import { conversation, recordingCard } from '../../sound/testing/conversation.ts'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../../sound/testing/render-in-studio.tsx'
import type { WaveStore } from '../../sound/waveform/wave-store.ts'
import { CaptionRow } from '../caption-row.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { CueFactsPanel } from '../cue-facts-panel.tsx'
import { useSetFrames } from '../cues/cue-time.ts'
import { useCues } from '../cues/use-cues.ts'
import { useCaptionEditor, useCaptionEditorState } from '../editing/use-caption-editor.ts'
import { useCaptionKeys } from './use-caption-keys.ts'
import { TimingControls } from './timing-controls.tsx'

const WIDTH = 1_000
const MS_PER_PIXEL = 28

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 104))
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Int8Array(12_000))))
  Element.prototype.setPointerCapture = () => undefined
  Element.prototype.releasePointerCapture = () => undefined
  Element.prototype.hasPointerCapture = () => true
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const noMove = (): void => undefined

function Page({
  session,
  player,
  onEditor,
}: {
  readonly session: TranscriptSession
  readonly player: Player
  readonly onEditor: (editor: CaptionEditor) => void
}) {
  const recording = recordingCard()
  const editor = useCaptionEditor(session, { durationMs: 60_000, trim: null })
  onEditor(editor)
  const setFrames = useSetFrames(session.state.transcript)
  useCaptionKeys(editor, player, setFrames, noMove)
  const list = useCues(session, recording)
  const edited = useCaptionEditorState(editor, ({ index }) => index)
  const cue = list.cues[edited ?? -1]
  const shared = { session, player, recording }
  const row = (wave: WaveStore): ReactNode => <CaptionRow {...shared} wave={wave} />
  return (
    <>
      <textarea aria-label="caption" />
      {cue && (
        <CueFactsPanel
          editor={editor}
          player={player}
          cue={cue}
          rules={list.rules}
          transcript={session.state.transcript}
          setFrames={setFrames}
        />
      )}
      <SoundDock {...shared} cues={row} controls={<TimingControls {...shared} />} />
    </>
  )
}

function open(answers: Parameters<typeof renderInStudio>[1] = {}, frames?: VideoFrames) {
  const { player, media } = silentPlayer()
  const session = fakeSession(frames === undefined ? conversation : { ...conversation, frames })
  const kept: { editor?: CaptionEditor } = {}
  const house = renderInStudio(
    <Page session={session} player={player} onEditor={(made) => (kept.editor = made)} />,
    answers,
  )
  const { editor } = kept
  if (editor === undefined) throw new Error('the page has an editor')
  const timesOf = (index: number): (number | undefined)[] => [
    editor.cues[index]?.startMs,
    editor.cues[index]?.endMs,
  ]
  return { player, media, session, editor, house, timesOf }
}

function isFrame(ms: number, rate: number): boolean {
  const grid = gridOfRate(rate)
  return grid !== null && beginsFrame(ms, grid)
}

/** "One iron, and it was mine.": the first caption of the second turn. */
function ironOf(editor: CaptionEditor): number {
  return editor.cues.findIndex(({ lines }) => lines[0]?.text.startsWith('One iron') === true)
}

const pointer = (type: string, ms: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent(type, {
    bubbles: true,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    clientX: ms / MS_PER_PIXEL,
    ...more,
  })

function drag(handle: HTMLElement, fromMs: number, toMs: number, more: PointerEventInit = {}): void {
  fireEvent(handle, pointer('pointerdown', fromMs))
  fireEvent(handle, pointer('pointermove', (fromMs + toMs) / 2, more))
  fireEvent(handle, pointer('pointermove', toMs, more))
  expect(document.querySelector('[data-caption-edges] [data-side]')).not.toBeNull()
  // The caption in the top row moves along.
  const row = document.querySelector<HTMLElement>('button[data-edited]')
  const fill = document.querySelector<HTMLElement>('[data-caption-edges]')
  expect(row?.style.left).toBe(fill?.style.left)
  fireEvent(handle, pointer('pointerup', toMs, more))
}

describe('the captions in the wave', () => {
  it('are edited by a click, from where they begin', async () => {
    const { player, editor } = open()
    const iron = ironOf(editor)
    fireEvent.click(await screen.findByText(new RegExp(`^${iron + 1} One iron`, 'u')))
    expect(editor.state.index).toBe(iron)
    expect(player.positionMs).toBeCloseTo(editor.cues[iron]?.startMs ?? -1)
    expect(player.state.selection).toBeNull()
  })
})

describe('clicks on the wave', () => {
  const click = (ms: number, more: PointerEventInit): void => {
    const wave = screen.getByRole('region', { name: /^Waveform from/u })
    act(() => {
      fireEvent(wave, pointer('pointerdown', ms, more))
      fireEvent(wave, pointer('pointerup', ms, more))
    })
  }

  it('with Shift start the current caption there, with Ctrl or Command end it, and leave playback alone', () => {
    const { player, editor, session, timesOf } = open()
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    const { positionMs } = player
    click(10_080, { shiftKey: true })
    click(12_040, { ctrlKey: true })
    expect(timesOf(iron)).toEqual([10_080, 12_040])
    click(12_180, { metaKey: true })
    expect(timesOf(iron)).toEqual([10_080, 12_180])
    expect([player.positionMs, player.state.selection]).toEqual([positionMs, null])
    expect(session.applied).toHaveLength(3)
  })

  it('set the caption at the playhead if none is edited', () => {
    const { player, editor, timesOf } = open()
    act(() => player.seek(11_000))
    click(10_080, { shiftKey: true })
    expect(timesOf(ironOf(editor))[0]).toBe(10_080)
  })
})

describe('an empty stretch that is selected', () => {
  const empty = { startMs: 55_000, endMs: 57_000 }

  it('gets a caption by Enter, whose text is selected to be typed over, as one step of undo', async () => {
    const { player, editor, session } = open()
    const before = editor.cues.length
    act(() => player.select(empty))
    await userEvent.keyboard('{Enter}')
    expect(editor.cues).toHaveLength(before + 1)
    const made = editor.cues.at(-1)
    expect([made?.startMs, made?.endMs, made?.lines[0]?.text]).toEqual([55_000, 57_000, '…'])
    expect([editor.state.index, editor.state.caret?.at]).toEqual([before, 'all'])
    expect(player.state.selection).toBeNull()
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
  })

  it('has a button for it; where captions are, there is none and Enter does nothing', async () => {
    const { player, editor, timesOf } = open()
    const before = editor.cues.length
    const [startMs = 0, endMs = 0] = timesOf(ironOf(editor))
    act(() => player.select({ startMs, endMs }))
    await userEvent.keyboard('{Enter}')
    expect(screen.queryByRole('button', { name: /^New caption/u })).toBeNull()
    act(() => player.select(empty))
    await userEvent.click(screen.getByRole('button', { name: /^New caption/u }))
    expect(editor.cues).toHaveLength(before + 1)
  })

  it('leaves Enter to a text', async () => {
    const { player, editor } = open()
    const before = editor.cues.length
    act(() => player.select(empty))
    await userEvent.click(screen.getByRole('textbox', { name: 'caption' }))
    await userEvent.keyboard('{Enter}')
    expect(editor.cues).toHaveLength(before)
  })
})

describe('the edges of the caption being edited', () => {
  it('are dragged, each time as one step of undo, and snap to speech unless Alt is held', () => {
    const { session, editor, timesOf } = open()
    const iron = ironOf(editor)
    const [startMs = 0, endMs = 0] = timesOf(iron)
    act(() => editor.edit(iron))
    const start = screen.getByRole('slider', { name: `Start of caption ${iron + 1}` })
    drag(start, startMs, startMs - 700, { altKey: true })
    expect(timesOf(iron)).toEqual([expect.closeTo(startMs - 700, -2), endMs])
    drag(start, timesOf(iron)[0] ?? 0, 10_100)
    expect(timesOf(iron)).toEqual([10_000, endMs])
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
    // The words keep their times.
    expect(session.state.transcript.paragraphs).toEqual(conversation.paragraphs)
  })

  it.each([
    ['Start', 560],
    ['End', 560],
    ['End', -280],
  ] as const)(
    'take all that follow along while Shift is held, as one step of undo: %s, %i ms',
    (side, byMs) => {
      const { editor, session } = open()
      const iron = ironOf(editor)
      const before = editor.cues.map(({ startMs, endMs }) => [startMs, endMs] as const)
      expect(before.length).toBeGreaterThan(iron + 1)
      act(() => editor.edit(iron))
      const edge = screen.getByRole('slider', { name: `${side} of caption ${iron + 1}` })
      const [startMs = 0, endMs = 0] = before[iron] ?? []
      const fromMs = side === 'Start' ? startMs : endMs
      drag(edge, fromMs, fromMs + byMs, { shiftKey: true, altKey: true })
      const expected = before.map(([from, to], index) => {
        if (index < iron) return [from, to]
        // The end leaves the start where it is.
        return [index === iron && side === 'End' ? from : from + byMs, to + byMs]
      })
      expect(editor.cues.map((cue) => [cue.startMs, cue.endMs])).toEqual(expected)
      expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
      expect(session.state.transcript.paragraphs).toEqual(conversation.paragraphs)
    },
  )

  it('stop at the neighbor with the least gap, and never go past it', () => {
    const { editor, timesOf } = open()
    const iron = ironOf(editor)
    const before = editor.cues[iron - 1]
    const [startMs = 0] = timesOf(iron)
    const { gapMs } = editor.context().rules
    act(() => editor.edit(iron))
    const start = screen.getByRole('slider', { name: `Start of caption ${iron + 1}` })
    drag(start, startMs, (before?.endMs ?? 0) + gapMs + 90)
    expect(timesOf(iron)[0]).toBe((before?.endMs ?? 0) + gapMs)
    drag(start, timesOf(iron)[0] ?? 0, 0)
    expect(timesOf(iron)[0]).toBeGreaterThanOrEqual((before?.startMs ?? 0) + 40)
    expect(editor.cues[iron - 1]?.endMs).toBeLessThanOrEqual(timesOf(iron)[0] ?? 0)
  })

  it('move by a frame with an arrow key, by a tenth of a second with Shift, and show their time', async () => {
    const { session, editor, timesOf } = open()
    const iron = ironOf(editor)
    const [startMs, endMs = 0] = timesOf(iron)
    act(() => editor.edit(iron))
    act(() => screen.getByRole('slider', { name: `End of caption ${iron + 1}` }).focus())
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}')
    expect(timesOf(iron)).toEqual([startMs, endMs + 42 + 100])
    expect(screen.getByText(/^Out 0:1\d\.\d{3}$/u)).toBeTruthy()
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
  })

  it('have times in frames where the person wants them', async () => {
    const { editor, timesOf } = open({
      'program.setPreferences': (patch) => ({ ...defaultPreferences, ...patch }) as never,
    })
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    const end = screen.getByRole('slider', { name: `End of caption ${iron + 1}` })
    expect(end.getAttribute('aria-valuetext')).toMatch(/^0:1\d\.\d{3}$/u)
    await userEvent.click(screen.getByRole('button', { name: 'Frames' }))
    const endMs = timesOf(iron)[1] ?? 0
    const frame = String(Math.floor(((endMs + 1) % 1_000) / (1_000 / 24))).padStart(2, '0')
    await vi.waitFor(() =>
      expect(end.getAttribute('aria-valuetext')).toBe(`00:00:${Math.floor(endMs / 1_000)}:${frame}`),
    )
  })

  it('begin with a frame where times are in frames: dragged, by keys, and at the playhead', async () => {
    const { player, editor, timesOf } = open({
      'program.setPreferences': (patch) => ({ ...defaultPreferences, ...patch }) as never,
    })
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    await userEvent.click(screen.getByRole('button', { name: 'Frames' }))
    const end = screen.getByRole('slider', { name: `End of caption ${iron + 1}` })
    await vi.waitFor(() => expect(end.getAttribute('aria-valuetext')).toMatch(/^00:00:1\d:\d\d$/u))
    const isOnFrame = (ms = 0): boolean => isFrame(ms, 24)
    const endMs = timesOf(iron)[1] ?? 0
    drag(end, endMs, endMs - 333, { altKey: true })
    expect(timesOf(iron)[1]).not.toBe(endMs)
    expect(isOnFrame(timesOf(iron)[1])).toBe(true)
    act(() => end.focus())
    for (const keys of ['{ArrowRight}', '{Shift>}{ArrowLeft}{/Shift}', '{ArrowLeft}']) {
      const before = timesOf(iron)[1]
      await userEvent.keyboard(keys)
      expect(timesOf(iron)[1]).not.toBe(before)
      expect(isOnFrame(timesOf(iron)[1])).toBe(true)
    }
    act(() => player.seek(10_219))
    await userEvent.keyboard('{Alt>}i{/Alt}')
    // Frame 245 is on the screen from 10.2083 s to 10.25 s.
    expect(timesOf(iron)[0]).toBe(10_208)
  })

  it('snap only if the person wants it', () => {
    const { editor, timesOf, house } = open({
      'program.setPreferences': (patch) => ({ ...defaultPreferences, ...patch }) as never,
    })
    const snap = screen.getByRole('button', { name: 'Snap' })
    expect(snap.getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(snap)
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    return vi.waitFor(() => {
      expect(house.calls.map(({ name }) => name)).toContain('program.setPreferences')
      expect(snap.getAttribute('aria-pressed')).toBe('false')
      const start = screen.getByRole('slider', { name: `Start of caption ${iron + 1}` })
      drag(start, timesOf(iron)[0] ?? 0, 10_140)
      expect(timesOf(iron)[0]).toBeCloseTo(10_140, -1)
    })
  })
})

describe('with a video', () => {
  const film: VideoFrames = {
    numerator: 24_000,
    denominator: 1_001,
    drops: false,
    firstUs: 0,
    isVariable: false,
  }
  const grid = gridOfVideo(film)
  const isOnFrame = (ms = 0): boolean => grid !== null && beginsFrame(ms, grid)

  it('all times lie on its frames, however they are shown', async () => {
    const { player, editor, timesOf } = open({}, film)
    expect(editor.cues.every(({ startMs, endMs }) => isOnFrame(startMs) && isOnFrame(endMs))).toBe(true)
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    // 10.2152 s is where frame 245 × 1001 / 24000 = 10.218 s is not yet on the screen.
    act(() => player.seek(10_215))
    await userEvent.keyboard('{Alt>}i{/Alt}')
    expect(timesOf(iron)[0]).toBe(10_176)
    act(() => player.seek(10_219))
    await userEvent.keyboard('{Alt>}i{/Alt}')
    expect(timesOf(iron)[0]).toBe(10_218)
  })

  it('keys move by a frame and by ten, also while a text field has the focus', async () => {
    const { editor, timesOf } = open({}, film)
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    await userEvent.click(screen.getByRole('textbox', { name: 'caption' }))
    const [, endMs = 0] = timesOf(iron)
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}')
    expect(Math.abs(endMs - (timesOf(iron)[1] ?? 0) - 41.7)).toBeLessThan(1)
    await userEvent.keyboard('{Alt>}{Shift>}{PageUp}{/Shift}{/Alt}')
    expect(Math.abs(endMs - (timesOf(iron)[1] ?? 0) - 11 * 41.7)).toBeLessThan(2)
    expect(isOnFrame(timesOf(iron)[1])).toBe(true)
  })

  it('In and Out are typed in milliseconds or frames; what is no time changes nothing', async () => {
    const { editor, timesOf } = open({}, film)
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    const [, endMs] = timesOf(iron)
    const start = screen.getByRole('textbox', { name: 'In' })
    await userEvent.clear(start)
    await userEvent.type(start, '0:10.300{Enter}')
    expect(timesOf(iron)).toEqual([10_301, endMs])
    await userEvent.clear(start)
    await userEvent.type(start, '00:00:10:05{Enter}')
    // Frame 245.
    expect(timesOf(iron)).toEqual([10_218, endMs])
    await userEvent.clear(start)
    await userEvent.type(start, '00:00:10:24{Enter}')
    expect(screen.getByText('Enter a time such as 12:28.140 or 00:12:28:03.')).toBeTruthy()
    expect(timesOf(iron)).toEqual([10_218, endMs])
    await userEvent.type(start, '{Escape}')
    expect((start as HTMLInputElement).value).toBe('0:10.218')
  })

  it('a variable rate is said, and times stay in milliseconds', () => {
    open({}, { ...film, isVariable: true })
    const button = screen.getByRole('button', { name: 'Frames' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the keys for the times of captions', () => {
  it('leave the least gap of the rules before the next caption, however far the playhead is', async () => {
    const { player, editor, timesOf } = open()
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    act(() => player.seek(50_000))
    await userEvent.keyboard('{Alt>}o{/Alt}')
    expect((editor.cues[iron + 1]?.startMs ?? 0) - (timesOf(iron)[1] ?? 0)).toBe(84)
  })

  it('set start and end at the playhead, also while a text field has the focus', async () => {
    const { player, editor, timesOf } = open()
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    await userEvent.click(screen.getByRole('textbox', { name: 'caption' }))
    act(() => player.seek(10_200))
    await userEvent.keyboard('{Alt>}i{/Alt}')
    act(() => player.seek(14_000))
    await userEvent.keyboard('{Alt>}o{/Alt}')
    expect(timesOf(iron)).toEqual([10_200, 14_000])
  })

  it('move them by a tenth of a second; keys that follow each other are one step of undo', async () => {
    const { player, session, editor, timesOf } = open()
    const iron = ironOf(editor)
    const [startMs = 0, endMs = 0] = timesOf(iron)
    // Nothing is edited, so the caption at the playhead is used.
    act(() => player.seek(startMs + 10))
    await userEvent.keyboard('{Alt>}{ArrowLeft}{ArrowLeft}{ArrowRight}{/Alt}')
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
    expect(timesOf(iron)).toEqual([startMs - 100, endMs + 100])
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
  })

  it('play it, from a second before, and in a loop that follows its edges', async () => {
    const { player, editor, timesOf } = open()
    const iron = ironOf(editor)
    const [startMs = 0, endMs = 0] = timesOf(iron)
    act(() => editor.edit(iron))
    await userEvent.keyboard('{F6}')
    expect(player.state.playing).toBe(true)
    expect(player.positionMs).toBeCloseTo(startMs)
    await userEvent.keyboard('{Shift>}{F6}{/Shift}')
    expect(player.positionMs).toBeCloseTo(startMs - 1_000)
    await userEvent.keyboard('{Alt>}l{/Alt}')
    expect(player.state).toMatchObject({ looping: true, selection: { startMs, endMs } })
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
    expect(player.state).toMatchObject({ looping: true, selection: { startMs, endMs: endMs + 100 } })
    await userEvent.keyboard('{Alt>}l{/Alt}')
    expect(player.state).toMatchObject({ looping: false, selection: null })
  })
})

describe('tap mode', () => {
  const key = { key: ' ', code: 'Space' }

  it('sets a caption to the span in which a key is held, then goes on to the next', async () => {
    const { player, media, session, editor, timesOf } = open()
    const iron = ironOf(editor)
    act(() => player.seek(9_000))
    await userEvent.click(screen.getByRole('button', { name: 'Tap' }))
    expect(editor.state.index).toBe(iron)
    expect(screen.getByText(`Next: ${iron + 1}`)).toBeTruthy()
    act(() => player.play())
    act(() => media.pass(500))
    const field = screen.getByRole('textbox', { name: 'caption' })
    expect(fireEvent.keyDown(field, key)).toBe(false)
    const pressedMs = Math.round(player.positionMs)
    expect(screen.getByText(`Setting ${iron + 1}`)).toBeTruthy()
    act(() => media.pass(2_000))
    fireEvent.keyDown(field, { ...key, repeat: true })
    fireEvent.keyUp(field, key)
    expect(timesOf(iron)).toEqual([pressedMs, Math.round(player.positionMs)])
    expect(player.state.playing).toBe(true)
    expect(editor.state.index).toBe(iron + 1)
    expect(session.applied).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByText(/^Next:/u)).toBeNull()
    expect(player.state.playing).toBe(true)
  })

  it('has the captions after it begin later where they are in its way, in the same step of undo', () => {
    const { player, media, session, editor } = open()
    const iron = ironOf(editor) - 1
    const own = editor.cues[iron]
    const next = editor.cues[iron + 1]
    if (own === undefined || next === undefined) throw new Error('there are captions before')
    act(() => editor.edit(iron))
    fireEvent.click(screen.getByRole('button', { name: 'Tap' }))
    act(() => player.seek(own.startMs))
    act(() => player.play())
    fireEvent.keyDown(document.body, key)
    act(() => media.pass(next.startMs - own.startMs + 500))
    fireEvent.keyUp(document.body, key)
    const { cues, rules } = editor.context()
    expect(cues[iron]?.endMs).toBe(next.startMs + 500)
    expect(cues[iron + 1]?.startMs).toBe(next.startMs + 500 + rules.gapMs)
    for (const cue of cues) expect(cue.startMs).toBeGreaterThanOrEqual(cues[cue.index - 1]?.endMs ?? 0)
    expect(session.applied.length).toBeGreaterThan(1)
    expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(1)
    expect(editor.state.index).toBe(iron + 1)
  })

  it('plays by its keys while nothing plays, and types nothing; only the next press sets times', async () => {
    const { player, media, session } = open()
    await userEvent.keyboard('{Alt>}t{/Alt}')
    expect(screen.getByText('Space or J plays; Esc to leave')).toBeTruthy()
    const field = screen.getByRole('textbox', { name: 'caption' })
    expect(fireEvent.keyDown(field, key)).toBe(false)
    expect(player.state.playing).toBe(true)
    act(() => media.pass(300))
    expect(fireEvent.keyDown(field, { ...key, repeat: true })).toBe(false)
    expect(fireEvent.keyUp(field, key)).toBe(false)
    expect(session.applied).toEqual([])
    fireEvent.keyDown(field, key)
    act(() => media.pass(800))
    fireEvent.keyUp(field, key)
    expect(session.applied).toHaveLength(1)
  })
})
