import type { Migration } from './migration.ts'

/** The caption rules chosen for a transcript (core's CaptionSettings); null for the default ones. */
export const captionRules: Migration = {
  version: 8,
  name: 'caption rules',
  up: (database) => {
    database.exec(
      'ALTER TABLE transcripts ADD COLUMN caption_rules TEXT CHECK (caption_rules IS NULL OR json_valid(caption_rules))',
    )
  },
}
