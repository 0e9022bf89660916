import type { Migration } from './migration.ts'

/** Cost of each run of a job, as JSON; kept, without its subject, when that is deleted. */
export const runCosts: Migration = {
  version: 19,
  name: 'run-costs',
  up: (database) => {
    database.exec(`
      CREATE TABLE run_costs (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
        transcript_id TEXT REFERENCES transcripts (id) ON DELETE SET NULL,
        started_at_ms INTEGER NOT NULL,
        cost TEXT NOT NULL CHECK (json_valid(cost))
      ) STRICT;
      CREATE INDEX run_costs_by_job ON run_costs (job_id);
      CREATE INDEX run_costs_by_transcript ON run_costs (transcript_id);
    `)
  },
}
