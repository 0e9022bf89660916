import type { Migration } from './migration.ts'

/**
 * Which process made a connection, by its id in `open` (lock/open-processes.ts), as for jobs (0031). Those of before are of
 * processes that have ended: this is done while nobody has the library open.
 */
export const connectionProcesses: Migration = {
  version: 32,
  name: 'connections by process id',
  up: (database) => database.exec('ALTER TABLE connections ADD COLUMN process_id TEXT'),
}
