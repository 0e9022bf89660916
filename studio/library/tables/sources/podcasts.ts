import { createHash } from 'node:crypto'
import { Fault } from '#contracts/errors'
import type { Feed, FeedRemark } from '#core/podcasts/feed'
import { connectionSubject } from '../../connection-subject.ts'
import type { Store } from '../../database/store.ts'
import { forgetConnections } from './connections.ts'
import { putEpisodes } from './episodes.ts'
import { OF_NO_RECORDING, type TableDescription } from '../../table-description.ts'

export interface StoredPodcast {
  readonly id: string
  /** Null if it came from a file without an address: it cannot be refreshed. */
  readonly address: string | null
  readonly title: string
  readonly author: string
  readonly notes: string
  readonly link: string
  readonly pictureAddress: string
  readonly hasPicture: boolean
  /** The server's ETag of the stored feed. */
  readonly etag: string | null
  readonly modified: string | null
  readonly remarks: readonly FeedRemark[]
  readonly readAtMs: number
  readonly addedAtMs: number
  readonly episodes: number
}

export interface ReadPodcast {
  /** With absolute addresses. */
  readonly feed: Feed
  readonly address: string | null
  readonly etag: string | null
  readonly modified: string | null
  readonly readAtMs: number
}

export interface PodcastCalls {
  /** Ordered by title. */
  podcasts(): StoredPodcast[]
  /** By id or its beginning, address or title. Fault `podcast.unknown`. */
  podcast(reference: string): StoredPodcast
  /**
   * Adds a podcast, or updates it from its feed; `id`: the refreshed podcast, else the one with the same
   * address. Keeps episodes that the feed no longer lists. Returns its id and the number of new episodes.
   */
  putPodcast(read: ReadPodcast, id?: string): PutPodcast
  /** Its feed was fetched and has not changed. */
  markPodcastRead(id: string, readAtMs: number): void
  setPodcastPicture(id: string, picture: Uint8Array | null): void
  /** A small JPEG; null if there is none. */
  podcastPicture(id: string): Uint8Array | null
  /** Keeps recordings made from its episodes. Fault `podcast.unknown`. */
  removePodcast(id: string): void
}

export interface PutPodcast {
  readonly id: string
  readonly isNew: boolean
  readonly newEpisodes: number
}

type Row = Omit<StoredPodcast, 'hasPicture' | 'remarks'> & { hasPicture: number; remarks: string }

const PODCASTS = `
  SELECT id, address, title, author, notes, link, picture_address AS pictureAddress, picture IS NOT NULL AS hasPicture,
    etag, modified, remarks, read_at_ms AS readAtMs, added_at_ms AS addedAtMs,
    (SELECT count(*) FROM episodes WHERE podcast_id = podcasts.id) AS episodes
  FROM podcasts`

export function createPodcastCalls(store: Store): PodcastCalls {
  const one = (where: string, ...values: unknown[]): StoredPodcast | undefined => {
    const row = store.row<Row>(`${PODCASTS} WHERE ${where}`, ...values)
    return row === undefined ? undefined : podcastOf(row)
  }
  return {
    podcasts: () => store.rows<Row>(`${PODCASTS} ORDER BY title COLLATE NOCASE, id`).map(podcastOf),
    podcast(reference) {
      const exact = one('id = ? OR address = ?', reference, reference)
      if (exact !== undefined) return exact
      const near = store.rows<Row>(
        `${PODCASTS} WHERE title = ? COLLATE NOCASE OR (length(?) >= 4 AND substr(id, 1, length(?)) = ?) LIMIT 2`,
        reference,
        reference,
        reference,
        reference,
      )
      if (near.length !== 1 || near[0] === undefined) throw new Fault('podcast.unknown', { reference })
      return podcastOf(near[0])
    },
    putPodcast: (read, id) => putPodcast(store, read, id),
    markPodcastRead(id, readAtMs) {
      store.change((append) => {
        store.run('UPDATE podcasts SET read_at_ms = ? WHERE id = ?', readAtMs, id)
        append('podcasts-changed', { podcastId: id })
      })
    },
    setPodcastPicture(id, picture) {
      store.change((append) => {
        store.run('UPDATE podcasts SET picture = ? WHERE id = ?', picture, id)
        append('podcasts-changed', { podcastId: id })
      })
    },
    podcastPicture: (id) =>
      store.row<{ picture: Uint8Array | null }>('SELECT picture FROM podcasts WHERE id = ?', id)?.picture ??
      null,
    removePodcast(id) {
      store.change((append) => {
        const episodes = store.rows<{ id: string }>('SELECT id FROM episodes WHERE podcast_id = ?', id)
        if (store.run('DELETE FROM podcasts WHERE id = ?', id) === 0)
          throw new Fault('podcast.unknown', { reference: id })
        forgetConnections(store, connectionSubject('podcast', id))
        for (const episode of episodes) forgetConnections(store, connectionSubject('episode', episode.id))
        append('podcasts-changed', { podcastId: id })
      })
    },
  }
}

function putPodcast(store: Store, read: ReadPodcast, givenId: string | undefined): PutPodcast {
  const { feed, address, etag, modified, readAtMs } = read
  return store.change((append) => {
    const same = store.row<{ id: string }>(
      'SELECT id FROM podcasts WHERE id = ? OR address = ?',
      givenId ?? '',
      address,
    )
    const id = same?.id ?? idOf(address ?? `${feed.title}\n${feed.episodes[0]?.guid ?? ''}`)
    const known = store.row('SELECT 1 FROM podcasts WHERE id = ?', id)
    const facts = [feed.title, feed.author, feed.notes, feed.link, feed.picture]
    const state = [etag, modified, JSON.stringify(feed.remarks), readAtMs]
    if (known === undefined) {
      store.run(
        'INSERT INTO podcasts VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)',
        id,
        address,
        ...facts,
        ...state,
        readAtMs,
      )
    } else {
      store.run(
        `UPDATE podcasts SET title = ?, author = ?, notes = ?, link = ?, picture_address = ?, etag = ?, modified = ?,
           remarks = ?, read_at_ms = ?, address = coalesce(address, ?) WHERE id = ?`,
        ...facts,
        ...state,
        address,
        id,
      )
    }
    const newEpisodes = putEpisodes(store, id, feed.episodes)
    append('podcasts-changed', { podcastId: id })
    return { id, isNew: known === undefined, newEpisodes }
  })
}

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const podcastOf = ({ hasPicture, remarks, ...row }: Row): StoredPodcast => ({
  ...row,
  hasPicture: hasPicture === 1,
  remarks: JSON.parse(remarks) as FeedRemark[],
})

export const podcastsTable: TableDescription = {
  name: 'podcasts',
  ...OF_NO_RECORDING,
  isWork: true,
  whenRepaired: 'counted',
  whenCopied: null,
  foundBy: null,
}
