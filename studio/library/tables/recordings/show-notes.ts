import { Fault } from '#contracts/errors'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface ShowNotesCalls {
  /** Markdown, as a person edited it; null: a draft is made when it is needed. */
  showNotes(recordingId: string): string | null
  /**
   * Null: back to drafts. `over`: the edited notes of which `text` was made, null for a draft; without it they are replaced
   * whatever they are. Returns other notes that somebody stored meanwhile, if any are not within `text`: then nothing is
   * stored. Fault `recording.unknown`.
   */
  setShowNotes(recordingId: string, text: string | null, over?: string | null): string | null
}

export function createShowNotesCalls(store: Store): ShowNotesCalls {
  const showNotes = (recordingId: string): string | null =>
    store.row<{ text: string }>('SELECT text FROM show_notes WHERE recording_id = ?', recordingId)?.text ??
    null
  return {
    showNotes,
    setShowNotes(recordingId, text, over) {
      return store.change((append) => {
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        const now = showNotes(recordingId)
        if (over !== undefined && now !== null && now !== over && text?.includes(now) !== true) return now
        if (text === null) store.run('DELETE FROM show_notes WHERE recording_id = ?', recordingId)
        else
          store.run('INSERT OR REPLACE INTO show_notes (recording_id, text) VALUES (?, ?)', recordingId, text)
        append('recording-updated', { recordingId })
        return null
      })
    },
  }
}

export const showNotesTable: TableDescription = {
  name: 'show_notes',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
