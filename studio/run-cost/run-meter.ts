import { AsyncLocalStorage } from 'node:async_hooks'
import os from 'node:os'
import { estimatedEnergy, measuredEnergy } from '#core/sheet/energy'
import type { RunCost, RunDetails } from '#core/sheet/run-cost'
import type { MachineReadings } from './machine-readings.ts'

/** Details of a run that are counts and add up, such as over the tracks of a recording. */
type Counted = {
  readonly [
    Name in keyof RunDetails as RunDetails[Name] extends number | undefined ? Name : never
  ]?: NonNullable<RunDetails[Name]>
}

/** Accumulates the cost of one run of a job while it runs. Created by a `MeterGroup`. */
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

  /** The computer's activity between two readings; `runs`: how many runs share this process's own time. */
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

  /** Current memory of the program's processes. */
  sawMemory(bytes: number): void {
    this.#peakBytes = Math.max(this.#peakBytes, bytes)
  }

  addConnection(sentBytes: number, receivedBytes: number): void {
    this.#connections++
    this.#sentBytes += sentBytes
    this.#receivedBytes += receivedBytes
  }

  /** A program started for the run, by name, e.g. `ffmpeg`. */
  startedProgram(name: string): void {
    this.#programs.add(name)
  }

  get programs(): ReadonlySet<string> {
    return this.#programs
  }

  /** Processes with this name whose processor time is not measurable here. */
  cannotMeasure(name: string): void {
    this.#unmeasured.add(name)
  }

  /** Adds counts to the earlier ones. */
  count(counts: Counted): void {
    const before: Readonly<Record<string, unknown>> = { ...this.#details }
    const sums = Object.entries(counts).map(([name, count]) => {
      const known = before[name]
      return [name, (typeof known === 'number' ? known : 0) + count] as const
    })
    this.#details = { ...this.#details, ...Object.fromEntries(sums) }
  }

  /** Versions are added to the earlier ones; anything else replaces them. */
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
      // A counter that did not move does not count: some virtual machines have these.
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

/** The meter of the run for which this code is executed; undefined outside measured runs. */
export const currentMeter = (): RunMeter | undefined => storage.getStore()

/** Runs `work`, during which `currentMeter` returns this one, in any nested or later call. */
export const withMeter = <Result>(meter: RunMeter, work: () => Result): Result => storage.run(meter, work)
