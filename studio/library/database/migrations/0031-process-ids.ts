import type { Migration } from './migration.ts'

/**
 * Which process holds a job or watches a folder, by its id in `open` (lock/open-processes.ts): a pid does not
 * show whether it is alive, as another process may have it, even in another container. Earlier rows belong to
 * processes that have ended, as migrating requires that nobody has the library open.
 */
export const processIds: Migration = {
  version: 31,
  name: 'processes by id',
  up: (database) =>
    database.exec(`
      ALTER TABLE leases ADD COLUMN process_id TEXT;
      ALTER TABLE watched_folders ADD COLUMN process_id TEXT;
    `),
}
