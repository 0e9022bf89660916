import { describe, expect, it } from 'vitest'
import { verdictOf } from './attempts.ts'
import { archiveStatus, type AttemptCost, type StatusFacts } from './status.ts'

const HOUR = 3_600_000
const cost = (sha256: string, from: number, to: number, more: Partial<AttemptCost> = {}): AttemptCost => ({
  sha256,
  key: 'k',
  outcome: 'done',
  startedAtMs: from * HOUR,
  endedAtMs: to * HOUR,
  durationMs: HOUR,
  cores: 2,
  cpuMs: 0,
  wattHours: 1.5,
  energySource: 'estimated',
  peakBytes: 0,
  processor: '',
  host: '',
  version: '',
  ...more,
})
const facts: StatusFacts = {
  recordings: ['a', 'b', 'c', 'd'].map((sha256) => ({ sha256, durationMs: HOUR })),
  done: new Set(),
  failed: new Set(),
  running: new Set(),
  refused: 3,
  costs: [],
  nowMs: 100 * HOUR,
  price: null,
}

describe('the status of an archive', () => {
  it('is without rate and time left before anything is done', () => {
    expect(archiveStatus(facts)).toEqual({
      total: 4,
      done: 0,
      running: 0,
      failed: 0,
      refused: 3,
      hours: { done: 0, total: 4 },
      rate: null,
      secondsLeft: null,
      coreHours: 0,
      wattHours: 0,
      cost: null,
    })
  })

  it('counts a recording once: done before failed before running', () => {
    const { done, failed, running } = archiveStatus({
      ...facts,
      done: new Set(['a', 'of another plan']),
      failed: new Set(['a', 'b']),
      running: new Set(['a', 'b', 'c']),
    })
    expect({ done, failed, running }).toEqual({ done: 1, failed: 1, running: 1 })
  })

  it('has the rate of the last hour, and the time left at it', () => {
    const status = archiveStatus({
      ...facts,
      done: new Set(['a', 'b']),
      // Half of b was before the last hour.
      costs: [cost('a', 10, 11), cost('b', 98.5, 99.5)],
    })
    expect(status.rate).toBeCloseTo(0.5)
    expect(status.secondsLeft).toBe(4 * 3600)
  })

  it('has the rate of its last hour of work where it stands still, and that of a shorter time at its start', () => {
    expect(archiveStatus({ ...facts, done: new Set(['a']), costs: [cost('a', 10, 10.25)] }).rate).toBeCloseTo(
      4,
    )
    const young = { ...facts, nowMs: 10.5 * HOUR, done: new Set(['a']), costs: [cost('a', 10, 10.25)] }
    expect(archiveStatus(young).rate).toBeCloseTo(2)
  })

  it('has nothing left once all are done or dead letters', () => {
    const over = {
      ...facts,
      done: new Set(['a', 'b', 'c']),
      failed: new Set(['d']),
      costs: [cost('a', 1, 2)],
    }
    expect(archiveStatus(over).secondsLeft).toBe(0)
    // The rate while it worked; it does not decay each time it is read.
    expect(archiveStatus({ ...over, nowMs: 2.5 * HOUR }).rate).toBe(1)
  })

  it('adds up core-hours, energy and cost of all attempts', () => {
    const status = archiveStatus({
      ...facts,
      price: 0.02,
      costs: [cost('a', 10, 10.5), cost('b', 10, 11, { outcome: 'fault', cores: 1 })],
    })
    expect(status).toMatchObject({ coreHours: 2, wattHours: 3, cost: 0.04 })
  })
})

describe('what to do with a recording', () => {
  const [f, i, r] = ['fault', 'interrupted', 'running'] as const
  it.each([
    ['try', []],
    ['try', [f, f]],
    ['faults', [f, i, f, i, f]],
    ['try', [i, i, i, i]],
    ['interrupted', [i, i, i, i, i]],
    ['try', [i, i, i, f, i, i]],
    ['interrupted', [f, i, i, r, i, i, i]],
    ['try', [r, r, r, r, r, r]],
  ] as const)('is to %s after %j', (verdict, states) => {
    expect(verdictOf(states)).toBe(verdict)
  })
})
