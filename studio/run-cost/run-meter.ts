import { AsyncLocalStorage } from 'node:async_hooks'
import os from 'node:os'
import { estimatedEnergy, measuredEnergy } from '#core/sheet/energy'
import type { RunCost, RunDetails } from '#core/sheet/run-cost'
import type { MachineReadings } from './machine-readings.ts'

/** Details of a run that are counts and add up, e.g. over the tracks of a recording. */
type Counted = {
  readonly [
    Name in keyof RunDetails as RunDetails[Name] extends number | undefined ? Name : never
  ]?: NonNullable<RunDetails[Name]>
}

/** Adds up what one run of a job costs while it runs. Made by a `MeterGroup`. */
export class RunMeter {
  readonly #startedAtMs: number
  #wallMs = 0
  #cpuMs = 0
  #busyMs = 0
  #capacityMs = 0
  #joules: number | null = 0
  #peakBytes = 0
  #connections = 0
  #sentBytes = 0
  #receivedBytes = 0
  readonly #unmeasured = new Set<string>()
  readonly #programs = new Set<string>()
  #details: RunDetails = {}

  constructor(startedAtMs: number) {
    this.#startedAtMs = startedAtMs
  }

  /** Processor time of one of its processes. */
  addCpu(ms: number): void {
    this.#cpuMs += Math.max(0, ms)
  }

  /** What happened on this computer between two readings; `runs`: how many share this process's own time. */
  addMachine(from: MachineReadings, to: MachineReadings, runs: number): void {
    this.#wallMs += Math.max(0, to.atMs - from.atMs)
    this.addCpu((to.hostCpuMs - from.hostCpuMs) / runs)
    this.#busyMs += to.busyMs - from.busyMs
    this.#capacityMs += to.capacityMs - from.capacityMs
    this.#joules =
      this.#joules === null || from.joules === null || to.joules === null
        ? null
        : this.#joules + (to.joules - from.joules)
  }

  /** Memory of the program's processes at this moment. */
  sawMemory(bytes: number): void {
    this.#peakBytes = Math.max(this.#peakBytes, bytes)
  }

  addConnection(sentBytes: number, receivedBytes: number): void {
    this.#connections++
    this.#sentBytes += sentBytes
    this.#receivedBytes += receivedBytes
  }

  /** A program that it started, by name, e.g. `ffmpeg`. */
  startedProgram(name: string): void {
    this.#programs.add(name)
  }

  get programs(): ReadonlySet<string> {
    return this.#programs
  }

  /** Processes of that name whose processor time is not told here. */
  cannotMeasure(name: string): void {
    this.#unmeasured.add(name)
  }

  /** Adds counts to those before. */
  count(counts: Counted): void {
    const before: Readonly<Record<string, unknown>> = { ...this.#details }
    const sums = Object.entries(counts).map(([name, count]) => {
      const known = before[name]
      return [name, (typeof known === 'number' ? known : 0) + count] as const
    })
    this.#details = { ...this.#details, ...Object.fromEntries(sums) }
  }

  /** Versions are added to those before; anything else takes their place. */
  note({ versions, ...details }: RunDetails): void {
    const all = { ...this.#details.versions, ...versions }
    this.#details = {
      ...this.#details,
      ...details,
      ...(Object.keys(all).length === 0 ? {} : { versions: all }),
    }
  }

  cost(outcome: RunCost['outcome']): RunCost {
    const [joules, cpuMs] = [this.#joules, this.#cpuMs]
    return {
      startedAtMs: this.#startedAtMs,
      wallMs: this.#wallMs,
      cpuMs,
      peakBytes: this.#peakBytes,
      memoryBytes: os.totalmem(),
      // A counter that did not move is none: virtual machines have such.
      energy:
        joules === null || joules === 0
          ? estimatedEnergy(cpuMs)
          : measuredEnergy({ joules, cpuMs, busyMs: this.#busyMs, capacityMs: this.#capacityMs }),
      outcome,
      connections: this.#connections,
      sentBytes: this.#sentBytes,
      receivedBytes: this.#receivedBytes,
      unmeasured: [...this.#unmeasured].sort(),
      details: this.#details,
    }
  }
}

const storage = new AsyncLocalStorage<RunMeter>()

/** The meter of the run that this code works for; undefined outside of measured runs. */
export const currentMeter = (): RunMeter | undefined => storage.getStore()

/** Runs `work`, for which `currentMeter` is this one, however deep and late it asks. */
export const withMeter = <Result>(meter: RunMeter, work: () => Result): Result => storage.run(meter, work)
