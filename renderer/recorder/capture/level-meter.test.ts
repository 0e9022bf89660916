import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearClips, type Meter, meterShare, newMeter, nextMeter } from './level-meter.ts'

const loud = { peak: 0.5, clipped: 0 }
const feed = (meter: Meter, blocks: readonly { peak: number; clipped: number; atMs: number }[]): Meter =>
  blocks.reduce(nextMeter, meter)

describe('a meter', () => {
  it('shows a level at once and lets it fall slowly', () => {
    const risen = nextMeter(newMeter(0), { ...loud, atMs: 80 })
    expect(risen.levelDb).toBeCloseTo(-6.02, 2)
    const fallen = nextMeter(risen, { peak: 0, clipped: 0, atMs: 580 })
    expect(fallen.levelDb).toBeCloseTo(-18.02, 2)
    expect(nextMeter(fallen, { ...loud, atMs: 660 }).levelDb).toBeCloseTo(-6.02, 2)
  })

  it('holds its peak for a moment', () => {
    const quiet = { peak: 0.1, clipped: 0 }
    const held = feed(newMeter(0), [
      { ...loud, atMs: 0 },
      { ...quiet, atMs: 1_400 },
    ])
    expect(held.peakDb).toBeCloseTo(-6.02, 2)
    expect(nextMeter(held, { ...quiet, atMs: 1_500 }).peakDb).toBeCloseTo(-20, 2)
  })

  it('holds clipping until it is cleared; samples close together are one time', () => {
    const clip = { peak: 1, clipped: 3 }
    const clipped = feed(newMeter(0), [
      { ...clip, atMs: 1_000 },
      { ...clip, atMs: 1_080 },
      { ...loud, atMs: 1_160 },
      { ...clip, atMs: 3_000 },
      { ...loud, atMs: 60_000 },
    ])
    expect([clipped.clips, clipped.clippedAtMs]).toEqual([2, 3_000])
    expect(clearClips(clipped).clips).toBe(0)
  })

  it('knows since when it is silent, and since when there is nothing at all', () => {
    const noise = { peak: 0.0005, clipped: 0 }
    const meter = feed(newMeter(0), [
      { ...loud, atMs: 100 },
      { ...noise, atMs: 200 },
      { peak: 0, clipped: 0, atMs: 300 },
      { peak: 0, clipped: 0, atMs: 400 },
    ])
    expect([meter.silentSinceMs, meter.zeroSinceMs]).toEqual([200, 300])
    expect(nextMeter(meter, { ...loud, atMs: 500 })).toMatchObject({ silentSinceMs: null, zeroSinceMs: null })
  })

  it('stays on its scale', () => {
    const block = fc.record({
      peak: fc.double({ min: 0, max: 2, noNaN: true }),
      clipped: fc.nat(10),
      atMs: fc.nat(100_000),
    })
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const meter = feed(
          newMeter(0),
          blocks.toSorted((a, b) => a.atMs - b.atMs),
        )
        for (const db of [meter.levelDb, meter.peakDb]) {
          expect(meterShare(db)).toBeGreaterThanOrEqual(0)
          expect(meterShare(db)).toBeLessThanOrEqual(1)
        }
        expect(meter.clips).toBeLessThanOrEqual(blocks.filter(({ clipped }) => clipped > 0).length)
      }),
    )
  })
})
