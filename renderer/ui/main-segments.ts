import type { TrackSegments } from './track-segments.ts'

/** Cells this wide can still be distinguished as dashes. */
const CELL_PX = 5
/** With more of the segments shorter than a cell, a drawing of all is hatching. */
const MOST_SHORT_SHARE = 0.5

/**
 * A long conversation for a small drawing: in each stretch of 5 px the speaker who speaks most in it. Null if
 * most segments are long enough to be drawn as they are.
 */
export function mainSegments(
  segments: TrackSegments,
  durationMs: number,
  widthPx: number,
): TrackSegments | null {
  const cellMs = (durationMs / widthPx) * CELL_PX
  const { speakers, startsMs, endsMs } = segments
  const lengthOf = (index: number): number => (endsMs[index] ?? 0) - (startsMs[index] ?? 0)
  const short = speakers.filter((_, index) => lengthOf(index) < cellMs).length
  if (!(cellMs > 0) || short <= speakers.length * MOST_SHORT_SHARE) return null
  const cells = Array.from({ length: Math.ceil(durationMs / cellMs) }, () => new Map<number, number>())
  for (const [index, speaker] of speakers.entries()) {
    const [startMs, endMs] = [startsMs[index] ?? 0, endsMs[index] ?? 0]
    for (let cell = Math.floor(startMs / cellMs); cell * cellMs < endMs; cell++) {
      const spokenMs = Math.min(endMs, (cell + 1) * cellMs) - Math.max(startMs, cell * cellMs)
      const spoken = cells[cell]
      spoken?.set(speaker, (spoken.get(speaker) ?? 0) + spokenMs)
    }
  }
  const main: { speakers: number[]; startsMs: number[]; endsMs: number[] } = {
    speakers: [],
    startsMs: [],
    endsMs: [],
  }
  let last: number | null = null
  for (const [cell, spoken] of cells.entries()) {
    const speaker = mostSpoken(spoken)
    const endMs = Math.min(durationMs, (cell + 1) * cellMs)
    if (speaker === null) last = null
    else if (speaker === last) main.endsMs[main.endsMs.length - 1] = endMs
    else {
      main.speakers.push(speaker)
      main.startsMs.push(cell * cellMs)
      main.endsMs.push(endMs)
      last = speaker
    }
  }
  return main
}

function mostSpoken(spoken: ReadonlyMap<number, number>): number | null {
  let most: readonly [number, number] | null = null
  for (const each of spoken) if (most === null || each[1] > most[1]) most = each
  return most === null ? null : most[0]
}
