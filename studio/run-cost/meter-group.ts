import { type MachineReadings, readMachine } from './machine-readings.ts'
import { RunMeter } from './run-meter.ts'

/** Energy counters are read this often, before they wrap around. */
const READ_EVERY_MS = 60_000

/** The runs measured at the same time, and the processes that work for them. */
export class MeterGroup {
  readonly #read: () => MachineReadings
  readonly #hostBytes: () => number
  readonly #meters = new Set<RunMeter>()
  /** Last known memory of each process, bytes. */
  readonly #processes = new Map<object, number>()
  #last: MachineReadings | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(read = readMachine, hostBytes: () => number = () => process.memoryUsage.rss()) {
    this.#read = read
    this.#hostBytes = hostBytes
  }

  start(): RunMeter {
    const now = this.#settle()
    const meter = new RunMeter(now.atMs)
    this.#meters.add(meter)
    this.#timer ??= setInterval(() => this.#settle(), READ_EVERY_MS).unref()
    this.#seeMemory()
    return meter
  }

  /** Takes the last readings; later ones are ignored. */
  stop(meter: RunMeter): void {
    this.#settle()
    this.#seeMemory()
    this.#meters.delete(meter)
    if (this.#meters.size > 0) return
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    this.#last = null
  }

  /** `bytes`: current memory of one of this program's processes. */
  sawProcess(process: object, bytes: number): void {
    this.#processes.set(process, bytes)
    this.#seeMemory()
  }

  endedProcess(process: object): void {
    this.#processes.delete(process)
  }

  #seeMemory(): void {
    if (this.#meters.size === 0) return
    let bytes = this.#hostBytes()
    for (const one of this.#processes.values()) bytes += one
    for (const meter of this.#meters) meter.sawMemory(bytes)
  }

  #settle(): MachineReadings {
    const now = this.#read()
    for (const meter of this.#meters) meter.addMachine(this.#last ?? now, now, this.#meters.size)
    this.#last = now
    return now
  }
}

/** The program's own. */
export const meterGroup = new MeterGroup()
