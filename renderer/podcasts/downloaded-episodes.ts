import { useEffect } from 'react'
import type { EpisodeCard } from '#contracts/calls/podcasts'
import type { RecordingCard } from '#contracts/calls/recordings'
import { arriveDownloaded } from '../library/imports/import-store.ts'

/** Ids of the episodes whose download was started on this page. */
const awaited = new Set<string>()

/** After its download, the episode is offered to be transcribed, as an imported file is. */
export function awaitDownload(episodeId: string): void {
  awaited.add(episodeId)
}

export function forgetDownload(episodeId: string): void {
  awaited.delete(episodeId)
}

/** Opens the dialog before a job for those of the shown episodes that were just downloaded and have no text. */
export function useOfferDownloaded(
  episodes: readonly EpisodeCard[],
  recordings: ReadonlyMap<string, RecordingCard>,
): void {
  useEffect(() => {
    const here = episodes.flatMap(({ id, recordingId }) => {
      const card = recordings.get(recordingId ?? '')
      return card !== undefined && awaited.delete(id) ? [card] : []
    })
    const unwritten = here.filter(({ job, transcript }) => job === null && transcript === null)
    if (unwritten.length > 0) arriveDownloaded(unwritten.map(({ id }) => id))
  }, [episodes, recordings])
}
