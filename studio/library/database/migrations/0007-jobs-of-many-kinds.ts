import type { Migration } from './migration.ts'

/** A job may belong to no recording; such jobs are also unique by kind and settings. */
export const jobsOfManyKinds: Migration = {
  version: 7,
  name: 'jobs of many kinds',
  up: (database) => {
    database.exec(`
      ALTER TABLE jobs ALTER COLUMN recording_id DROP NOT NULL;
      CREATE UNIQUE INDEX jobs_without_recording ON jobs (kind, settings_key) WHERE recording_id IS NULL;
    `)
  },
}
