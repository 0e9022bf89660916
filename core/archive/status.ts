const MS_AN_HOUR = 3_600_000
/** The rate is measured over this period. */
const RATE_MS = MS_AN_HOUR

/** What one attempt cost; one line of a file in `costs/`. */
export interface AttemptCost {
  readonly sha256: string
  readonly key: string
  readonly outcome: 'done' | 'fault' | 'interrupted'
  readonly startedAtMs: number
  readonly endedAtMs: number
  /** Length of the recording. */
  readonly durationMs: number
  /** Cores available to the worker. */
  readonly cores: number
  readonly cpuMs: number
  readonly wattHours: number
  readonly energySource: 'measured' | 'estimated'
  readonly peakBytes: number
  readonly processor: string
  readonly host: string
  readonly version: string
}

export interface ArchiveStatus {
  readonly total: number
  readonly done: number
  readonly running: number
  /** Dead letters. */
  readonly failed: number
  /** Files that could not be read when the plan was made. */
  readonly refused: number
  readonly hours: { readonly done: number; readonly total: number }
  /** Hours of sound per hour; null before the first recording is done. */
  readonly rate: number | null
  readonly secondsLeft: number | null
  readonly coreHours: number
  readonly wattHours: number
  readonly cost: number | null
}

export interface StatusFacts {
  readonly recordings: readonly { readonly sha256: string; readonly durationMs: number }[]
  readonly done: ReadonlySet<string>
  readonly failed: ReadonlySet<string>
  readonly running: ReadonlySet<string>
  readonly refused: number
  readonly costs: readonly AttemptCost[]
  readonly nowMs: number
  /** Per core-hour. */
  readonly price: number | null
}

export function archiveStatus(facts: StatusFacts): ArchiveStatus {
  const { recordings, costs, price } = facts
  let [done, failed, running, doneMs, failedMs, totalMs] = [0, 0, 0, 0, 0, 0]
  for (const { sha256, durationMs } of recordings) {
    totalMs += durationMs
    if (facts.done.has(sha256)) {
      done++
      doneMs += durationMs
    } else if (facts.failed.has(sha256)) {
      failed++
      failedMs += durationMs
    } else if (facts.running.has(sha256)) running++
  }
  const leftMs = totalMs - doneMs - failedMs
  const isOver = done + failed === recordings.length
  const rate = rateOf(costs, facts.nowMs, isOver)
  const coreHours = costs.reduce(
    (sum, { startedAtMs, endedAtMs, cores }) =>
      sum + (Math.max(0, endedAtMs - startedAtMs) / MS_AN_HOUR) * cores,
    0,
  )
  return {
    total: recordings.length,
    done,
    running,
    failed,
    refused: facts.refused,
    hours: { done: doneMs / MS_AN_HOUR, total: totalMs / MS_AN_HOUR },
    rate,
    secondsLeft: isOver ? 0 : rate === null || rate === 0 ? null : Math.round(leftMs / rate / 1000),
    coreHours,
    wattHours: costs.reduce((sum, { wattHours }) => sum + wattHours, 0),
    cost: price === null ? null : coreHours * price,
  }
}

/**
 * Measured over the last hour if something ended in it and work remains, else over the hour before the last
 * end.
 */
function rateOf(costs: readonly AttemptCost[], nowMs: number, isOver: boolean): number | null {
  const ended = costs.filter(({ outcome }) => outcome === 'done')
  if (ended.length === 0) return null
  const last = ended.reduce((latest, { endedAtMs }) => Math.max(latest, endedAtMs), 0)
  const until = isOver || nowMs - last > RATE_MS || nowMs < last ? last : nowMs
  const since = until - RATE_MS
  const first = ended.reduce((earliest, { startedAtMs }) => Math.min(earliest, startedAtMs), until)
  const sound = ended.reduce(
    (sum, { durationMs, startedAtMs, endedAtMs }) =>
      sum + durationMs * shareSince(since, startedAtMs, endedAtMs),
    0,
  )
  const ms = until - Math.max(since, first)
  return ms <= 0 ? null : sound / ms
}

/** The fraction of a run that is after `since`, 0–1. */
function shareSince(since: number, startedAtMs: number, endedAtMs: number): number {
  if (startedAtMs >= since) return 1
  return endedAtMs <= since ? 0 : (endedAtMs - since) / (endedAtMs - startedAtMs)
}
