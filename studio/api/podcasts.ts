import type { GroupApi } from '#contracts/calls/calls'
import { describeFault } from '#contracts/describe-fault'
import type { ProgramLanguage } from '#core/messages/messages'
import { bestTranscript } from '#core/podcasts/media-types'
import { requestEpisode } from '../job-kinds/download-episode.ts'
import type { StoredEpisode, StoredPodcast } from '../library/library.ts'
import type { FindProxy } from '../network/proxy.ts'
import { openFeedTranscript } from '../podcasts/open-feed-transcript.ts'
import { type AddedPodcasts, addPodcast, addPodcastFile, refreshPodcast } from '../podcasts/podcasts.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function podcastApi(
  { library }: Studio,
  findProxy: FindProxy | undefined,
): GroupApi<'podcasts', CallOptions> {
  const parts = { library, findProxy, askedBy: 'podcasts' as const }
  const cardOf = async (podcast: StoredPodcast) => {
    const { id, address, title, author, notes, link, remarks, readAtMs, episodes } = podcast
    const picture = podcast.hasPicture ? dataAddress(await library.podcastPicture(id)) : null
    return { id, address, title, author, notes, link, picture, remarks: [...remarks], readAtMs, episodes }
  }
  return {
    list: async () => Promise.all((await library.podcasts()).map(cardOf)),
    async episodes({ podcastId, most }) {
      const { id } = await library.podcast(podcastId)
      return (await library.episodes(id, most)).map(episodeCardOf)
    },
    newest: async ({ most }) =>
      (await library.newestEpisodes(most)).map(({ podcastId, episodes }) => ({
        podcastId,
        episodes: episodes.map(episodeCardOf),
      })),
    async episode({ episodeId }) {
      const { notes, link } = await library.episode(episodeId)
      return { notes, link }
    },
    add: async ({ address }, { signal, language }) =>
      addedOf(await addPodcast(parts, address, signal), language),
    addFile: async ({ fileName, base64 }, { signal, language }) => {
      const file = { name: fileName, bytes: Buffer.from(base64, 'base64') }
      return addedOf(await addPodcastFile(parts, file, signal), language)
    },
    async refresh({ podcastId }, { signal }) {
      const put = await refreshPodcast(parts, podcastId, signal)
      return { newEpisodes: put?.newEpisodes ?? 0 }
    },
    async remove({ podcastId }) {
      await library.removePodcast(podcastId)
      return {}
    },
    async download({ episodeId }) {
      return { jobId: (await requestEpisode(library, episodeId, 'podcasts')).id }
    },
    async openTranscript({ episodeId }, { signal }) {
      const { isNew } = await openFeedTranscript(parts, episodeId, signal)
      return { transcript: isNew ? 'new' : 'known' }
    },
    async source({ recordingId }) {
      const source = await library.recordingSource(recordingId)
      return source === null
        ? null
        : { ...source, people: [...source.people], picture: dataAddress(source.picture) }
    },
  }
}

function addedOf({ added, failed }: AddedPodcasts, language: ProgramLanguage) {
  return {
    podcastIds: added.map(({ id }) => id),
    failed: failed.map(({ address, error }) => ({ address, error: describeFault(error, language) })),
  }
}

const dataAddress = (picture: Uint8Array | null): string | null =>
  picture === null ? null : `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`

function episodeCardOf(episode: StoredEpisode) {
  const { id, title, publishedAtMs, durationMs, soundBytes, serverBytes, isListed, recordingId } = episode
  return {
    id,
    title,
    publishedAtMs,
    durationMs,
    feedBytes: soundBytes,
    serverBytes,
    hasTranscript: bestTranscript(episode.transcripts) !== null,
    hasChapters: episode.chaptersAddress !== '',
    isListed,
    recordingId,
  }
}
