import type { Migration } from './migration.ts'

/** When a transcript's captions are shown (core's CaptionTiming), as JSON; null for when their words are said. */
export const captionTimings: Migration = {
  version: 34,
  name: 'caption timings',
  up: (database) => {
    database.exec(
      'ALTER TABLE transcripts ADD COLUMN caption_timing TEXT CHECK (caption_timing IS NULL OR json_valid(caption_timing))',
    )
  },
}
