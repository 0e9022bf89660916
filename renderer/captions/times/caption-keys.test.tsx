// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { framesLater, isOnFrame as beginsFrame } from '#core/frames/frame-grid'
import { gridOfVideo, type VideoFrames } from '#core/frames/video-frames'
import { exactTime } from '#core/notation/lengths'
import { ironOf, layOut, openTimes, takeDown } from './testing/times-page.tsx'

beforeEach(layOut)
afterEach(takeDown)

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
    const { player, editor, timesOf } = openTimes({}, film)
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
    const { editor, timesOf } = openTimes({}, film)
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
    const { editor, timesOf } = openTimes({}, film)
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

  it('a time beyond the other edge or a neighbor is refused in the field, with what is allowed; nothing else changes', async () => {
    const { session, editor, timesOf } = openTimes({}, film)
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    const before = timesOf(iron)
    const type = async (name: string, typed: string): Promise<HTMLInputElement> => {
      const field = screen.getByRole<HTMLInputElement>('textbox', { name })
      await userEvent.clear(field)
      await userEvent.type(field, `${typed}{Enter}`)
      return field
    }
    const outMs = before[1] ?? 0
    const latest = exactTime(framesLater(outMs, -1, grid ?? expect.unreachable()), 'en')
    const start = await type('In', '0:14.000')
    expect(screen.getByText(`At the latest ${latest}, before Out.`)).toBeTruthy()
    expect(start.value).toBe('0:14.000')
    await type('In', '0:01.000')
    expect(
      screen.getByText(new RegExp(`^At the earliest 0:0\\d\\.\\d{3}, after ${iron}\\.$`, 'u')),
    ).toBeTruthy()
    await type('Out', '0:09.900')
    expect(screen.getByText(/^At the earliest 0:1\d\.\d{3}, after In\.$/u)).toBeTruthy()
    await type('Out', '0:50.000')
    expect(screen.getByText(new RegExp(`, before ${iron + 2}\\.$`, 'u'))).toBeTruthy()
    expect(session.applied).toEqual([])
    expect(timesOf(iron)).toEqual(before)
    // What the message allows is taken.
    await type('In', latest)
    expect(timesOf(iron)).toEqual([framesLater(outMs, -1, grid ?? expect.unreachable()), outMs])
    expect(screen.queryByText(/before Out/u)).toBeNull()
  })

  it('a variable rate is said, and times stay in milliseconds', () => {
    openTimes({}, { ...film, isVariable: true })
    const button = screen.getByRole('button', { name: 'Frames' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the keys for the times of captions', () => {
  it('leave the least gap of the rules before the next caption, however far the playhead is', async () => {
    const { player, editor, timesOf } = openTimes()
    const iron = ironOf(editor)
    act(() => editor.edit(iron))
    act(() => player.seek(50_000))
    await userEvent.keyboard('{Alt>}o{/Alt}')
    expect((editor.cues[iron + 1]?.startMs ?? 0) - (timesOf(iron)[1] ?? 0)).toBe(84)
  })

  it('set start and end at the playhead, also while a text field has the focus', async () => {
    const { player, editor, timesOf } = openTimes()
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
    const { player, session, editor, timesOf } = openTimes()
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
    const { player, editor, timesOf } = openTimes()
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
    const { player, media, session, editor, timesOf } = openTimes()
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
    const { player, media, session, editor } = openTimes()
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
    const { player, media, session } = openTimes()
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
