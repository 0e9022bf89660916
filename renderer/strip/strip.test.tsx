// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { RecorderView } from '#contracts/recorder-view'
import { Strip } from './strip.tsx'

afterEach(cleanup)

const view: RecorderView = {
  language: 'en',
  title: 'Garden committee',
  elapsedMs: 2_530_000,
  isPaused: false,
  isStopping: false,
  line: 'Safe on disk',
  tone: 'safe',
  sources: [
    { name: 'Microphone', role: 'microphone', voice: 1, levelDb: -18, peakDb: -6, clips: 0 },
    { name: 'This computer’s sound', role: 'system', voice: 2, levelDb: -120, peakDb: -120, clips: 0 },
  ],
}

function open() {
  let show: (shown: RecorderView | null) => void = () => undefined
  const invoke = vi.fn(() => Promise.resolve({ kind: 'done' as const, output: null as never }))
  render(
    <Strip
      bridge={{
        invoke,
        onRecorder: (listener) => {
          show = listener
          return () => undefined
        },
      }}
    />,
  )
  return { invoke, show: (shown: RecorderView | null) => act(() => show(shown)) }
}

it('shows time, state and levels, and asks the page to pause, mark, stop and show itself', async () => {
  const { invoke, show } = open()
  expect(document.body.textContent).toBe('')
  show(view)
  const main = screen.getByRole('main', { name: 'Recording: Garden committee' })
  expect(main.textContent).toContain('42:10')
  expect(main.textContent).toContain('Safe on disk')
  expect(screen.getAllByRole('meter').map((meter) => meter.getAttribute('aria-valuenow'))).toEqual([
    '-18',
    '-60',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  await userEvent.click(screen.getByRole('button', { name: 'Moment' }))
  expect(main.textContent).toContain('Marked at 42:10')
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await userEvent.click(screen.getByRole('button', { name: '42:10 recorded. Show Parolo' }))
  expect(invoke.mock.calls).toEqual(
    ['turn', 'moment', 'stop', 'show'].map((command) => ['recorder-command', command]),
  )
})

it('takes text for the moment that was marked, by Enter or on leaving, and none by Escape', async () => {
  const { invoke, show } = open()
  show(view)
  const field = () => screen.queryByRole('textbox', { name: 'Text (Enter)' })
  for (const [keys, saved] of [
    ['The fee stays{Enter}', 'The fee stays'],
    ['wrong{Escape}', null],
    ['{Enter}', null],
  ] as const) {
    invoke.mockClear()
    await userEvent.click(screen.getByRole('button', { name: 'Moment' }))
    expect(document.activeElement).toBe(field())
    await userEvent.keyboard(keys)
    expect(field()).toBeNull()
    expect(invoke.mock.calls).toEqual([
      ['recorder-command', 'moment'],
      ...(saved === null ? [] : [['moment-text', { text: saved }]]),
    ])
  }
  await userEvent.click(screen.getByRole('button', { name: 'Moment' }))
  await userEvent.keyboard('Left')
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  expect(invoke.mock.calls).toContainEqual(['moment-text', { text: 'Left' }])
})

it('resumes what is paused, in the language of the page, and takes nothing while it stops', () => {
  const { show } = open()
  show({ ...view, language: 'fr', isPaused: true, line: 'En pause', tone: 'plain' })
  expect(screen.getByRole('button', { name: 'Reprendre' })).toBeTruthy()
  show({ ...view, isStopping: true })
  expect(screen.getByRole('button', { name: 'Pause' }).getAttribute('aria-disabled')).toBe('true')
})
