import type { Migration } from './migration.ts'

/** Second texts of transcripts, each made by a job and deleted with it. */
export const secondOpinions: Migration = {
  version: 15,
  name: 'second opinions',
  up: (database) => {
    database.exec(`
      CREATE TABLE second_opinions (
        job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
        transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
        language TEXT NOT NULL,
        differences INTEGER NOT NULL,
        opinion TEXT NOT NULL CHECK (json_valid(opinion))
      ) STRICT;
      CREATE INDEX second_opinions_by_transcript ON second_opinions (transcript_id);
    `)
  },
}
