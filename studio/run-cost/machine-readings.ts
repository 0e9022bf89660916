import os from 'node:os'
import { EnergyCounter } from './energy-counter.ts'

/** Cumulative values; only differences between two readings are meaningful. */
export interface MachineReadings {
  readonly atMs: number
  /** Processor time of this process, including its threads. */
  readonly hostCpuMs: number
  /** Processor time used on this computer in total, and the maximum possible. */
  readonly busyMs: number
  readonly capacityMs: number
  /** Null if not readable. */
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
