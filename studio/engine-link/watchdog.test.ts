import { describe, expect, it } from 'vitest'
import { Watchdog } from './watchdog.ts'

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
