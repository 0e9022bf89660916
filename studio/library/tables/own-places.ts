import type { Database } from 'better-sqlite3'

/** What a deletion may delete: a library that somebody made up must not name a folder elsewhere. */
const PLACE = /^(?:(?:media|texts|recordings|cache)\/(?!\.{1,2}$)[^/\\]+|cache\/live\/(?!\.{1,2}$)[^/\\]+)$/u

export const isOwnPlace = (place: string): boolean => PLACE.test(place)

/** Where a recording was written, and its sound for the text meanwhile, if the program was killed before it deleted them. */
export function writtenPlaces(database: Database, recordingId: string): string[] {
  return database
    .prepare<[string], string>('SELECT running_id FROM recorded WHERE recording_id = ?')
    .pluck()
    .all(recordingId)
    .flatMap((runningId) => [`recordings/${runningId}`, `cache/live/${runningId}`])
}

/** Texts given for its alignment that no other recording's job names. */
export function textPlaces(database: Database, recordingId: string): string[] {
  const texts = database
    .prepare<[string]>(
      `SELECT DISTINCT json_extract(settings, '$.textSha256') AS sha256 FROM jobs AS own
       WHERE recording_id = ? AND kind = 'align' AND NOT EXISTS (
         SELECT 1 FROM jobs AS other WHERE other.kind = 'align' AND other.recording_id <> own.recording_id
         AND json_extract(other.settings, '$.textSha256') = json_extract(own.settings, '$.textSha256')
       )`,
    )
    .pluck()
    .all(recordingId)
  // The settings of a later program may have no text, or one that is no hash.
  return texts
    .filter((sha256) => typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256))
    .map((sha256) => `texts/${String(sha256)}`)
}
