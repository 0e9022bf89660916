import type { Database } from 'better-sqlite3'

/** Places that a deletion may delete: a forged library must not name a folder elsewhere. */
const PLACE = /^(?:(?:media|texts|recordings|cache)\/(?!\.{1,2}$)[^/\\]+|cache\/live\/(?!\.{1,2}$)[^/\\]+)$/u

export const isOwnPlace = (place: string): boolean => PLACE.test(place)

/** Place of a file stored by a library, whichever system wrote its path and wherever that library is now. */
export function mediaPlace(file: string): string[] {
  const [media, folder = ''] = file.split(/[\\/]/u).slice(-3)
  return media === 'media' ? [`media/${folder}`] : []
}

/** Places of a library's own copy of a file by content, and of the remains of an interrupted copy. */
export const copyPlace = (sha256: string): string => `media/${sha256.slice(0, 24)}`

/**
 * Those of a deletion's places that the library does not use now: the same file may have been added again.
 */
export function unusedPlaces(database: Database, places: readonly string[]): string[] {
  const own = places.filter(isOwnPlace)
  const used = new Set<string>()
  if (own.some((place) => place.startsWith('media/')))
    for (const { path, sha256 } of database
      .prepare<[], { path: string; sha256: string }>(
        `SELECT path, sha256 FROM recordings WHERE NOT EXISTS (
           SELECT 1 FROM sound_deletions WHERE recording_id = recordings.id AND deleted_on IS NOT NULL
         )`,
      )
      .all())
      for (const place of [...mediaPlace(path), copyPlace(sha256)]) used.add(place)
  const wanted = database.prepare(
    "SELECT 1 FROM jobs WHERE kind = 'align' AND json_extract(settings, '$.textSha256') = ?",
  )
  for (const place of own)
    if (place.startsWith('texts/') && wanted.get(place.slice('texts/'.length)) !== undefined) used.add(place)
  return own.filter((place) => !used.has(place))
}

/**
 * Folders of a recording's blocks and of its sound for live text, if the program was killed before deleting
 * them.
 */
export function writtenPlaces(database: Database, recordingId: string): string[] {
  return database
    .prepare<[string], string>('SELECT running_id FROM recorded WHERE recording_id = ?')
    .pluck()
    .all(recordingId)
    .flatMap((runningId) => [`recordings/${runningId}`, `cache/live/${runningId}`])
}

/** Texts given for its alignment that no other recording's job uses. */
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
  // The settings of a later program may have no text, or one that is not a hash.
  return texts
    .filter((sha256) => typeof sha256 === 'string' && /^[0-9a-f]{64}$/u.test(sha256))
    .map((sha256) => `texts/${String(sha256)}`)
}
