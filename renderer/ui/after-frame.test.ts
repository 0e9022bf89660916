// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterFrame, notifiedAfterFrame } from './after-frame.ts'

let frames: Map<number, () => void>
let asked = 0

beforeEach(() => {
  vi.useFakeTimers()
  frames = new Map()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    frames.set(++asked, run)
    return asked
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
  press()
})
afterEach(() => {
  vi.advanceTimersByTime(1_000)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function press(): void {
  window.dispatchEvent(new Event('keydown'))
}

function draw(): void {
  for (const [frame, run] of frames) {
    frames.delete(frame)
    run()
  }
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

  it('asks for no frame where no input waits for one', () => {
    vi.advanceTimersByTime(60)
    const ran = vi.fn()
    afterFrame(ran)
    expect(frames.size).toBe(0)
    expect(ran).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(ran).toHaveBeenCalledOnce()
  })

  it('lets a key that comes meanwhile be drawn first', () => {
    vi.advanceTimersByTime(60)
    const ran: string[] = []
    afterFrame(() => ran.push('answer'))
    press()
    afterFrame(() => ran.push('key'))
    vi.advanceTimersByTime(5)
    expect(ran).toEqual([])
    draw()
    expect(ran).toEqual(['answer', 'key'])
  })

  it('does not wait for frames that never come', () => {
    const ran = vi.fn()
    afterFrame(ran)
    vi.advanceTimersByTime(200)
    expect(ran).toHaveBeenCalledOnce()
    draw()
    expect(ran).toHaveBeenCalledOnce()
  })

  it('leaves no frame behind that never came, nor takes it for that of the next', () => {
    for (let round = 0; round < 3; round += 1) {
      afterFrame(() => undefined)
      vi.advanceTimersByTime(200)
    }
    expect(frames.size).toBe(0)
  })

  it('runs the others where one fails, and those that come later', () => {
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    const ran = vi.fn()
    const error = new Error('this one')
    afterFrame(() => {
      throw error
    })
    afterFrame(ran)
    draw()
    expect(ran).toHaveBeenCalledOnce()
    expect(reported).toHaveBeenCalledWith(error)
    afterFrame(ran)
    draw()
    expect(ran).toHaveBeenCalledTimes(2)
  })

  it('does not run what an earlier one called off', () => {
    const ran = vi.fn()
    let callOff = (): void => undefined
    afterFrame(() => callOff())
    const off = afterFrame(ran)
    callOff = off
    draw()
    expect(ran).not.toHaveBeenCalled()
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
    const stop = notifiedAfterFrame((listener) => {
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
