import path from 'node:path'
import { requestErasure } from '../../database/erase.ts'
import type { Store } from '../../database/store.ts'
import { ownFolderOf } from '../../own-folder.ts'
import { unusedPlaces } from '../../own-places.ts'
import { OF_NO_RECORDING, type TableDescription } from '../../table-description.ts'

/** An unfinished deletion; its rows are already deleted. */
export interface UnfinishedDeletion {
  readonly number: number
  readonly recordingId: string
  /** Files and folders below the library's, with `/` between names; they may not exist. */
  readonly places: readonly string[]
  /** Title and paths, which logs may contain. */
  readonly names: readonly string[]
  /** Whether the recording is to be deleted from backups too. */
  readonly isInBackups: boolean
}

export interface DeletionCalls {
  /** In the order in which they were begun. */
  unfinishedDeletions(): UnfinishedDeletion[]
  /**
   * Those of a deletion's places that the library does not use now: the same file may have been added again.
   */
  unusedPlaces(places: readonly string[]): string[]
  /** Nothing of it is left except what `erase` removes. */
  finishDeletion(number: number): void
}

interface Row {
  readonly number: number
  readonly recordingId: string
  readonly places: string
  readonly names: string
  readonly inBackups: number
}

const ROWS = `SELECT number, recording_id AS recordingId, places, names, in_backups AS inBackups FROM deletions`

export function createDeletionCalls(store: Store): DeletionCalls {
  return {
    unfinishedDeletions: () => store.rows<Row>(`${ROWS} ORDER BY number`).map(deletionOf),
    unusedPlaces: (places) => unusedPlaces(store.database, places),
    finishDeletion(number) {
      store.change(() => {
        store.run('DELETE FROM deletions WHERE number = ?', number)
        // The row itself contains what was deleted.
        requestErasure(store)
      })
    },
  }
}

/** Only inside `change`, together with the deletion of the rows. */
export function storeDeletion(
  store: Store,
  { recordingId, places, names, isInBackups }: Omit<UnfinishedDeletion, 'number'>,
): UnfinishedDeletion {
  store.run(
    'INSERT INTO deletions (recording_id, places, names, in_backups) VALUES (?, ?, ?, ?)',
    recordingId,
    JSON.stringify(places),
    JSON.stringify(names),
    isInBackups ? 1 : 0,
  )
  const row = store.row<Row>(`${ROWS} WHERE number = last_insert_rowid()`)
  if (row === undefined) throw new Error(`the deletion of ${recordingId} was not written`)
  return deletionOf(row)
}

/** The unfinished deletion of a recording whose rows are gone. */
export function unfinishedDeletionOf(store: Store, recordingId: string): UnfinishedDeletion | undefined {
  const row = store.row<Row>(`${ROWS} WHERE recording_id = ? ORDER BY number DESC`, recordingId)
  return row && deletionOf(row)
}

/** Places of a recording's sound and the files derived from it; a person's own file is not among them. */
export function soundPlaces(store: Store, recordingId: string, file: string): string[] {
  const own = ownFolderOf(store.folder, file)
  return [...(own === null ? [] : [`media/${path.basename(own)}`]), `cache/${recordingId}`]
}

const deletionOf = ({ inBackups, places, names, ...row }: Row): UnfinishedDeletion => ({
  ...row,
  places: JSON.parse(places) as string[],
  names: JSON.parse(names) as string[],
  isInBackups: inBackups === 1,
})

/** Refers to recordings that no longer exist. */
export const deletionsTable: TableDescription = {
  name: 'deletions',
  ...OF_NO_RECORDING,
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
