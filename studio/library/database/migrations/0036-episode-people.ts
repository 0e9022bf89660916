import type { Migration } from './migration.ts'

/**
 * The hosts and guests of an episode, as its feed names them, and of a recording that was made from one. Feeds
 * that are stored already are read in full at their next check.
 */
export const episodePeople: Migration = {
  version: 36,
  name: 'episode people',
  up: (database) => {
    database.exec(`
      ALTER TABLE episodes ADD COLUMN people TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(people));
      ALTER TABLE recording_sources ADD COLUMN people TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(people));
      UPDATE podcasts SET etag = NULL, modified = NULL;
    `)
  },
}
