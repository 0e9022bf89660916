import type { Mark } from '../../transcript/transcript.ts'

/** The words of a cue whose start and end are set by marks, as places in the order of the transcript. */
export interface FixedRange {
  readonly from: number
  /** Inclusive. */
  readonly to: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * A word marked `cue-start`, the next one marked `cue-end` and what lies between, unless another cue begins
 * there.
 * @param indexOfWord index of a word in the transcript; undefined if it no longer exists
 */
export function fixedRanges(
  marks: readonly Mark[],
  indexOfWord: (wordId: string) => number | undefined,
): FixedRange[] {
  const starts = new Map<number, number>()
  const ends = new Map<number, number>()
  const breaks = new Set<number>()
  for (const mark of marks) {
    if (mark.kind !== 'cue-start' && mark.kind !== 'cue-end' && mark.kind !== 'break-before') continue
    const [a, b] = [indexOfWord(mark.fromWordId), indexOfWord(mark.toWordId)]
    if (a === undefined || b === undefined) continue
    if (mark.kind === 'break-before') breaks.add(Math.min(a, b))
    else if (!Number.isFinite(mark.value)) continue
    else if (mark.kind === 'cue-start') starts.set(Math.min(a, b), mark.value)
    else ends.set(Math.max(a, b), mark.value)
  }
  if (starts.size === 0 || ends.size === 0) return []

  const ranges: FixedRange[] = []
  let open: { from: number; startMs: number } | null = null
  const places = new Set([...starts.keys(), ...ends.keys(), ...breaks])
  for (const place of [...places].sort((a, b) => a - b)) {
    const startMs = starts.get(place)
    if (startMs !== undefined) open = { from: place, startMs }
    else if (breaks.has(place)) open = null
    const endMs = ends.get(place)
    if (endMs === undefined) continue
    if (open !== null) ranges.push({ ...open, to: place, endMs: Math.max(endMs, open.startMs + 1) })
    open = null
  }
  return ranges
}
