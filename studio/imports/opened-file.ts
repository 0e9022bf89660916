import type { AddedFile } from '#contracts/calls/recordings'
import type { Correction, CorrectionCode } from '#core/formats/format'
import { droppedIn } from '#core/formats/reading/dropped-content'
import type { OpenedText } from './open-text.ts'

/** Remarks on a file that are no errors in it. */
const notes: ReadonlySet<CorrectionCode> = new Set(['time-offset', 'names-in-text'])

/** What a page shows of a transcript or captions that were imported. */
export function openedFile(opened: OpenedText): AddedFile {
  const { recording, transcriptId, isNew, isAnother, corrections } = opened
  const names = isNew ? detailOf(corrections, 'names-in-text') : undefined
  const programStart = detailOf(corrections, 'time-offset')
  return {
    recordingId: recording.id,
    transcript: isNew ? 'new' : 'known',
    ...(isAnother ? { isAnother } : {}),
    ...readingErrors(corrections),
    ...(programStart === undefined ? {} : { programStart }),
    ...(names === undefined ? {} : { namesInText: { transcriptId, names: names.split(', ') } }),
  }
}

/** How often something was corrected in reading a file, and what was left out; nothing for a file without errors. */
export function readingErrors(
  corrections: readonly Correction[],
): Pick<AddedFile, 'corrections' | 'dropped'> {
  const errors = corrections.filter(({ code }) => !notes.has(code))
  if (errors.length === 0) return {}
  const dropped = droppedIn(errors)
  return { corrections: errors.length, ...(dropped.length === 0 ? {} : { dropped }) }
}

const detailOf = (corrections: readonly Correction[], wanted: CorrectionCode): string | undefined =>
  corrections.find(({ code }) => code === wanted)?.detail
