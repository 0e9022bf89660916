import { create } from 'zustand'

/** Length of one column of the waveform. */
export const COLUMN_MS = 400
/** Two minutes. */
export const COLUMNS = 300

export interface RecentPeaks {
  /** Number of the first column known to this page. */
  readonly firstColumn: number
  /** Number of the newest column, on the recording's clock; -1 before the first sound. */
  readonly lastColumn: number
  /** Peaks of each source, 0–1: column number `n` is at `n % COLUMNS`. Changed in place. */
  readonly sources: readonly Float32Array[]
}

/** The peak of each source over the last two minutes, by column. Updated once per column. */
export const usePeakStore = create<RecentPeaks>(() => ({ firstColumn: 0, lastColumn: -1, sources: [] }))

export function forgetPeaks(sources: number): void {
  usePeakStore.setState({
    firstColumn: 0,
    lastColumn: -1,
    sources: Array.from({ length: sources }, () => new Float32Array(COLUMNS)),
  })
}

/** `atMs`: on the recording's clock. Sound from before the two minutes is ignored. */
export function addPeak(source: number, atMs: number, peak: number): void {
  const { lastColumn, sources } = usePeakStore.getState()
  const column = Math.floor(atMs / COLUMN_MS)
  const own = sources[source]
  if (own === undefined || column < 0 || column <= lastColumn - COLUMNS) return
  for (let next = Math.max(lastColumn + 1, column - COLUMNS + 1); next <= column; next += 1)
    for (const one of sources) one[next % COLUMNS] = 0
  own[column % COLUMNS] = Math.max(own[column % COLUMNS] ?? 0, peak)
  if (lastColumn === -1) usePeakStore.setState({ firstColumn: column })
  if (column > lastColumn) usePeakStore.setState({ lastColumn: column })
}

/** Peaks of a source from the oldest to the newest column; fewer at the recording's start. */
export function peaksInOrder({ firstColumn, lastColumn, sources }: RecentPeaks, source: number): number[] {
  const own = sources[source]
  if (own === undefined) return []
  const first = Math.max(firstColumn, lastColumn - COLUMNS + 1)
  return Array.from({ length: lastColumn - first + 1 }, (_, index) => own[(first + index) % COLUMNS] ?? 0)
}

/**
 * Position of a time in the two minutes, 0–1 from their start; null if it is earlier, or has no sound yet.
 */
export function placeInWave({ lastColumn }: RecentPeaks, atMs: number): number | null {
  if (lastColumn === -1) return null
  const columns = COLUMNS - 1 - lastColumn + atMs / COLUMN_MS
  return columns < 0 || columns > COLUMNS ? null : columns / COLUMNS
}
