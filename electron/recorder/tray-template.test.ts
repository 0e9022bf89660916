import { expect, it, vi } from 'vitest'
import type { RecorderView } from '#contracts/recorder-view'
import { trayTemplate } from './tray-template.ts'

const view: RecorderView = {
  language: 'en',
  title: 'Garden committee',
  elapsedMs: 62_000,
  isPaused: false,
  isStopping: false,
  line: 'Safe on disk',
  tone: 'safe',
  sources: [],
}
const commands = { command: vi.fn(), record: vi.fn(), smallWindow: vi.fn(), quit: vi.fn() }
const labels = (shown: RecorderView | null, language: 'en' | 'fr' = 'en') =>
  trayTemplate(shown, language, commands).flatMap(({ label }) => label ?? [])

it('offers to record while nothing is recorded', () => {
  expect(labels(null)).toEqual(['Record…', 'Show Parolo', 'Quit'])
  expect(labels(null, 'fr')).toEqual(['Enregistrer du son…', 'Afficher Parolo', 'Quitter'])
})

it('pauses, marks and stops the running recording', () => {
  const items = trayTemplate(view, 'en', commands)
  expect(labels(view)).toEqual([
    'Garden committee, recording',
    'Pause',
    'Moment',
    'Stop',
    'Small window',
    'Show Parolo',
    'Quit',
  ])
  for (const label of ['Pause', 'Moment', 'Stop', 'Show Parolo'])
    items.find((item) => item.label === label)?.click?.({} as never, undefined, {})
  expect(commands.command.mock.calls.flat()).toEqual(['turn', 'moment', 'stop', 'show'])
})

it('has nothing to press while the recording is being stopped', () => {
  const items = trayTemplate({ ...view, isStopping: true }, 'en', commands)
  expect(
    items
      .filter(({ label }) => ['Pause', 'Moment', 'Stop'].includes(label ?? ''))
      .map(({ enabled }) => enabled),
  ).toEqual([false, false, false])
  expect(labels({ ...view, isPaused: true })).toContain('Resume')
})
