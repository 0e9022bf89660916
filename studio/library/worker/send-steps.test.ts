import { expect, it } from 'vitest'
import type { OpeningStep } from '../opening-step.ts'
import { sendSteps } from './send-steps.ts'

it('sends each step of a large library, what is done a few times a second, and its end', () => {
  const sent: unknown[] = []
  let now = 0
  const send = sendSteps(
    (message) => message.kind === 'opening' && sent.push([message.step.step, message.step.doneBytes]),
    () => now,
  )
  const at = (ms: number, step: OpeningStep['step'], doneBytes: number, totalBytes = 1e9) => {
    now = ms
    send({ step, doneBytes, totalBytes })
  }
  at(0, 'copy', 0, 50e6)
  at(0, 'check', 0)
  at(10, 'copy', 0)
  at(20, 'copy', 1e8)
  at(250, 'copy', 4e8)
  at(260, 'copy', 1e9)
  at(270, 'change', 0)
  expect(sent).toEqual([
    ['check', 0],
    ['copy', 0],
    ['copy', 4e8],
    ['copy', 1e9],
    ['change', 0],
  ])
})
