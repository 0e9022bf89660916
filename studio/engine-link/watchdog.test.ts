import { describe, expect, it } from 'vitest'
import { isKeptWaiting, Watchdog } from './watchdog.ts'

describe('Watchdog', () => {
  it('is most patient before anything was measured: models warm up', () => {
    expect(new Watchdog().timeoutSeconds(10)).toBe(120)
  })

  it('waits a multiple of what sound of that length took', () => {
    const watchdog = new Watchdog(1)
    watchdog.learn(10, 2)
    expect(watchdog.timeoutSeconds(10)).toBe(30)
    expect(watchdog.timeoutSeconds(20)).toBe(60)
    watchdog.learn(10, 1)
    expect(watchdog.timeoutSeconds(10)).toBe(30)
  })

  it('never waits less than its least: another program may hold the machine', () => {
    const watchdog = new Watchdog()
    watchdog.learn(15, 0.1)
    expect(watchdog.timeoutSeconds(15)).toBe(20)
    expect(watchdog.timeoutSeconds(0.1)).toBe(20)
  })
})

describe('isKeptWaiting', () => {
  const at = (seconds: number, cpuSeconds: number | null) => ({
    atMs: seconds * 1_000,
    cpuMs: cpuSeconds === null ? null : cpuSeconds * 1_000,
  })
  it.each([
    ['works on a fraction of a core', at(100, 5), at(100, 5), at(121, 8), true],
    ['has done nothing since it was asked', at(100, 5), at(100, 5), at(121, 5.1), false],
    ['has stopped since the last look', at(100, 5), at(121, 8), at(142, 8.2), false],
    ['has used as much as it may', at(100, 5), at(121, 15), at(142, 25), false],
    ['cannot be looked at', at(100, null), at(100, null), at(121, null), false],
  ])('an engine that %s', (_name, sent, last, now, waits) => {
    expect(isKeptWaiting(20, sent, last, now)).toBe(waits)
  })
})
