import type { Migration } from './migration.ts'

/**
 * Which process made a connection, by its id in `open` (lock/open-processes.ts), as for jobs (0031). Earlier
 * rows belong to processes that have ended: migrating requires that nobody has the library open.
 */
export const connectionProcesses: Migration = {
  version: 32,
  name: 'connections by process id',
  up: (database) => database.exec('ALTER TABLE connections ADD COLUMN process_id TEXT'),
}
