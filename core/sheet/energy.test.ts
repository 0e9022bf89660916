import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedEnergy, measuredEnergy, screenMinutes, sumEnergy } from './energy.ts'

describe('energy', () => {
  it('of an unknown processor is 4 W a thread: 180 s are 0.2 Wh', () => {
    const { mostWattHours, ...energy } = estimatedEnergy(180_000)
    expect(energy).toEqual({ source: 'estimated', wattHours: 0.2, leastWattHours: 0.1 })
    expect(mostWattHours).toBeCloseTo(0.35)
  })

  it('that was counted is divided by busy time', () => {
    const energy = measuredEnergy({ joules: 7_200, cpuMs: 30_000, busyMs: 60_000, capacityMs: 120_000 })
    expect(energy).toEqual({ source: 'measured', wattHours: 1, leastWattHours: 0.5, mostWattHours: 2 })
  })

  it('is within its range, whatever was read', () => {
    const ms = fc.double({ min: 0, max: 1e8, noNaN: true })
    fc.assert(
      fc.property(ms, ms, ms, ms, (joules, cpuMs, busyMs, capacityMs) => {
        for (const energy of [
          measuredEnergy({ joules, cpuMs, busyMs, capacityMs }),
          estimatedEnergy(cpuMs),
        ]) {
          expect(energy.leastWattHours).toBeLessThanOrEqual(energy.wattHours)
          expect(energy.wattHours).toBeLessThanOrEqual(energy.mostWattHours)
        }
      }),
    )
  })

  it('of several runs is their sum, estimated if one is', () => {
    const measured = measuredEnergy({ joules: 3_600, cpuMs: 1, busyMs: 1, capacityMs: 1 })
    expect(sumEnergy([])).toBeNull()
    expect(sumEnergy([measured, measured])).toMatchObject({ source: 'measured', wattHours: 2 })
    expect(sumEnergy([measured, estimatedEnergy(180_000)])).toMatchObject({
      source: 'estimated',
      wattHours: 1.2,
    })
  })

  it('as minutes of a screen of 5 W', () => {
    expect(screenMinutes(2.5)).toBe(30)
  })
})
