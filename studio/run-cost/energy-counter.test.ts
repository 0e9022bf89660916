import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/opened-service.ts'
import { EnergyCounter } from './energy-counter.ts'

async function domain(folder: string, name: string, microjoules: number, label = 'package-0') {
  const place = path.join(folder, name)
  await mkdir(place, { recursive: true })
  await writeFile(path.join(place, 'name'), `${label}\n`)
  await writeFile(path.join(place, 'max_energy_range_uj'), '10000000\n')
  await writeFile(path.join(place, 'energy_uj'), `${microjoules}\n`)
}

describe('the energy counter', () => {
  it('adds up packages, past the end of their range, without the parts of a package', async () => {
    const folder = await temporaryFolder()
    await domain(folder, 'intel-rapl:0', 1_000_000)
    await domain(folder, 'intel-rapl:1', 9_000_000, 'package-1')
    await domain(folder, 'intel-rapl:0:0', 5, 'core')
    await domain(folder, 'intel-rapl:2', 5, 'psys')
    const counter = new EnergyCounter(folder)
    expect(counter.read()).toBe(0)
    await domain(folder, 'intel-rapl:0', 3_000_000)
    await domain(folder, 'intel-rapl:1', 500_000, 'package-1')
    await domain(folder, 'intel-rapl:0:0', 900_000, 'core')
    expect(counter.read()).toBeCloseTo(3.5)
    expect(counter.read()).toBeCloseTo(3.5)
  })

  it('gives nothing without counters, and nothing any more after one is gone', async () => {
    const folder = await temporaryFolder()
    expect(new EnergyCounter(path.join(folder, 'none')).read()).toBeNull()
    expect(new EnergyCounter(folder).read()).toBeNull()
    await domain(folder, 'intel-rapl:0', 1_000_000)
    const counter = new EnergyCounter(folder)
    expect(counter.read()).toBe(0)
    await rm(path.join(folder, 'intel-rapl:0', 'energy_uj'))
    expect(counter.read()).toBeNull()
    await domain(folder, 'intel-rapl:0', 2_000_000)
    expect(counter.read()).toBeNull()
  })
})
