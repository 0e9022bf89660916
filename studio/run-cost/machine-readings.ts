import os from 'node:os'
import { EnergyCounter } from './energy-counter.ts'

/** Sums since some moment; only differences of two readings say something. */
export interface MachineReadings {
  readonly atMs: number
  /** Processor time of this process with its threads. */
  readonly hostCpuMs: number
  /** Processor time of everything on this computer, and as much as there could have been. */
  readonly busyMs: number
  readonly capacityMs: number
  /** Null where it cannot be read. */
  readonly joules: number | null
}

let counter: EnergyCounter | undefined

export function readMachine(): MachineReadings {
  counter ??= new EnergyCounter()
  const { user, system } = process.cpuUsage()
  let busyMs = 0
  let capacityMs = 0
  for (const { times } of os.cpus()) {
    const busy = times.user + times.nice + times.sys + times.irq
    busyMs += busy
    capacityMs += busy + times.idle
  }
  return {
    atMs: Date.now(),
    hostCpuMs: (user + system) / 1000,
    busyMs,
    capacityMs,
    joules: counter.read(),
  }
}
