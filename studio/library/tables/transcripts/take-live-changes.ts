import { carryCorrections } from '#core/live-text/carry-corrections'
import { carryNames } from '#core/live-text/carry-names'
import { LIVE_NAMES_STEP, LIVE_TEXT_STEP } from '#core/live-text/live-steps'
import { wordsOfSources } from '#core/live-text/placed-words'
import type { Store } from '../../database/store.ts'
import { unpackTranscript } from '../../stored-transcript.ts'
import { addStep } from './edits.ts'
import { readLiveText, setLiveTextTaken } from '../recorded/live-texts.ts'
import { readRecordedFacts } from '../recorded/recorded.ts'
import { readTranscript } from './transcript-rows.ts'

/**
 * Only inside `change`, together with finishing the transcript: applies names and corrections that a person
 * gave while recording to the first transcript of all its sources, one undo step each; stores those without a
 * place there, to be listed. Does nothing the second time, and for recordings without such changes.
 */
export function takeLiveChanges(store: Store, recordingId: string, transcriptId: string): void {
  const text = readLiveText(store, recordingId)
  if (text === null || text.takenBy !== null || text.changes.length === 0) return
  const transcript = unpackTranscript(readTranscript(store, transcriptId))
  const sources = readRecordedFacts(store, recordingId)?.sources.length ?? 1
  if (sources > 1 && transcript.run.settings.tracks !== 'all') return
  const wordsOf = wordsOfSources(transcript, sources)
  const names = carryNames(text, transcript, wordsOf)
  const corrections = carryCorrections(text, transcript, wordsOf)
  addStep(
    store,
    transcriptId,
    LIVE_NAMES_STEP + transcriptId,
    names.named.map(({ edit }) => edit),
  )
  addStep(store, transcriptId, LIVE_TEXT_STEP + transcriptId, corrections.edits)
  setLiveTextTaken(store, recordingId, transcriptId, { corrections: corrections.lost, names: names.lost })
}
