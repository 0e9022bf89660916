import type { Database } from 'better-sqlite3'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Store } from './database/store.ts'

/**
 * What the program does with the rows of a table. Defined in the module of the table's calls and listed in
 * `all-tables.ts`, which deletion, joining, trimming, restoring, repair and search read.
 */
export interface TableDescription {
  readonly name: string
  /**
   * When a recording is deleted, from the library or from a backup. `deleted`: a foreign key deletes the rows;
   * `unlinked`: a foreign key sets their reference to null; `by-trigger`: a trigger deletes them; `kept`: they
   * refer to no recording. A function runs in the transaction, before the recording's row is deleted; a backup may
   * be of any older version that has the table.
   */
  readonly whenDeleted:
    | 'deleted'
    | 'unlinked'
    | 'by-trigger'
    | 'kept'
    | ((database: Database, recordingId: string, place: 'library' | 'backup') => void)
  /**
   * When a recording takes over everything of one without a file, which is then deleted. `moved`: rows whose key the
   * recording does not have yet become its own; `as-deleted`: as when the other one is deleted; `follows`: as the
   * rows they depend on; `kept`: they belong to no recording; `apart`: see `join-recordings.ts`.
   */
  readonly whenJoined:
    | 'moved'
    | 'as-deleted'
    | 'follows'
    | 'kept'
    | 'apart'
    | ((store: Store, fromId: string, toId: string) => void)
  /**
   * When a recording is cut to a part of itself. `deleted`: they describe the sound before; `follows`: as the rows
   * they depend on, since all transcripts are replaced; `kept`: they do not describe the sound; `apart`: see
   * `replace-with-part.ts`.
   */
  readonly whenTrimmed:
    | 'deleted'
    | 'follows'
    | 'kept'
    | 'apart'
    | ((store: Store, recordingId: string, part: TimeSpan) => void)
  /** Whether rows are a person's work; an SQL condition selects those that are. A library without any may be replaced. */
  readonly isWork: boolean | string
  /** When a damaged library is repaired: whether rows are saved and counted in the report. */
  readonly whenRepaired: 'counted' | 'uncounted' | 'left-out'
  /** SQL that removes the state of running programs from a database that was repaired or comes from elsewhere. */
  readonly whenCopied: string | null
  /** What search finds in the table; as an SQL expression, the labels of a row of `recordings`, separated by newlines. */
  readonly foundBy: 'text' | 'speaker' | { readonly labels: string } | null
}

/** For tables whose rows belong to a transcript. */
export const OF_TRANSCRIPT = {
  whenDeleted: 'deleted',
  whenJoined: 'follows',
  whenTrimmed: 'follows',
} as const satisfies Partial<TableDescription>

/** For tables that refer to no recording. */
export const OF_NO_RECORDING = {
  whenDeleted: 'kept',
  whenJoined: 'kept',
  whenTrimmed: 'kept',
} as const satisfies Partial<TableDescription>
