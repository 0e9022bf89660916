import { carryCorrections } from '#core/live-text/carry-corrections'
import { carryNames } from '#core/live-text/carry-names'
import { LIVE_NAMES_STEP, LIVE_TEXT_STEP } from '#core/live-text/live-steps'
import { wordsOfSources } from '#core/live-text/placed-words'
import type { Edit } from '#core/edits/edit'
import type { Library } from '../library/library.ts'

/**
 * Takes names and corrections that a person gave while recording over to the first transcript of all of its sources, as a
 * step of undo each; what has no place there is kept, to be listed. Does nothing the second time, and for recordings
 * without such changes.
 */
export async function takeLiveChanges(
  library: Library,
  recordingId: string,
  transcriptId: string,
): Promise<void> {
  const text = await library.liveText(recordingId)
  if (text === null || text.takenBy !== null || text.changes.length === 0) return
  const transcript = await library.transcript(transcriptId)
  const sources = (await library.recordedFacts(recordingId))?.sources.length ?? 1
  if (sources > 1 && transcript.run.settings.tracks !== 'all') return
  const wordsOf = wordsOfSources(transcript, sources)
  const names = carryNames(text, transcript, wordsOf)
  const corrections = carryCorrections(text, transcript, wordsOf)
  const apply = async (edits: readonly Edit[], step: string): Promise<readonly string[]> => {
    if (edits.length === 0) return []
    // Counted from the start of the log: a run that was interrupted here has made some of them.
    const made = { baseNumber: 0, stepId: step + transcriptId }
    return (await library.applyEdits(transcriptId, edits, made)).refused
  }
  const refused = await apply(
    names.named.map(({ edit }) => edit),
    LIVE_NAMES_STEP,
  )
  // Their speakers are gone since the transcript was read.
  const unnamed = names.named.filter(({ edit }) => refused.includes(edit.id))
  await apply(corrections.edits, LIVE_TEXT_STEP)
  await library.setLiveTextTaken(recordingId, transcriptId, {
    corrections: corrections.lost,
    names: [...names.lost, ...unnamed.map(({ source, name }) => ({ source, name }))],
  })
}
