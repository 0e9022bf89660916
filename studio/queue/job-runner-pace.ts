/** Older samples say little about the current pace. */
const WINDOW_MS = 45_000
/** A step's start is ignored: after a restart, finished work is skipped almost instantly. */
const SETTLING_MS = 3_000
/** Minimum duration and overall progress for an estimate. */
const MIN_MS = 3_000
const MIN_FRACTION = 0.002
const MINUTE_MS = 60_000

/** Overall progress, 0–1, at a fraction of a step. */
export type WholeFraction = (step: string, fraction: number) => number

interface Sample {
  readonly atMs: number
  readonly fraction: number
}

interface Pace {
  step: string
  /** Samples of this step; the first is the last one taken before it settled. */
  samples: Sample[]
}

interface Run extends Pace {
  enteredAtMs: number
  /** Earlier steps, most recent first. */
  before: Pace[]
  /** Time since which the estimate has been below one minute. */
  lastMinuteSinceMs: number | null
}

/** Estimates the pace of each running job from its progress and the shares of its steps. */
export class JobPace {
  readonly #runs = new Map<string, Run>()

  /** Called when a run begins: samples of an earlier run do not apply. */
  forget(jobId: string): void {
    this.#runs.delete(jobId)
  }

  note(jobId: string, step: string, fraction: number, atMs: number): void {
    const run = this.#runs.get(jobId) ?? {
      step,
      enteredAtMs: atMs,
      samples: [],
      before: [],
      lastMinuteSinceMs: null,
    }
    this.#runs.set(jobId, run)
    if (run.step !== step) {
      run.before.unshift({ step: run.step, samples: run.samples })
      run.step = step
      run.enteredAtMs = atMs
      run.samples = []
    }
    if (atMs - run.enteredAtMs < SETTLING_MS) run.samples = []
    run.samples.push({ atMs, fraction })
    // The oldest sample kept is at the window's edge or before it.
    while (run.samples.length > 2 && atMs - (run.samples[1]?.atMs ?? atMs) >= WINDOW_MS) run.samples.shift()
  }

  /** Null while no estimate is possible: at the start, and after the last minute has taken longer than a minute. */
  secondsLeft(jobId: string, whole: WholeFraction, nowMs: number): number | null {
    const run = this.#runs.get(jobId)
    const last = run?.samples.at(-1)
    if (run === undefined || last === undefined) return null
    // The most recent step that ran long enough to measure a pace.
    const [wholeMs] = [run, ...run.before].flatMap((pace) => wholeMsOf(pace, whole) ?? [])
    if (wholeMs === undefined) return null
    const restMs = (1 - whole(run.step, last.fraction)) * wholeMs
    const leftMs = Math.max(0, restMs - Math.min(nowMs - last.atMs, gapMs(run.samples)))
    if (leftMs >= MINUTE_MS) run.lastMinuteSinceMs = null
    else {
      run.lastMinuteSinceMs ??= nowMs
      if (nowMs - run.lastMinuteSinceMs > MINUTE_MS) return null
    }
    return Math.round(leftMs / 1000)
  }
}

/** Total time at the pace of this step; null while unknown. */
function wholeMsOf({ step, samples }: Pace, whole: WholeFraction): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return null
  const made = whole(step, last.fraction) - whole(step, first.fraction)
  const tookMs = last.atMs - first.atMs
  return tookMs < MIN_MS || made < MIN_FRACTION ? null : tookMs / made
}

/** Average time between two samples: an upper limit for the time since the last one. */
function gapMs(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)]
  return first === undefined || last === undefined || samples.length < 2
    ? 0
    : (last.atMs - first.atMs) / (samples.length - 1)
}
