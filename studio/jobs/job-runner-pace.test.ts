import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steps } from '#contracts/progress'
import { JobPace } from './job-runner-pace.ts'
import { wholeFraction } from './step-shares.ts'

describe('the whole way', () => {
  it('rises from nothing to all, step by step, with and without a second look', () => {
    for (const quick of [false, true]) {
      const places = steps
        .filter((step) => !(quick && step === 'second-look'))
        .flatMap((step) => [0, 0.5, 1].map((fraction) => wholeFraction(step, fraction, quick)))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places[0]).toBe(0)
      expect(places.at(-1)).toBeCloseTo(1, 10)
    }
  })

  it('stays between nothing and all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...steps),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (step, fraction, quick) => {
          const whole = wholeFraction(step, fraction, quick)
          expect(whole).toBeGreaterThanOrEqual(0)
          expect(whole).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('time left', () => {
  it('is unknown until a few seconds have told something', () => {
    const pace = new JobPace()
    expect(pace.secondsLeft('j', false, 0)).toBeNull()
    pace.note('j', 'words', 0.1, 0)
    pace.note('j', 'words', 0.2, 1_000)
    expect(pace.secondsLeft('j', false, 1_000)).toBeNull()
  })

  it('follows the pace of now, not that of the steps before', () => {
    const pace = new JobPace()
    // Speakers took for ever; words go a hundredth a second.
    pace.note('j', 'speakers', 0, 0)
    pace.note('j', 'speakers', 1, 600_000)
    for (let second = 0; second <= 60; second++)
      pace.note('j', 'words', second / 100, 600_000 + second * 1_000)
    const whole = wholeFraction('words', 0.6)
    const perSecond = (wholeFraction('words', 0.6) - wholeFraction('words', 0.1)) / 50
    const left = pace.secondsLeft('j', false, 660_000) ?? 0
    expect(Math.abs(left - (1 - whole) / perSecond)).toBeLessThan(3)
  })

  it('counts down between two tellings, never below nothing, and begins anew with a run', () => {
    const pace = new JobPace()
    pace.note('j', 'words', 0, 0)
    pace.note('j', 'words', 0.5, 10_000)
    const at = (ms: number) => pace.secondsLeft('j', true, ms) ?? NaN
    expect(at(10_000) - at(13_000)).toBe(3)
    expect(at(10_000_000)).toBe(0)
    pace.forget('j')
    expect(pace.secondsLeft('j', true, 10_000)).toBeNull()
  })
})
