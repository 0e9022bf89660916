import { framesOf, type SoundBlock } from '../block.ts'
import type { ClockEntry } from '../journal-entry.ts'
import { type Placement, SourceClock } from '../source-clock.ts'
import type { Timeline } from '../timeline.ts'

export interface Written {
  /** The source's whole file. */
  readonly samples: Int16Array
  readonly entries: readonly ClockEntry[]
}

/** The file that a clock produces from these blocks. */
export function writtenFile(blocks: readonly SoundBlock[], timeline: Timeline): Written {
  const clock = new SourceClock(0, timeline)
  return fileOf([...blocks.map((block) => clock.add(block)), clock.finish()])
}

export function fileOf(placements: readonly Placement[]): Written {
  const pieces = placements.flatMap((one) => one.pieces)
  const samples = new Int16Array(pieces.reduce((sum, piece) => sum + framesOf(piece), 0))
  let position = 0
  for (const piece of pieces) {
    if (piece.kind === 'sound') samples.set(piece.samples, position)
    position += framesOf(piece)
  }
  return { samples, entries: placements.flatMap((one) => one.entries) }
}
