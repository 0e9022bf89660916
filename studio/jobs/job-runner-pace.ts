import type { Step } from '#contracts/progress'
import { wholeFraction } from './step-shares.ts'

/** What lies further back says little of the pace now: each step has its own, and checkpoints fly past. */
const WINDOW_MS = 45_000
/** Before this nobody can tell. */
const LEAST_MS = 3_000
const LEAST_FRACTION = 0.005

interface Sample {
  readonly atMs: number
  readonly step: Step
  readonly fraction: number
}

/** How fast each running job goes, from what it and the shares of its steps tell. */
export class JobPace {
  readonly #samples = new Map<string, Sample[]>()

  /** A run begins: what an earlier one did says nothing of it. */
  forget(jobId: string): void {
    this.#samples.delete(jobId)
  }

  note(jobId: string, step: Step, fraction: number, atMs: number): void {
    const samples = this.#samples.get(jobId) ?? []
    samples.push({ atMs, step, fraction })
    // The oldest that is kept stands at the window's edge or before it.
    while (samples.length > 2 && atMs - (samples[1]?.atMs ?? atMs) >= WINDOW_MS) samples.shift()
    this.#samples.set(jobId, samples)
  }

  /** Null while nobody can tell. */
  secondsLeft(jobId: string, quick: boolean, nowMs: number): number | null {
    const samples = this.#samples.get(jobId) ?? []
    const first = samples[0]
    const last = samples.at(-1)
    if (first === undefined || last === undefined) return null
    const whole = wholeFraction(last.step, last.fraction, quick)
    const made = whole - wholeFraction(first.step, first.fraction, quick)
    const tookMs = last.atMs - first.atMs
    if (tookMs < LEAST_MS || made < LEAST_FRACTION) return null
    const leftMs = ((1 - whole) * tookMs) / made - (nowMs - last.atMs)
    return Math.max(0, Math.round(leftMs / 1000))
  }
}
