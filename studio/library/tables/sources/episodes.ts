import { createHash } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { FeedEpisode, FeedTranscript } from '#core/podcasts/feed'
import type { Store } from '../../database/store.ts'
import type { TableDescription } from '../../table-description.ts'

export interface StoredEpisode {
  readonly id: string
  readonly podcastId: string
  readonly title: string
  readonly publishedAtMs: number | null
  readonly durationMs: number | null
  readonly link: string
  readonly pictureAddress: string
  readonly soundAddress: string
  readonly soundType: string
  /** As stated by the feed; null if it states none. */
  readonly soundBytes: number | null
  /** As stated by the server at the download; null before. */
  readonly serverBytes: number | null
  readonly transcripts: readonly FeedTranscript[]
  /** Empty if there are none. */
  readonly chaptersAddress: string
  /** Names of its hosts and guests. */
  readonly people: readonly string[]
  /** The recording made from it; null if it is not in the library. */
  readonly recordingId: string | null
  /** Whether the feed listed it when last read. */
  readonly isListed: boolean
}

/** Origin of a recording. */
export interface RecordingSource {
  /** Title of the podcast. */
  readonly podcast: string
  readonly publishedAtMs: number | null
  readonly notes: string
  readonly link: string
  /** Names of the hosts and guests, as the feed gives them. */
  readonly people: readonly string[]
  /** A small JPEG. */
  readonly picture: Uint8Array | null
}

export interface EpisodeCalls {
  /** Newest first, all of them or at most `most`. */
  episodes(podcastId: string, most?: number): StoredEpisode[]
  /** At most `most` of the newest episodes of each podcast that has one. */
  newestEpisodes(most: number): { readonly podcastId: string; readonly episodes: StoredEpisode[] }[]
  /** By id or its beginning. Fault `podcast.unknown-episode`. */
  episode(reference: string): StoredEpisode & { readonly notes: string }
  /** The episode that this recording was made from; null if it was made otherwise. */
  episodeOfRecording(recordingId: string): StoredEpisode | null
  setServerBytes(episodeId: string, bytes: number): void
  /**
   * Records that the episode became this recording. Faults: `podcast.unknown-episode`, `recording.unknown`.
   */
  linkEpisode(episodeId: string, recordingId: string, source: RecordingSource): void
  /** What a recording's own file says of its origin; kept only if nothing is known of it yet. */
  keepTagSource(recordingId: string, source: RecordingSource): void
  /** Null for a recording of unknown origin. */
  recordingSource(recordingId: string): RecordingSource | null
}

type Row = Omit<StoredEpisode, 'transcripts' | 'isListed' | 'people'> & {
  transcripts: string
  isListed: number
  people: string
}

const COLUMNS = `id, podcast_id AS podcastId, title, published_at_ms AS publishedAtMs, duration_ms AS durationMs, link,
  picture_address AS pictureAddress, sound_address AS soundAddress, sound_type AS soundType, sound_bytes AS soundBytes,
  server_bytes AS serverBytes, transcripts, chapters_address AS chaptersAddress, recording_id AS recordingId,
  is_listed AS isListed, people`

export function createEpisodeCalls(store: Store): EpisodeCalls {
  return {
    episodes: (podcastId, most = -1) =>
      store
        .rows<Row>(
          `SELECT ${COLUMNS} FROM episodes WHERE podcast_id = ?
           ORDER BY published_at_ms IS NULL, published_at_ms DESC, position LIMIT ?`,
          podcastId,
          most,
        )
        .map(episodeOf),
    newestEpisodes(most) {
      const rows = store.rows<Row>(
        `SELECT ${COLUMNS} FROM episodes JOIN (
           SELECT rowid AS at, row_number() OVER (
             PARTITION BY podcast_id ORDER BY published_at_ms IS NULL, published_at_ms DESC, position
           ) AS place FROM episodes
         ) ON at = episodes.rowid WHERE place <= ? ORDER BY place`,
        most,
      )
      const byPodcast = new Map<string, StoredEpisode[]>()
      for (const row of rows) {
        const episodes = byPodcast.get(row.podcastId) ?? []
        byPodcast.set(row.podcastId, [...episodes, episodeOf(row)])
      }
      return [...byPodcast].map(([podcastId, episodes]) => ({ podcastId, episodes }))
    },
    episode(reference) {
      const rows = store.rows<Row & { notes: string }>(
        `SELECT ${COLUMNS}, notes FROM episodes WHERE id = ? OR (length(?) >= 4 AND substr(id, 1, length(?)) = ?) LIMIT 2`,
        reference,
        reference,
        reference,
        reference,
      )
      const [row] = rows
      if (row === undefined || rows.length > 1) throw new Fault('podcast.unknown-episode', { reference })
      return { ...episodeOf(row), notes: row.notes }
    },
    episodeOfRecording(recordingId) {
      const row = store.row<Row>(
        `SELECT ${COLUMNS} FROM episodes WHERE recording_id = ? ORDER BY id LIMIT 1`,
        recordingId,
      )
      return row === undefined ? null : episodeOf(row)
    },
    setServerBytes(episodeId, bytes) {
      store.change((append) => {
        store.run('UPDATE episodes SET server_bytes = ? WHERE id = ?', bytes, episodeId)
        append('podcasts-changed', { podcastId: podcastOf(store, episodeId) })
      })
    },
    linkEpisode(episodeId, recordingId, { podcast, publishedAtMs, notes, link, people, picture }) {
      store.change((append) => {
        const podcastId = podcastOf(store, episodeId)
        if (store.row('SELECT 1 FROM recordings WHERE id = ?', recordingId) === undefined)
          throw new Fault('recording.unknown', { reference: recordingId })
        store.run('UPDATE episodes SET recording_id = ? WHERE id = ?', recordingId, episodeId)
        // What the feed leaves out, the file's own tags may have said.
        store.run(
          `INSERT INTO recording_sources VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (recording_id) DO UPDATE SET podcast = excluded.podcast,
             published_at_ms = coalesce(excluded.published_at_ms, published_at_ms), notes = excluded.notes,
             link = excluded.link, picture = excluded.picture,
             people = iif(excluded.people = '[]', people, excluded.people)`,
          ...sourceRow(recordingId, { podcast, publishedAtMs, notes, link, people, picture }),
        )
        append('podcasts-changed', { podcastId })
        append('recording-updated', { recordingId })
      })
    },
    keepTagSource(recordingId, source) {
      store.change((append) => {
        store.run(
          'INSERT OR IGNORE INTO recording_sources VALUES (?, ?, ?, ?, ?, ?, ?)',
          ...sourceRow(recordingId, source),
        )
        append('recording-updated', { recordingId })
      })
    },
    recordingSource(recordingId) {
      const row = store.row<Omit<RecordingSource, 'people'> & { people: string }>(
        `SELECT podcast, published_at_ms AS publishedAtMs, notes, link, picture, people
         FROM recording_sources WHERE recording_id = ?`,
        recordingId,
      )
      return row === undefined ? null : { ...row, people: JSON.parse(row.people) as string[] }
    },
  }
}

/** Stores the feed's current episodes, within a transaction of the caller. Returns how many are new. */
export function putEpisodes(store: Store, podcastId: string, episodes: readonly FeedEpisode[]): number {
  const known = new Set(
    store
      .rows<{ guid: string }>('SELECT guid FROM episodes WHERE podcast_id = ?', podcastId)
      .map(({ guid }) => guid),
  )
  store.run('UPDATE episodes SET is_listed = 0 WHERE podcast_id = ?', podcastId)
  for (const [position, episode] of episodes.entries()) {
    const {
      guid,
      title,
      publishedAtMs,
      durationMs,
      notes,
      link,
      picture,
      sound,
      transcripts,
      chapters,
      people,
    } = episode
    store.run(
      `INSERT INTO episodes VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL, ?)
       ON CONFLICT (podcast_id, guid) DO UPDATE SET position = excluded.position, is_listed = 1, title = excluded.title,
         published_at_ms = excluded.published_at_ms, duration_ms = excluded.duration_ms, notes = excluded.notes,
         link = excluded.link, picture_address = excluded.picture_address,
         server_bytes = iif(sound_address = excluded.sound_address, server_bytes, NULL),
         sound_address = excluded.sound_address, sound_type = excluded.sound_type, sound_bytes = excluded.sound_bytes,
         transcripts = excluded.transcripts, chapters_address = excluded.chapters_address,
         people = excluded.people`,
      createHash('sha256').update(`${podcastId}\n${guid}`).digest('hex').slice(0, 16),
      podcastId,
      guid,
      position,
      title,
      publishedAtMs,
      durationMs,
      notes,
      link,
      picture,
      sound.address,
      sound.type,
      sound.bytes,
      JSON.stringify(transcripts),
      chapters,
      JSON.stringify(people),
    )
  }
  store.run(
    `UPDATE recording_sources SET people = episodes.people FROM episodes
     WHERE episodes.recording_id = recording_sources.recording_id AND podcast_id = ? AND is_listed = 1
       AND episodes.people <> '[]'`,
    podcastId,
  )
  return episodes.filter(({ guid }) => !known.has(guid)).length
}

const sourceRow = (
  recordingId: string,
  { podcast, publishedAtMs, notes, link, people, picture }: RecordingSource,
) => [recordingId, podcast, publishedAtMs, notes, link, picture, JSON.stringify(people)] as const

function podcastOf(store: Store, episodeId: string): string {
  const row = store.row<{ podcastId: string }>(
    'SELECT podcast_id AS podcastId FROM episodes WHERE id = ?',
    episodeId,
  )
  if (row === undefined) throw new Fault('podcast.unknown-episode', { reference: episodeId })
  return row.podcastId
}

const episodeOf = ({ transcripts, isListed, people, ...row }: Row): StoredEpisode => ({
  ...row,
  people: JSON.parse(people) as string[],
  transcripts: JSON.parse(transcripts) as FeedTranscript[],
  isListed: isListed === 1,
})

export const episodesTable: TableDescription = {
  name: 'episodes',
  whenDeleted: 'unlinked',
  whenJoined: 'as-deleted',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}

export const recordingSourcesTable: TableDescription = {
  name: 'recording_sources',
  whenDeleted: 'deleted',
  whenJoined: 'as-deleted',
  whenTrimmed: 'kept',
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
