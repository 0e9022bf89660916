import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

/** A file written by an export; lets a second run of the same command recognize its own output. */
export interface OutputRecord {
  readonly path: string
  /** Hash of the file's content as written. */
  readonly sha256: string
  readonly format: string
  readonly recordingId: string
  readonly settingsKey: string
  /** `version` of the transcript that was written. */
  readonly transcriptVersion: number
}

export interface OutputCalls {
  /** Replaces the record of an earlier file at the same path. */
  recordOutput(output: OutputRecord): void
  output(path: string): OutputRecord | undefined
  outputsOf(recordingId: string): OutputRecord[]
}

const COLUMNS = `path, sha256, format, recording_id AS recordingId, settings_key AS settingsKey,
  transcript_version AS transcriptVersion`

export function createOutputCalls(store: Store): OutputCalls {
  return {
    recordOutput({ path, sha256, format, recordingId, settingsKey, transcriptVersion }) {
      store.change((append) => {
        store.run(
          `INSERT OR REPLACE INTO outputs (path, sha256, format, recording_id, settings_key, transcript_version)
           VALUES (?, ?, ?, ?, ?, ?)`,
          path,
          sha256,
          format,
          recordingId,
          settingsKey,
          transcriptVersion,
        )
        append('output-recorded', { recordingId, path })
      })
    },
    output: (path) => store.row<OutputRecord>(`SELECT ${COLUMNS} FROM outputs WHERE path = ?`, path),
    outputsOf: (recordingId) =>
      store.rows<OutputRecord>(
        `SELECT ${COLUMNS} FROM outputs WHERE recording_id = ? ORDER BY path`,
        recordingId,
      ),
  }
}

export const outputsTable: TableDescription = {
  name: 'outputs',
  whenDeleted: 'deleted',
  whenJoined: 'moved',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
