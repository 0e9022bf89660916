import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterFrame, heardAfterFrame } from './after-frame.ts'

let frames: (() => void)[]

beforeEach(() => {
  vi.useFakeTimers()
  frames = []
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
})
afterEach(() => {
  vi.advanceTimersByTime(1_000)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function draw(): void {
  for (const run of frames.splice(0)) run()
  vi.advanceTimersByTime(1)
}

describe('afterFrame', () => {
  it('runs all that waits once the next frame is drawn, once', () => {
    const ran: string[] = []
    afterFrame(() => ran.push('a'))
    afterFrame(() => ran.push('b'))
    expect(ran).toEqual([])
    draw()
    expect(ran).toEqual(['a', 'b'])
    draw()
    expect(ran).toEqual(['a', 'b'])
  })

  it('does not wait for frames that never come', () => {
    const ran = vi.fn()
    afterFrame(ran)
    vi.advanceTimersByTime(200)
    expect(ran).toHaveBeenCalledOnce()
    draw()
    expect(ran).toHaveBeenCalledOnce()
  })

  it('does not run what is called off', () => {
    const ran = vi.fn()
    afterFrame(ran)()
    draw()
    expect(ran).not.toHaveBeenCalled()
  })
})

describe('heardAfterFrame', () => {
  it('tells of several changes once, and of none after its end', () => {
    const listeners = new Set<() => void>()
    const heard = vi.fn()
    const stop = heardAfterFrame((listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    })(heard)
    const change = (): void => {
      for (const listener of listeners) listener()
    }
    change()
    change()
    expect(heard).not.toHaveBeenCalled()
    draw()
    expect(heard).toHaveBeenCalledOnce()
    change()
    stop()
    draw()
    expect(heard).toHaveBeenCalledOnce()
    expect(listeners.size).toBe(0)
  })
})
