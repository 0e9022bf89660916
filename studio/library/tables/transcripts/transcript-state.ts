import type { TranscriptState, TranscriptUpdate } from '#contracts/calls/transcripts'
import type { EditLog } from './edit-log.ts'
import type { Store } from '../../database/store.ts'
import { readTranscript } from './transcript-rows.ts'

/** Only inside `read`. Fault `recording.no-transcript`. */
export function readState(store: Store, log: EditLog, transcriptId: string, since?: number): TranscriptState {
  const { speakers, turns, marks, paragraphs, ...facts } = readTranscript(store, transcriptId)
  return {
    ...facts,
    ...headOf(store, log, transcriptId),
    speakers: [...speakers],
    turns: [...turns],
    marks: [...marks],
    paragraphs: [...paragraphs],
    ...(since === undefined ? {} : { editIds: [...log.idsAfter(transcriptId, since).keys()] }),
  }
}

/** Only inside `read`: like `readState`, with only the words of those paragraphs and the order of all. */
export function readUpdate(
  store: Store,
  log: EditLog,
  transcriptId: string,
  paragraphIds: readonly string[],
  since?: number,
): TranscriptUpdate {
  const state = readState(store, log, transcriptId, since)
  const wanted = new Set(paragraphIds)
  return {
    ...state,
    paragraphs: state.paragraphs.filter((paragraph) => wanted.has(paragraph.id)),
    order: state.paragraphs.map((paragraph) => paragraph.id),
  }
}

function headOf(
  store: Store,
  log: EditLog,
  transcriptId: string,
): Pick<TranscriptState, 'state' | 'version' | 'editNumber' | 'undo' | 'redo'> {
  const row = store.row<Pick<TranscriptState, 'state' | 'version'>>(
    'SELECT state, version FROM transcripts WHERE id = ?',
    transcriptId,
  )
  return {
    state: row?.state ?? 'running',
    version: row?.version ?? 0,
    editNumber: log.newest(transcriptId),
    ...log.labels(transcriptId),
  }
}
