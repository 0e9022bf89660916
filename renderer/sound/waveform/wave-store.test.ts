import { beforeEach, describe, expect, it } from 'vitest'
import { createWaveStore, type WaveStore } from './wave-store.ts'
import { endOf } from './wave-view.ts'

let wave: WaveStore
beforeEach(() => {
  wave = createWaveStore()
  wave.setExtent({ durationMs: 600_000, width: 1_000 })
})

const seen = (ms: number): boolean => {
  const { view, extent } = wave.state
  return ms >= view.startMs && ms <= endOf(view, extent.width)
}

describe('the wave’s view', () => {
  it('begins at the beginning with about half a minute', () => {
    expect(wave.state.view.startMs).toBe(0)
    expect(endOf(wave.state.view, 1_000)).toBeGreaterThan(20_000)
    expect(endOf(wave.state.view, 1_000)).toBeLessThan(60_000)
  })

  it('turns pages with the sound', () => {
    wave.follow(100_000)
    expect(seen(100_000)).toBe(true)
    const { view } = wave.state
    wave.follow(101_000)
    expect(wave.state.view).toBe(view)
  })

  it('stays where the person panned until the sound is sought again', () => {
    wave.pan(10_000)
    const { view } = wave.state
    wave.follow(20_000)
    expect(wave.state.view).toBe(view)
    wave.show(20_000)
    expect(seen(20_000)).toBe(true)
    wave.follow(100_000)
    expect(seen(100_000)).toBe(true)
  })

  it('takes up the pages again where the sound comes into sight by itself', () => {
    wave.pan(1_000)
    const { view } = wave.state
    wave.follow(view.startMs + 1_000)
    wave.follow(endOf(view, 1_000) + 1_000)
    expect(seen(endOf(view, 1_000) + 1_000)).toBe(true)
  })

  it('keeps its size when the window changes', () => {
    wave.zoom(0.5, 0)
    const { msPerPixel } = wave.state.view
    wave.setExtent({ durationMs: 600_000, width: 700 })
    expect(wave.state.view.msPerPixel).toBe(msPerPixel)
  })

  it('tells nobody of what changes nothing', () => {
    let reported = 0
    wave.subscribe(() => reported++)
    wave.pan(-500)
    const after = reported
    wave.pan(-500)
    wave.setExtent({ durationMs: 600_000, width: 1_000 })
    expect(reported).toBe(after)
  })
})

it('peaks are drawn from once to sixteen times as high', () => {
  const factors = [0.1, 1, 3, 16, 99].map((factor) => {
    wave.heighten(factor)
    return wave.state.heightening
  })
  expect(factors).toEqual([1, 1, 3, 16, 16])
})
