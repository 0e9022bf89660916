import { expect, test } from 'vitest'
import { stageSeconds } from './stage-seconds.ts'

const line = (at: number, step: string, fraction: number) => ({
  at,
  text: JSON.stringify({ type: 'progress', file: 'a.wav', kind: 'step', step, fraction }),
})

test('time goes to the step whose line ends it, and nothing is lost', () => {
  const lines = [
    line(1, 'sound', 0.5),
    line(3, 'regions', 1),
    { at: 3.5, text: JSON.stringify({ type: 'note', message: 'something else' }) },
    line(4, 'words', 0.5),
    line(6, 'words', 1),
  ]
  const seconds = stageSeconds(lines, 7)
  expect(seconds.get('start')).toBe(1)
  expect(seconds.get('regions')).toBe(2)
  expect(seconds.get('words')).toBe(3)
  expect(seconds.get('second-look')).toBe(0)
  expect(seconds.get('end')).toBe(1)
  expect([...seconds.values()].reduce((sum, one) => sum + one, 0)).toBe(7)
})
