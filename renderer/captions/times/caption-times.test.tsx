// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultPreferences } from '#contracts/default-preferences'
import { isOnFrame as beginsFrame } from '#core/frames/frame-grid'
import { gridOfRate } from '#core/frames/video-frames'
import { conversation } from '../../sound/testing/conversation.ts'
import { MOVE_STEP } from '../caption-steps.ts'
import { drag, ironOf, layOut, openTimes, pointer, takeDown } from './testing/times-page.tsx'

beforeEach(layOut)
afterEach(takeDown)

function isFrame(ms: number, rate: number): boolean {
  const grid = gridOfRate(rate)
  return grid !== null && beginsFrame(ms, grid)
}

describe('the captions in the wave', () => {
  it('are edited by a click, from where they begin', async () => {
    const { player, editor } = openTimes()
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
    const { player, editor, session, timesOf } = openTimes()
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
    const { player, editor, timesOf } = openTimes()
    act(() => player.seek(11_000))
    click(10_080, { shiftKey: true })
    expect(timesOf(ironOf(editor))[0]).toBe(10_080)
  })
})

describe('an empty stretch that is selected', () => {
  const empty = { startMs: 55_000, endMs: 57_000 }

  it('gets a caption by Enter, whose text is selected to be typed over, as one step of undo', async () => {
    const { player, editor, session } = openTimes()
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
    const { player, editor, timesOf } = openTimes()
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
    const { player, editor } = openTimes()
    const before = editor.cues.length
    act(() => player.select(empty))
    await userEvent.click(screen.getByRole('textbox', { name: 'caption' }))
    await userEvent.keyboard('{Enter}')
    expect(editor.cues).toHaveLength(before)
  })
})

describe('the edges of the caption being edited', () => {
  it('are dragged, each time as one step of undo, and snap to speech unless Alt is held', () => {
    const { session, editor, timesOf } = openTimes()
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
      const { editor, session } = openTimes()
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
      const steps = new Set(session.applied.map(({ stepId }) => stepId))
      expect(steps.size).toBe(1)
      expect([...steps][0]?.startsWith(MOVE_STEP)).toBe(true)
      expect(session.state.transcript.paragraphs).toEqual(conversation.paragraphs)
    },
  )

  it('stop at the neighbor with the least gap, and never go past it', () => {
    const { editor, timesOf } = openTimes()
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
    const { session, editor, timesOf } = openTimes()
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
    const { editor, timesOf } = openTimes({
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
    const { player, editor, timesOf } = openTimes({
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
    const { editor, timesOf, house } = openTimes({
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
