import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { ChildStop, LEFT_AFTER_MS } from './child-stop.ts'

afterEach(() => vi.useRealTimers())

/** A process that prints nothing and does not exit by itself. */
function waiting(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void process.kill(child.pid ?? 0, 'SIGKILL'))
  return child
}

const stalled = new Fault('media.stalled', { file: 'a.mp4' })

it('leaves behind a killed process that does not end, with the first reason that there was', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const child = waiting()
  // Like one that waits for an unresponsive drive.
  const kill = vi.spyOn(child, 'kill').mockReturnValue(true)
  const stop = new ChildStop(child)
  const left = stop.left.catch((error: unknown) => error)
  stop.stop(stalled)
  stop.stop(new Fault('job.cancelled'))
  expect(kill).toHaveBeenCalledTimes(1)
  expect(stop.reason).toBe(stalled)
  vi.advanceTimersByTime(LEFT_AFTER_MS)
  expect(await left).toBe(stalled)
  expect([child.stdout?.destroyed, child.stderr?.destroyed, child.exitCode]).toEqual([true, true, null])
})

it('leaves alone a process that ends', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = new ChildStop(child)
  const onLeft = vi.fn()
  stop.left.catch(onLeft)
  const closed = once(child, 'close')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  stop.stop(stalled)
  await closed
  await vi.advanceTimersByTimeAsync(LEFT_AFTER_MS)
  expect(onLeft).not.toHaveBeenCalled()
})
