// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EdgeTarget } from '../retime/retime.ts'
import { SoundDock, type SoundDockProps } from './sound-dock.tsx'
import { conversation, recordingCard } from '../testing/conversation.ts'
import { fakeSession } from '../testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../testing/render-in-studio.tsx'
import { WordEdges } from '../retime/word-edges.tsx'

const WIDTH = 1_000
/** 60 s over 1,000 px: only the beginning is shown, at 28 ms per pixel. */
const MS_PER_PIXEL = 28

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WIDTH)
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 104))
  vi.stubGlobal('fetch', () => {
    const peaks = new Int8Array(12_000).fill(60)
    // A pause from 10.30 s to 10.35 s, a little before the end of "One".
    peaks.fill(0, 2_060, 2_070)
    return Promise.resolve(new Response(peaks))
  })
  // Not in this DOM: capturing sends every later move to the same element, as events here are sent anyway.
  Element.prototype.setPointerCapture = () => undefined
  Element.prototype.releasePointerCapture = () => undefined
  Element.prototype.hasPointerCapture = () => true
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const open = ({ target, ...props }: Partial<SoundDockProps> & { target?: EdgeTarget } = {}) => {
  const { player, media } = silentPlayer()
  const session = fakeSession(conversation)
  const house = renderInStudio(
    <SoundDock
      session={session}
      player={player}
      recording={recordingCard()}
      {...props}
      {...(target && {
        edges: (wave, pyramid) => <WordEdges {...{ session, player, wave, pyramid, target }} />,
      })}
    />,
  )
  const wave = screen.queryByRole('region', { name: /^Waveform from/ })
  return { player, media, session, house, wave }
}
const pointer = (type: string, x: number, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent(type, {
    bubbles: true,
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    clientX: x,
    ...more,
  })

/** This DOM's wheel events have no mouse properties. */
const wheel = (target: HTMLElement | null, init: WheelEventInit): void => {
  const event = new WheelEvent('wheel', { ...init, cancelable: true })
  for (const [name, value] of Object.entries(init)) Object.defineProperty(event, name, { value })
  target?.dispatchEvent(event)
}

describe('the wave', () => {
  it('is named by what it shows', () => {
    expect(open().wave?.getAttribute('aria-label')).toBe('Waveform from 0:00 to 0:28')
  })

  it('puts the sound where it is clicked', () => {
    const { player, wave } = open()
    act(() => {
      wave?.dispatchEvent(pointer('pointerdown', 500))
      wave?.dispatchEvent(pointer('pointerup', 501))
    })
    expect(player.positionMs).toBeCloseTo(501 * MS_PER_PIXEL)
    expect(player.state.selection).toBeNull()
  })

  it('selects what is dragged over, and lets go of it by a click beside', () => {
    const { player, wave } = open()
    act(() => {
      wave?.dispatchEvent(pointer('pointerdown', 300))
      wave?.dispatchEvent(pointer('pointermove', 200))
      wave?.dispatchEvent(pointer('pointermove', 100))
      wave?.dispatchEvent(pointer('pointerup', 100))
    })
    expect(player.state.selection).toEqual({ startMs: 2_800, endMs: 8_400 })
    expect(screen.getByRole('slider', { name: 'Start of the selection' })).toBeTruthy()
    act(() => {
      wave?.dispatchEvent(pointer('pointerdown', 900))
      wave?.dispatchEvent(pointer('pointerup', 900))
    })
    expect(player.state.selection).toBeNull()
  })

  it('selects a turn by a double click, and from the sound on by Shift and a click', () => {
    const { player, wave } = open()
    act(
      () =>
        wave?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX: 500 })) as unknown as void,
    )
    expect(player.state.selection).toEqual({ startMs: 10_000, endMs: 40_000 })
    act(() => {
      player.select(null)
      player.seek(1_000)
      wave?.dispatchEvent(pointer('pointerdown', 100, { shiftKey: true }))
      wave?.dispatchEvent(pointer('pointerup', 100, { shiftKey: true }))
    })
    expect(player.state.selection).toEqual({ startMs: 1_000, endMs: 2_800 })
  })

  it('zooms by Ctrl and the wheel, and pans by the wheel alone', () => {
    const { wave } = open()
    act(() => wheel(wave, { deltaY: -400, ctrlKey: true, clientX: 0 }))
    expect(wave?.getAttribute('aria-label')).toBe('Waveform from 0:00 to 0:10')
    act(() => wheel(wave, { deltaX: 500 }))
    expect(wave?.getAttribute('aria-label')).toBe('Waveform from 0:05 to 0:15')
  })

  it('is as high as its slider and its keys say', async () => {
    open()
    const slider = screen.getByRole('slider', { name: 'Height of the waveform' })
    expect(slider).toHaveProperty('value', '0')
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowDown}{/Shift}{/Alt}')
    expect(slider).toHaveProperty('value', '1')
    act(() => slider.focus())
    await userEvent.keyboard('{ArrowUp}')
    expect(slider).toHaveProperty('value', '1.25')
  })

  it('has its position as a slider that keys move', async () => {
    const { player } = open()
    const head = screen.getByRole('slider', { name: 'Position' })
    act(() => player.seek(20_000))
    expect(head.getAttribute('aria-valuetext')).toBe('0:20 of 1:00')
    act(() => head.focus())
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}')
    expect(player.positionMs).toBeCloseTo(16_000)
    await userEvent.keyboard('[[')
    act(() => player.seek(18_000))
    await userEvent.keyboard(']')
    expect(player.state.selection).toEqual({ startMs: 16_000, endMs: 18_000 })
  })

  it('has a selection whose ends keys move', async () => {
    const { player } = open()
    act(() => player.select({ startMs: 5_000, endMs: 6_000 }))
    act(() => screen.getByRole('slider', { name: 'End of the selection' }).focus())
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}')
    expect(player.state.selection).toEqual({ startMs: 5_000, endMs: 7_200 })
  })
})

describe('the edges of the word at the caret', () => {
  const word = { target: { paragraphId: 'p2', wordId: 'p2.0' } }

  it('are moved by keys, a run of them as one step of undo', async () => {
    const { session } = open(word)
    act(() => screen.getByRole('slider', { name: 'Start of “One”' }).focus())
    await userEvent.keyboard('{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}')
    expect(session.applied.map(({ edits }) => edits[0])).toMatchObject([
      { kind: 'retime-word', wordId: 'p2.0', startMs: 9_990, endMs: 10_350 },
      { kind: 'retime-word', wordId: 'p2.0', startMs: 9_890, endMs: 10_350 },
    ])
    expect(session.applied[0]?.stepId).toBe(session.applied[1]?.stepId)
  })

  it('are moved by each of two keys that come before the page has shown the first', () => {
    const { session } = open(word)
    const start = screen.getByRole('slider', { name: 'Start of “One”' })
    act(() => {
      fireEvent.keyDown(start, { key: 'ArrowLeft' })
      fireEvent.keyDown(start, { key: 'ArrowLeft' })
    })
    expect(session.applied.map(({ edits }) => edits[0])).toMatchObject([
      { startMs: 9_990 },
      { startMs: 9_980 },
    ])
  })

  it('are dragged into the silence beside them, in one edit', async () => {
    const { session } = open(word)
    await waitFor(() => expect(screen.queryByText(/could not be loaded/)).toBeNull())
    const end = screen.getByRole('slider', { name: 'End of “One”' })
    const x = 10_350 / MS_PER_PIXEL
    fireEvent(end, pointer('pointerdown', x))
    fireEvent(end, pointer('pointermove', x + 10))
    fireEvent(end, pointer('pointermove', x - 1))
    fireEvent(end, pointer('pointerup', x - 1))
    expect(session.applied).toHaveLength(1)
    expect(session.applied[0]?.edits[0]).toMatchObject({ startMs: 10_000, endMs: 10_322 })
  })

  it('stay where they were when dragging is given up', () => {
    const { session } = open(word)
    const end = screen.getByRole('slider', { name: 'End of “One”' })
    fireEvent(end, pointer('pointerdown', 370))
    fireEvent(end, pointer('pointermove', 340))
    fireEvent.keyDown(end, { key: 'Escape' })
    fireEvent(end, pointer('pointerup', 340))
    expect(session.applied).toEqual([])
    expect(end.getAttribute('aria-valuenow')).toBe('10350')
  })

  it('are the paragraph’s where no word is named, and go with it', async () => {
    const { session } = open({ target: { paragraphId: 'p2', wordId: null } })
    expect(screen.getByRole('slider', { name: 'End of the paragraph' })).toBeTruthy()
    act(() => session.apply([{ kind: 'delete-paragraph', id: 'x', paragraphId: 'p2' }]))
    await waitFor(() => expect(screen.queryByRole('slider', { name: 'End of the paragraph' })).toBeNull())
  })
})

describe('the bar', () => {
  it('plays, skips, loops and follows', async () => {
    const { player } = open()
    await userEvent.click(screen.getByRole('button', { name: 'Play' }))
    expect(player.state.playing).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Forward 2 seconds' }))
    expect(player.positionMs).toBeCloseTo(2_000)
    await userEvent.click(screen.getByRole('button', { name: 'Follow' }))
    expect(player.state.following).toBe(false)
    // There is nothing to loop yet.
    expect(screen.queryByRole('button', { name: /^Loop/ })).toBeNull()
    act(() => player.select({ startMs: 0, endMs: 900 }))
    await userEvent.click(screen.getByRole('button', { name: 'Loop the selection' }))
    expect(player.state.looping).toBe(true)
  })

  it('sets the speed, which is remembered', async () => {
    const { player, house } = open()
    await waitFor(() => expect(house.calls.map(({ name }) => name)).toContain('program.preferences'))
    await userEvent.click(screen.getByRole('button', { name: 'Speed 1.0×' }))
    await userEvent.click(screen.getByRole('radio', { name: '1.5×' }))
    expect(player.state.rate).toBe(1.5)
    await waitFor(
      () =>
        expect(house.calls.find(({ name }) => name === 'program.setPreferences')?.input).toMatchObject({
          playback: { rate: 1.5, shortSkipMs: 2_000 },
        }),
      { timeout: 3_000 },
    )
  })
})

describe('a sound that is not there', () => {
  it('is said in place of the wave, with the way on', async () => {
    const onLocate = vi.fn<() => void>()
    open({ recording: recordingCard({ playable: false, missing: true }), onLocate })
    expect(screen.getByRole('alert').textContent).toContain('The original file was not found.')
    expect(screen.getByRole('button', { name: 'Play' }).getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(screen.getByRole('button', { name: 'Locate…' }))
    expect(onLocate).toHaveBeenCalled()
  })

  it('is no trouble while it is being prepared', () => {
    open({ recording: recordingCard({ playable: false }) })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText(/once its sound has been prepared/)).toBeTruthy()
  })
})
