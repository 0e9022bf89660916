import { spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { expect, it, onTestFinished } from 'vitest'
import { lowerPriority, withLowPriority } from './low-priority.ts'

async function startedChild() {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  return child
}

it('lowers the priority of engines that are started while it is chosen', async () => {
  const processes = [await startedChild(), await startedChild()]
  let isLow = false
  let started = 0
  const start = withLowPriority(
    () => ({ pid: processes[started++]?.pid }),
    () => isLow,
  )
  const usual = os.getPriority(start(null).pid)
  isLow = true
  expect(os.getPriority(start(null).pid)).toBeGreaterThan(usual)
  expect(os.getPriority(processes[0]?.pid)).toBe(usual)
})

it('leaves a process alone that has ended or was not started', async () => {
  const child = await startedChild()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(() => lowerPriority(child.pid)).not.toThrow()
  expect(() => lowerPriority(undefined)).not.toThrow()
})
