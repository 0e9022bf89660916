import { DownloadEpisodeSettings, type EpisodeStep, episodeSteps } from '#contracts/episode-downloads'
import type { JobRecord, Library } from '../library/library.ts'
import {
  downloadEpisode,
  type DownloadEpisodeOptions,
  dropEpisodeDownload,
  type EpisodeParts,
} from '../podcasts/download-episode.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'

export const DOWNLOAD_EPISODE = 'download-episode'

/** Share of the time, by step. */
const SHARES: Readonly<Record<EpisodeStep, number>> = { download: 0.92, add: 0.05, chapters: 0.03 }

/** Excludes the requester: whoever asked first, the download is the same. */
const episodeKey = ({ episodeId, round }: DownloadEpisodeSettings): string =>
  settingsHash({ kind: DOWNLOAD_EPISODE, episodeId, round })

/** Job kind that downloads an episode of a podcast and adds it to the library. */
export function downloadEpisodeKind(
  given: Omit<EpisodeParts, 'askedBy'>,
  options: Pick<DownloadEpisodeOptions, 'stallMs' | 'retryMs'> = {},
): JobKind<string, EpisodeStep> {
  return {
    name: DOWNLOAD_EPISODE,
    waitsFor: [],
    // More would only share the same connection.
    atOnce: () => Promise.resolve(2),
    keyOf: async (settings) => episodeKey(DownloadEpisodeSettings.parse(settings)),
    wholeFraction(_settings, step, fraction) {
      const at = episodeSteps.indexOf(step as EpisodeStep)
      if (at < 0) return 0
      const before = episodeSteps.slice(0, at).reduce((sum, one) => sum + SHARES[one], 0)
      return Math.min(1, before + SHARES[step as EpisodeStep] * fraction)
    },
    async run({ job, signal, report }) {
      const { episodeId, askedBy } = DownloadEpisodeSettings.parse(job.settings)
      const parts = { ...given, askedBy }
      const how = { ...options, signal, report }
      const { recordingId, failure } = await downloadEpisode(parts, episodeId, how).catch(
        async (error: unknown) => {
          const state = signal.aborted ? (await parts.library.job(job.id))?.state : undefined
          if (state === 'cancelled') await dropEpisodeDownload(parts.dataFolder, episodeId)
          throw error
        },
      )
      return { result: recordingId, failure }
    },
    rest: () => Promise.resolve(),
  }
}

/** Deletes the data of a canceled download; while the job is running, its run does that. */
export async function dropCanceledEpisode(
  dataFolder: string,
  { kind, state, settings }: JobRecord,
): Promise<void> {
  if (kind !== DOWNLOAD_EPISODE || state === 'running' || state === 'done') return
  await dropEpisodeDownload(dataFolder, DownloadEpisodeSettings.parse(settings).episodeId)
}

/** Enough to include every download ever finished. */
const ALL_DONE = 100_000

/**
 * Requests the download of an episode and returns its job, whatever the state; an unfinished one is not
 * requested twice. Fault `podcast.unknown-episode`.
 */
export async function requestEpisode(
  library: Library,
  episodeId: string,
  askedBy: DownloadEpisodeSettings['askedBy'],
): Promise<JobRecord> {
  const { id } = await library.episode(episodeId)
  const done = (await library.listedJobs(ALL_DONE)).filter(
    ({ kind, state, settings }) =>
      kind === DOWNLOAD_EPISODE &&
      state === 'done' &&
      DownloadEpisodeSettings.safeParse(settings).data?.episodeId === id,
  )
  const settings: DownloadEpisodeSettings = { episodeId: id, round: done.length, askedBy }
  return library.requestJob({
    recordingId: null,
    kind: DOWNLOAD_EPISODE,
    settings,
    settingsKey: episodeKey(settings),
    again: true,
  })
}
