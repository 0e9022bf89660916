import { clockTime } from '../reading/clock-time.ts'
import { cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'

/** A row of a table of captions: one per speaker of a cue. */
export interface TableRow {
  readonly start: string
  readonly end: string
  readonly speaker: string
  /** Lines separated by `\n`. */
  readonly text: string
}

export const tableHead = ['start', 'end', 'speaker', 'text'] as const

export function tableRows(document: DocumentWithExtras, options: WriteOptions): TableRow[] {
  const names = namesOf(document, options)
  return documentCues(document, options, 'never').flatMap((cue) =>
    cueVoices(cue, names).map(({ name, lines }) => ({
      start: clockTime(cue.startMs, '.'),
      end: clockTime(cue.endMs, '.'),
      speaker: name ?? '',
      text: lines.join('\n'),
    })),
  )
}
