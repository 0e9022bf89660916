import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { createLeaseHeartbeats } from './lease-heartbeats.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a kept lease', () => {
  it('beats at once and every second, longer than a lease may be silent', () => {
    const heartbeat = vi.fn()
    const heartbeats = createLeaseHeartbeats(heartbeat)
    heartbeats.calls.keepLease(7)
    vi.advanceTimersByTime(10_000)
    expect(heartbeat.mock.calls).toEqual(Array.from({ length: 11 }, () => [7]))
    heartbeats.stop()
    vi.advanceTimersByTime(10_000)
    expect(heartbeat).toHaveBeenCalledTimes(11)
  })

  it('beats on where the library was busy, and no more once it is lost', () => {
    const heartbeat = vi.fn()
    createLeaseHeartbeats(heartbeat).calls.keepLease(7)
    heartbeat.mockImplementationOnce(() => {
      throw new Fault('library.busy', { folder: 'here' })
    })
    vi.advanceTimersByTime(2_000)
    expect(heartbeat).toHaveBeenCalledTimes(3)
    heartbeat.mockImplementation(() => {
      throw new Fault('job.lease-lost', { lease: 7 })
    })
    vi.advanceTimersByTime(5_000)
    expect(heartbeat).toHaveBeenCalledTimes(4)
  })
})
