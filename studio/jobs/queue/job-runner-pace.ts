/** What lies further back says little of the pace now. */
const WINDOW_MS = 45_000
/** A step's beginning says nothing: after a restart what is finished already flies past. */
const SETTLING_MS = 3_000
/** Before this nobody can tell. */
const LEAST_MS = 3_000
const LEAST_FRACTION = 0.002
const MINUTE_MS = 60_000

/** How much of the whole way is behind, 0–1, at a fraction of a step. */
export type WholeFraction = (step: string, fraction: number) => number

interface Sample {
  readonly atMs: number
  readonly fraction: number
}

interface Pace {
  step: string
  /** Of this step; the first is the last before it settled. */
  samples: Sample[]
}

interface Run extends Pace {
  enteredAtMs: number
  /** The steps before this one, the last first. */
  before: Pace[]
  /** Since when less than a minute was said to be left. */
  lastMinuteSinceMs: number | null
}

/** How fast each running job goes, from what it and the shares of its steps tell. */
export class JobPace {
  readonly #runs = new Map<string, Run>()

  /** A run begins: what an earlier one did says nothing of it. */
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
    // The oldest that is kept stands at the window's edge or before it.
    while (run.samples.length > 2 && atMs - (run.samples[1]?.atMs ?? atMs) >= WINDOW_MS) run.samples.shift()
  }

  /** Null while nobody can tell: at the beginning, and where the last minute has lasted longer than one. */
  secondsLeft(jobId: string, whole: WholeFraction, nowMs: number): number | null {
    const run = this.#runs.get(jobId)
    const last = run?.samples.at(-1)
    if (run === undefined || last === undefined) return null
    // The last step that took long enough to tell a pace.
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

/** How long the whole way takes at the pace of this step; null while that is not known. */
function wholeMsOf({ step, samples }: Pace, whole: WholeFraction): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return null
  const made = whole(step, last.fraction) - whole(step, first.fraction)
  const tookMs = last.atMs - first.atMs
  return tookMs < LEAST_MS || made < LEAST_FRACTION ? null : tookMs / made
}

/** What passes between two samples: no more than that can have been done since the last. */
function gapMs(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)]
  return first === undefined || last === undefined || samples.length < 2
    ? 0
    : (last.atMs - first.atMs) / (samples.length - 1)
}
