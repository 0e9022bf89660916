import { describe, expect, it } from 'vitest'
import { costAnHour } from './cost-an-hour.ts'
import { estimatedEnergy } from './energy.ts'
import { energyByMonth } from './energy-by-month.ts'
import type { RunDetails, StoredRunCost } from './run-cost.ts'

const details: RunDetails = {
  isQuick: false,
  soundMs: 1_800_000,
  models: [{ role: 'recogniser', id: 'm', name: 'M', licence: 'MIT', files: [], isKnown: true }],
}

const run = (changes: Partial<StoredRunCost> = {}): StoredRunCost => ({
  kind: 'transcribe',
  startedAtMs: Date.UTC(2026, 10, 3),
  wallMs: 300_000,
  cpuMs: 900_000,
  peakBytes: 1,
  memoryBytes: 2,
  energy: estimatedEnergy(900_000),
  outcome: 'done',
  connections: 0,
  sentBytes: 0,
  receivedBytes: 0,
  unmeasured: [],
  details,
  ...changes,
})

it('energy is added up by month, also of what failed', () => {
  const december = Date.UTC(2026, 11, 1)
  const months = energyByMonth([run(), run({ outcome: 'failed' }), run({ startedAtMs: december })], (ms) =>
    new Date(ms).toISOString().slice(0, 7),
  )
  expect(months).toMatchObject([
    { month: '2026-12', runs: 1, energy: { wattHours: 1 } },
    { month: '2026-11', runs: 2, energy: { wattHours: 2, leastWattHours: 1, mostWattHours: 3.5 } },
  ])
  expect(energyByMonth([], () => '')).toEqual([])
})

describe('what an hour of sound costs', () => {
  it('is the median of whole runs with that model and those passes', () => {
    const slow = run({ wallMs: 3_600_000, energy: estimatedEnergy(9_000_000) })
    const quick = run({ wallMs: 60_000, details: { ...details, isQuick: true } })
    expect(costAnHour([run(), run(), slow, quick], 'm', false)).toEqual({
      minutes: 10,
      wattHours: 2,
      runs: 3,
    })
    expect(costAnHour([run(), quick], 'm', true)).toMatchObject({ minutes: 2, runs: 1 })
  })

  it.each([
    ['another model', { details: { ...details, models: [] } }],
    ['another kind of task', { kind: 'second-opinion' }],
    ['a run that was stopped', { outcome: 'stopped' }],
    ['texts of an earlier run', { details: { ...details, reusedTexts: 1 } }],
    ['a recording of seconds', { details: { ...details, soundMs: 59_000 } }],
  ] as const)('is not told by %s', (_name, changes) => {
    expect(costAnHour([run(changes)], 'm', false)).toBeNull()
  })
})
