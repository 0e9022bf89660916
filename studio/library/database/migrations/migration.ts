import type { Database } from 'better-sqlite3'

/** Migrates the tables from version `version - 1` to `version`. Never changed after its release. */
export interface Migration {
  readonly version: number
  readonly name: string
  /** Runs inside the transaction that also writes the version. */
  readonly up: (database: Database) => void
}
