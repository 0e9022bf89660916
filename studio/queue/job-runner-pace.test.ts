import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Step, steps } from '#contracts/progress'
import { JobPace, type WholeFraction } from './job-runner-pace.ts'
import { uncountedSteps, wholeFraction } from '../recognition/step-shares.ts'

const wholeOf =
  (quick: boolean): WholeFraction =>
  (step, fraction) =>
    wholeFraction(Step.parse(step), fraction, uncountedSteps({ quick }))
const all = wholeOf(false)
const quickly = wholeOf(true)

describe('the whole way', () => {
  it('rises from nothing to all, step by step, with and without a second look', () => {
    for (const quick of [false, true]) {
      const places = steps
        .filter((step) => !(quick && step === 'second-look'))
        .flatMap((step) =>
          [0, 0.5, 1].map((fraction) => wholeFraction(step, fraction, uncountedSteps({ quick }))),
        )
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places[0]).toBe(0)
      expect(places.at(-1)).toBeCloseTo(1, 10)
    }
  })

  it('of a range counts from where the sound is decoded, as decoding takes as long as for the whole', () => {
    const ranged = uncountedSteps({ quick: false, fromMs: 3_000 })
    expect(wholeFraction('sound', 0.9, ranged)).toBe(0)
    expect(wholeFraction('regions', 0, ranged)).toBe(0)
    expect(wholeFraction('paragraphs', 1, ranged)).toBeCloseTo(1, 10)
  })

  it('stays between nothing and all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...steps),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (step, fraction, quick) => {
          const whole = wholeFraction(step, fraction, uncountedSteps({ quick }))
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
    expect(pace.secondsLeft('j', all, 0)).toBeNull()
    pace.note('j', 'words', 0.1, 0)
    pace.note('j', 'words', 0.2, 1_000)
    expect(pace.secondsLeft('j', all, 1_000)).toBeNull()
  })

  it('follows the pace of now, not that of the steps before', () => {
    const pace = new JobPace()
    // Speakers took very long; words progress by a hundredth per second.
    pace.note('j', 'speakers', 0, 0)
    pace.note('j', 'speakers', 1, 600_000)
    for (let second = 0; second <= 60; second++)
      pace.note('j', 'words', second / 100, 600_000 + second * 1_000)
    const whole = wholeFraction('words', 0.6)
    const perSecond = (wholeFraction('words', 0.6) - wholeFraction('words', 0.1)) / 50
    const left = pace.secondsLeft('j', all, 660_000) ?? 0
    expect(Math.abs(left - (1 - whole) / perSecond)).toBeLessThan(3)
  })

  it('goes by the step before until its own has told something', () => {
    const pace = new JobPace()
    for (let second = 0; second <= 40; second++) pace.note('j', 'speakers', second / 40, second * 1_000)
    pace.note('j', 'words', 0, 41_000)
    const share = wholeFraction('speakers', 1) - wholeFraction('speakers', 0)
    const left = pace.secondsLeft('j', all, 41_000) ?? 0
    expect(Math.abs(left - ((1 - wholeFraction('words', 0)) / share) * 40)).toBeLessThan(3)
  })

  it('after a restart is that of what is left: what was finished before says nothing', () => {
    const pace = new JobPace()
    // Three fifths are read in a second; then a hundredth every four seconds.
    for (let tick = 0; tick <= 6; tick++) pace.note('j', 'words', tick / 10, tick * 150)
    for (let chunk = 1; chunk <= 5; chunk++) pace.note('j', 'words', 0.6 + chunk / 100, 900 + chunk * 4_000)
    const left = pace.secondsLeft('j', quickly, 20_900) ?? 0
    // 35 hundredths of the words, and little after them.
    expect(left).toBeGreaterThanOrEqual(140)
    expect(left).toBeLessThan(160)
  })

  it('counts down by no more than the next telling, and begins anew with a run', () => {
    const pace = new JobPace()
    for (let second = 0; second <= 10; second++) pace.note('j', 'words', second / 100, second * 1_000)
    const at = (ms: number) => pace.secondsLeft('j', quickly, ms) ?? NaN
    expect(at(10_000) - at(11_000)).toBe(1)
    expect(at(10_000_000)).toBe(at(11_000))
    pace.forget('j')
    expect(pace.secondsLeft('j', quickly, 10_000)).toBeNull()
  })

  it('is never less than a minute for over a minute', () => {
    const pace = new JobPace()
    const reported = fc.array(
      fc.record({
        afterMs: fc.integer({ min: 100, max: 40_000 }),
        made: fc.double({ min: 0, max: 0.2, noNaN: true }),
      }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(reported, fc.boolean(), (tellings, quick) => {
        pace.forget('j')
        let [atMs, fraction] = [0, 0]
        let sinceMs: number | null = null
        let longestMs = 0
        for (const { afterMs, made } of tellings) {
          for (let ms = 0; ms < afterMs; ms += 500) {
            const left = pace.secondsLeft('j', wholeOf(quick), atMs + ms)
            if (left === null || left >= 60) sinceMs = null
            else sinceMs ??= atMs + ms
            longestMs = Math.max(longestMs, atMs + ms - (sinceMs ?? atMs + ms))
          }
          atMs += afterMs
          fraction = Math.min(1, fraction + made)
          pace.note('j', 'words', fraction, atMs)
        }
        expect(longestMs).toBeLessThanOrEqual(60_500)
      }),
      { numRuns: 50 },
    )
  })
})
