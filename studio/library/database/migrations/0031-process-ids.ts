import type { Migration } from './migration.ts'

/**
 * Which process holds a job or watches a folder, by its id in `open` (lock/open-processes.ts): whether it lives is not known by
 * a process number, which another may have, also in another container. Those of before are of processes that have ended, as this
 * is done while nobody has the library open.
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
