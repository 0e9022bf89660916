import type { Cue } from './cue.ts'

/** What is computed once for a list of cues, of which imported ones may overlap. */
interface Layout {
  /** The latest end of each cue and all before it. */
  readonly latestEnds: Float64Array
  /** Row of each cue: those on the screen at once are in different rows. */
  readonly rows: Uint16Array
}

// Lists never change in place.
const known = new WeakMap<readonly Cue[], Layout>()

function layoutOf(cues: readonly Cue[]): Layout {
  const before = known.get(cues)
  if (before !== undefined) return before
  const latestEnds = new Float64Array(cues.length)
  const rows = new Uint16Array(cues.length)
  let latestMs = 0
  const endsOfRows: number[] = []
  for (const [index, { startMs, endMs }] of cues.entries()) {
    const free = endsOfRows.findIndex((rowEndMs) => rowEndMs <= startMs)
    const row = free < 0 ? endsOfRows.length : free
    endsOfRows[row] = endMs
    rows[index] = row
    latestMs = Math.max(latestMs, endMs)
    latestEnds[index] = latestMs
  }
  const made = { latestEnds, rows }
  known.set(cues, made)
  return made
}

/** Indexes of the cues of which something is shown from one time until before another, ascending. */
export function cuesBetween(cues: readonly Cue[], startMs: number, endMs: number): number[] {
  const { latestEnds } = layoutOf(cues)
  const found: number[] = []
  for (let index = firstFrom(cues, endMs) - 1; index >= 0; index--) {
    if ((latestEnds[index] ?? 0) <= startMs) break
    if ((cues[index]?.endMs ?? 0) > startMs) found.push(index)
  }
  return found.reverse()
}

/** Indexes of the cues on the screen at a time. */
export const cuesAt = (cues: readonly Cue[], ms: number): number[] =>
  cuesBetween(cues, ms, Math.floor(ms) + 1)

/** The row of a cue, from 0, if those on the screen at once are drawn in different rows. */
export const rowOfCue = (cues: readonly Cue[], index: number): number => layoutOf(cues).rows[index] ?? 0

/** Index of the first cue that starts at a time or later. */
function firstFrom(cues: readonly Cue[], ms: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.startMs ?? Infinity) >= ms) high = middle
    else low = middle + 1
  }
  return low
}
