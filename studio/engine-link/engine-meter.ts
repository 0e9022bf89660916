import type { EngineReply, EngineUsage } from '#contracts/engine'
import { meterGroup } from '../run-cost/meter-group.ts'
import { processUsage } from '../run-cost/process-usage.ts'
import type { RunMeter } from '../run-cost/run-meter.ts'

/** Attributes the engine process's resource use to the runs whose requests it answers. */
export class EngineMeter {
  readonly #meters = new Map<number, RunMeter | undefined>()
  #cpuMs = 0
  /** As reported by the process when it is ready. */
  versions: Readonly<Record<string, string>> = {}

  asked(number: number, meter: RunMeter | undefined): void {
    this.#meters.set(number, meter)
  }

  /** Resource use since the last answer is attributed to this answer's run. */
  answered({ number, usage }: Exclude<EngineReply, { kind: 'ready' }>): void {
    const meter = this.#meters.get(number)
    this.#meters.delete(number)
    const { sherpa } = this.versions
    if (sherpa !== undefined) meter?.note({ versions: { 'sherpa-onnx': sherpa } })
    if (usage === undefined) meter?.cannotMeasure('engine')
    else this.#used(usage, meter)
  }

  /** Abandoned work is counted too, as far as this system reports it. */
  killing(pid: number): void {
    const usage = processUsage(pid)
    const [meter] = this.#meters.values()
    if (usage !== null) this.#used({ cpuMs: usage.cpuMs, rssBytes: usage.bytes }, meter)
  }

  ended(): void {
    meterGroup.endedProcess(this)
  }

  #used({ cpuMs, rssBytes }: EngineUsage, meter: RunMeter | undefined): void {
    meter?.addCpu(cpuMs - this.#cpuMs)
    this.#cpuMs = Math.max(this.#cpuMs, cpuMs)
    meterGroup.sawProcess(this, rssBytes)
  }
}
