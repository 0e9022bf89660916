import type {
  ConnectionAsker,
  ConnectionOutcome,
  ConnectionPurpose,
  ConnectionTotals,
} from '#core/network/connection'
import { requestErasureIn } from '../../database/erase.ts'
import type { Store } from '../../database/store.ts'
import type { Holder } from '../../lock/open-processes.ts'
import type { Database } from 'better-sqlite3'
import { connectionSubject } from '../../connection-subject.ts'
import { OF_NO_RECORDING, type TableDescription } from '../../table-description.ts'

export interface NewConnection {
  readonly startedAtMs: number
  readonly host: string
  readonly proxy: string | null
  readonly url: string
  readonly purpose: ConnectionPurpose
  readonly title: string
  readonly askedBy: ConnectionAsker
  /** The object with which address and title are deleted. */
  readonly subject: string
  readonly holder: Holder
}

export interface ConnectionEnd {
  readonly endedAtMs: number
  readonly status: number | null
  readonly outcome: ConnectionOutcome
  readonly sentBytes: number
  readonly receivedBytes: number
}

export interface StoredConnection {
  readonly number: number
  readonly startedAtMs: number
  readonly host: string
  readonly proxy: string | null
  readonly url: string | null
  readonly purpose: ConnectionPurpose
  readonly title: string | null
  readonly askedBy: ConnectionAsker
  readonly status: number | null
  /** Null while in progress. */
  readonly outcome: ConnectionOutcome | null
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly holder: Holder
}

export interface ConnectionChoice {
  readonly limit: number
  /** Only those with a smaller number. */
  readonly before?: number | undefined
  readonly subject?: string | undefined
}

export interface ConnectionCalls {
  /** Returns its number. */
  beginConnection(connection: NewConnection): number
  endConnection(number: number, end: ConnectionEnd): void
  /** Newest first. */
  connections(choice: ConnectionChoice): StoredConnection[]
  connectionTotals(): ConnectionTotals
  /** Their object has a new name: an address became a model, an episode a recording. */
  renameConnectionSubject(from: string, to: string): void
}

/** Only inside `change`: removes address and title; keeps time, host and bytes. */
export const forgetConnections = (store: Store, subject: string): void =>
  forgetConnectionsIn(store.database, subject)

function forgetConnectionsIn(database: Database, subject: string): void {
  const { changes } = database
    .prepare('UPDATE connections SET url = NULL, title = NULL, subject = NULL WHERE subject = ?')
    .run(subject)
  if (changes > 0) requestErasureIn(database)
}

interface Row extends Omit<StoredConnection, 'holder'> {
  readonly pid: number
  readonly processId: string | null
}

export function createConnectionCalls(store: Store): ConnectionCalls {
  return {
    beginConnection: (connection) =>
      store.change((append) => {
        const { startedAtMs, host, proxy, url, purpose, title, askedBy, subject, holder } = connection
        store.run(
          `INSERT INTO connections (started_at_ms, host, proxy, url, purpose, title, asked_by, subject, pid, process_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          startedAtMs,
          host,
          proxy,
          url,
          purpose,
          title,
          askedBy,
          subject,
          holder.pid,
          holder.id,
        )
        const number = store.row<{ number: number }>('SELECT last_insert_rowid() AS number')?.number ?? 0
        append('connections-changed', {})
        return number
      }),
    endConnection(number, { endedAtMs, status, outcome, sentBytes, receivedBytes }) {
      store.change((append) => {
        store.run(
          `UPDATE connections SET ended_at_ms = ?, status = ?, outcome = ?, sent_bytes = ?, received_bytes = ?
            WHERE number = ?`,
          endedAtMs,
          status,
          outcome,
          sentBytes,
          receivedBytes,
          number,
        )
        append('connections-changed', {})
      })
    },
    connections: ({ limit, before = Number.MAX_SAFE_INTEGER, subject = null }) =>
      store
        .rows<Row>(
          `SELECT number, started_at_ms AS startedAtMs, host, proxy, url, purpose, title, asked_by AS askedBy, status,
             outcome, sent_bytes AS sentBytes, received_bytes AS receivedBytes, pid, process_id AS processId
           FROM connections WHERE number < ? AND subject IS coalesce(?, subject) ORDER BY number DESC LIMIT ?`,
          before,
          subject,
          limit,
        )
        .map(({ pid, processId, ...row }) => ({ ...row, holder: { id: processId ?? '', pid } })),
    connectionTotals() {
      const since = store.row<{ sinceMs: number | null }>(
        'SELECT min(since_ms) AS sinceMs FROM connection_lists',
      )
      const sums = store.row<Omit<ConnectionTotals, 'sinceMs'> & { readonly firstAtMs: number | null }>(
        `SELECT count(*) FILTER (WHERE outcome IS NOT 'blocked') AS count,
           count(*) FILTER (WHERE outcome = 'blocked') AS blocked, min(started_at_ms) AS firstAtMs,
           coalesce(sum(sent_bytes), 0) AS sentBytes, coalesce(sum(received_bytes), 0) AS receivedBytes
         FROM connections`,
      )
      const { firstAtMs = null, ...totals } = sums ?? {
        count: 0,
        blocked: 0,
        sentBytes: 0,
        receivedBytes: 0,
      }
      // A repaired library may have lost the row with the list's start.
      return { sinceMs: Math.min(since?.sinceMs ?? Date.now(), firstAtMs ?? Infinity), ...totals }
    },
    renameConnectionSubject(from, to) {
      store.change(() => store.run('UPDATE connections SET subject = ? WHERE subject = ?', to, from))
    },
  }
}

export const connectionsTable: TableDescription = {
  name: 'connections',
  whenDeleted: (database, recordingId) =>
    forgetConnectionsIn(database, connectionSubject('recording', recordingId)),
  whenJoined: 'kept',
  whenTrimmed: 'kept',
  isWork: false,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

export const connectionListsTable: TableDescription = {
  name: 'connection_lists',
  ...OF_NO_RECORDING,
  isWork: false,
  whenRepaired: 'uncounted',
  whenCopied: null,
  foundBy: null,
}
