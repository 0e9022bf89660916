import { firstTables } from './0001-first-tables.ts'
import type { Migration } from './migration.ts'

/** In the order of their versions, which rise by one. Append only: never reuse, reorder or remove. */
export const migrations: readonly Migration[] = [firstTables]

/** The version of the tables that this program writes. */
export const LIBRARY_VERSION = migrations.length
