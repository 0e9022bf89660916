import { partOfKept, rangeOfRun } from '#core/sound/range'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Run } from '#core/transcript/transcript'

/** Columns of `transcripts` for `transcriptPart`. */
export const PART_COLUMNS = `
  (SELECT start_ms FROM trims WHERE trims.recording_id = transcripts.recording_id) AS keptFromMs,
  (SELECT end_ms FROM trims WHERE trims.recording_id = transcripts.recording_id) AS keptToMs,
  (SELECT max(duration_ms) FROM tracks WHERE tracks.recording_id = transcripts.recording_id) AS wholeMs`

export interface PartRow {
  readonly keptFromMs: number | null
  readonly keptToMs: number | null
  readonly wholeMs: number | null
}

/** The part that a transcript covers, if that is less than what is kept of its recording; else null. */
export function transcriptPart(
  settings: Run['settings'],
  { keptFromMs, keptToMs, wholeMs }: PartRow,
): TimeSpan | null {
  const endMs = keptToMs ?? wholeMs
  return endMs === null ? null : partOfKept(rangeOfRun(settings), { startMs: keptFromMs ?? 0, endMs })
}
