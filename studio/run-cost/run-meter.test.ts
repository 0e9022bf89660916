import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { MachineReadings } from './machine-readings.ts'
import { meterChild } from './meter-child.ts'
import { MeterGroup } from './meter-group.ts'
import { canReadProcesses, processUsage } from './process-usage.ts'
import { currentMeter, RunMeter, withMeter } from './run-meter.ts'

const nothing: MachineReadings = { atMs: 0, hostCpuMs: 0, busyMs: 0, capacityMs: 0, joules: null }

function group(...readings: Partial<MachineReadings>[]) {
  const left = readings.map((reading) => ({ ...nothing, ...reading }))
  return new MeterGroup(
    () => left.shift() ?? expect.fail('read once too often'),
    () => 100,
  )
}

describe('the meter of a run', () => {
  it('adds processor time of its processes and its part of the host’s', () => {
    const meters = group(
      {},
      { atMs: 10, hostCpuMs: 8 },
      { atMs: 30, hostCpuMs: 20 },
      { atMs: 40, hostCpuMs: 25 },
    )
    const first = meters.start()
    const second = meters.start()
    first.addCpu(100)
    meters.stop(second)
    meters.stop(first)
    expect(second.cost('done')).toMatchObject({ startedAtMs: 10, wallMs: 20, cpuMs: 6, outcome: 'done' })
    expect(first.cost('failed')).toMatchObject({ startedAtMs: 0, wallMs: 40, cpuMs: 8 + 6 + 5 + 100 })
    expect(first.cost('failed').energy).toMatchObject({ source: 'estimated' })
  })

  it('has the energy of its part of the busy time where that was counted', () => {
    const meters = group({ joules: 100 }, { joules: 3_700, busyMs: 1_000, capacityMs: 2_000 })
    const meter = meters.start()
    meter.addCpu(500)
    meters.stop(meter)
    expect(meter.cost('done').energy).toEqual({
      source: 'measured',
      wattHours: 0.5,
      leastWattHours: 0.25,
      mostWattHours: 1,
    })
  })

  it('estimates where a counter became unreadable meanwhile', () => {
    const meters = group({ joules: 100 }, { joules: null, busyMs: 1_000, capacityMs: 2_000 })
    const meter = meters.start()
    meters.stop(meter)
    expect(meter.cost('done').energy.source).toBe('estimated')
  })

  it('has the most memory of all processes at once', () => {
    const meters = group({}, {})
    const meter = meters.start()
    const [one, other] = [{}, {}]
    meters.sawProcess(one, 500)
    meters.sawProcess(one, 300)
    meters.sawProcess(other, 400)
    meters.endedProcess(one)
    meters.sawProcess(other, 450)
    meters.stop(meter)
    meters.sawProcess(one, 9_000)
    expect(meter.cost('done').peakBytes).toBe(100 + 300 + 400)
  })

  it('adds counts, and replaces what is noted', () => {
    const meter = new RunMeter(0)
    meter.count({ passages: 2, soundMs: 10 })
    meter.count({ passages: 3 })
    meter.note({ versions: { parolo: '2' }, languageVotes: { won: 1, all: 2 } })
    meter.note({ versions: { ffmpeg: '7' }, languageVotes: { won: 3, all: 3 } })
    expect(meter.cost('done').details).toEqual({
      passages: 5,
      soundMs: 10,
      versions: { parolo: '2', ffmpeg: '7' },
      languageVotes: { won: 3, all: 3 },
    })
  })

  it('is found by all that works for it, also later', async () => {
    const meter = new RunMeter(0)
    expect(currentMeter()).toBeUndefined()
    await withMeter(meter, async () => {
      await Promise.resolve()
      expect(currentMeter()).toBe(meter)
    })
    expect(currentMeter()).toBeUndefined()
  })

  it('counts a program that it started', async () => {
    const meter = new RunMeter(0)
    // Lives longer than the interval between two checks.
    const busy = 'while (process.cpuUsage().user < 150_000); setTimeout(() => undefined, 450)'
    await withMeter(meter, async () => {
      const child = spawn(process.execPath, ['-e', busy], { stdio: ['ignore', 'pipe', 'ignore'] })
      meterChild(child, 'busy')
      child.stdout.resume()
      await once(child, 'close')
    })
    expect([...meter.programs]).toEqual(['busy'])
    const { cpuMs, unmeasured } = meter.cost('done')
    if (canReadProcesses) expect(cpuMs).toBeGreaterThan(120)
    else expect(unmeasured).toEqual(['busy'])
  })

  it('knows nothing of a process that is gone', () => {
    expect(processUsage(2 ** 30)).toBeNull()
  })
})
