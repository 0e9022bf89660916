import { Fault } from '#contracts/errors'
import { parseTerms, printTerms } from '#core/glossary/text-form'
import { type Term, termKey } from '#core/glossary/term'
import type { Store } from '../database/store.ts'
import type { TableDescription } from '../table-description.ts'

export interface GlossaryCalls {
  /** As typed; empty if there is none. `null`: the library's. Fault `recording.unknown`. */
  glossary(recordingId: string | null): string
  /** Causes places to check to be counted again. Fault `recording.unknown`. */
  setGlossary(recordingId: string | null, text: string): void
  /**
   * Adds a line for each term missing from the glossary, leaving the rest unchanged. Fault
   * `recording.unknown`.
   */
  addTerms(recordingId: string | null, terms: readonly Term[]): void
  /** Terms of the recording, then of the library; those with the same name are not merged. */
  termsFor(recordingId: string): Term[]
}

export function createGlossaryCalls(store: Store): GlossaryCalls {
  const checkRecording = (recordingId: string | null): void => {
    if (recordingId === null) return
    if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
      throw new Fault('recording.unknown', { reference: recordingId })
  }
  const textOf = (recordingId: string | null): string =>
    store.row<{ text: string }>('SELECT text FROM glossaries WHERE id = ?', recordingId ?? 'library')?.text ??
    ''
  const write = (recordingId: string | null, text: string): void => {
    store.change((append) => {
      checkRecording(recordingId)
      if (textOf(recordingId) === text) return
      if (text === '') store.run('DELETE FROM glossaries WHERE id = ?', recordingId ?? 'library')
      else {
        store.run(
          'INSERT OR REPLACE INTO glossaries (id, recording_id, text) VALUES (?, ?, ?)',
          recordingId ?? 'library',
          recordingId,
          text,
        )
      }
      if (recordingId === null) store.run('DELETE FROM transcript_places')
      else {
        store.run(
          `DELETE FROM transcript_places
           WHERE transcript_id IN (SELECT id FROM transcripts WHERE recording_id = ?)`,
          recordingId,
        )
      }
      append('glossary-changed', { recordingId })
    })
  }
  return {
    glossary(recordingId) {
      checkRecording(recordingId)
      return textOf(recordingId)
    },
    setGlossary: write,
    addTerms(recordingId, terms) {
      store.change(() => {
        const text = textOf(recordingId)
        const known = new Set(parseTerms(text).terms.map((term) => termKey(term.text)))
        const added = terms.filter((term) => !known.has(termKey(term.text)))
        if (added.length === 0) return checkRecording(recordingId)
        write(recordingId, (text === '' || text.endsWith('\n') ? text : `${text}\n`) + printTerms(added))
      })
    },
    termsFor: (recordingId) => [recordingId, null].flatMap((id) => parseTerms(textOf(id)).terms),
  }
}

export const glossariesTable: TableDescription = {
  name: 'glossaries',
  whenDeleted: 'deleted',
  whenJoined: moveGlossary,
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

/** The id of a recording's glossary is the recording's. */
function moveGlossary(store: Store, fromId: string, toId: string): void {
  store.run(
    'UPDATE OR IGNORE glossaries SET id = ?, recording_id = ? WHERE recording_id = ?',
    toId,
    toId,
    fromId,
  )
}
