import { rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { EpisodeStep } from '#contracts/episode-downloads'
import { UnreadableText } from '#core/formats/reading/unreadable-text'
import { soundEnding } from '#core/podcasts/media-types'
import { keepChapters } from '../chapters/keep-chapters.ts'
import { factsIfThere } from '../drives/files.ts'
import { keepOriginal, keptName } from '../originals/keep-original.ts'
import { keepTags, mediaFactsOf } from '../originals/import-recording.ts'
import type { StoredEpisode } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { connectionSubject } from '../library/connection-subject.ts'
import { download, type DownloadOptions } from '../network/download.ts'
import { namedByFeed } from '../network/where-to.ts'
import { probe } from '../sound/probe.ts'
import { fetchChapters } from './feed-chapters.ts'
import { ledgerFor } from './ledger-for.ts'
import { fetchPicture, type NamedInFeed } from './podcast-picture.ts'
import type { PodcastParts } from './podcast-parts.ts'

/** A day of video; anything longer is not an episode. */
const MAX_BYTES = 50_000_000_000

export interface EpisodeParts extends PodcastParts {
  /** The library's folder. */
  readonly dataFolder: string
}

export interface DownloadEpisodeOptions extends Pick<DownloadOptions, 'signal' | 'stallMs' | 'retryMs'> {
  readonly report: (step: EpisodeStep, fraction: number) => void
}

export interface DownloadedEpisode {
  readonly recordingId: string
  /** Why its chapters could not be read; null if they could, or there are none. */
  readonly failure: Fault | null
}

/**
 * Downloads an episode and makes it a recording of the library, with its title, origin and chapters.
 * Continues an unfinished download; for an episode already in the library, only adds what is missing. Throws
 * `podcast.unknown-episode`, the faults of `download`, those of probing a file.
 */
export async function downloadEpisode(
  parts: EpisodeParts,
  episodeId: string,
  options: DownloadEpisodeOptions,
): Promise<DownloadedEpisode> {
  const { library } = parts
  const { signal, report } = options
  const episode = await library.episode(episodeId)
  const podcast = await library.podcast(episode.podcastId)
  const recording =
    (await recordingHere(parts, episode)) ?? (await fetchRecording(parts, episode, podcast.address, options))
  report('chapters', 0)
  const subject = connectionSubject('recording', recording.id)
  await library.renameConnectionSubject(connectionSubject('episode', episode.id), subject)
  const of = { title: episode.title, subject, feed: podcast.address }
  const own = await fetchPicture(parts, episode.pictureAddress, of, signal)
  await library.linkEpisode(episode.id, recording.id, {
    podcast: podcast.title,
    publishedAtMs: episode.publishedAtMs,
    notes: episode.notes,
    link: episode.link || podcast.link,
    people: episode.people,
    picture: own ?? (await library.podcastPicture(podcast.id)),
  })
  const failure = await addChapters(parts, episode, recording, { ...of, signal })
  report('chapters', 1)
  return { recordingId: recording.id, failure }
}

/** Deletes the data of an unfinished download. */
export async function dropEpisodeDownload(dataFolder: string, episodeId: string): Promise<void> {
  await rm(incomingFolder(dataFolder, episodeId), { recursive: true, force: true })
}

/** Next to abandoned uploads, which are deleted after a while. */
function incomingFolder(dataFolder: string, episodeId: string): string {
  if (!/^[0-9a-f]{8,64}$/u.test(episodeId))
    throw new Fault('podcast.unknown-episode', { reference: episodeId })
  return path.join(dataFolder, 'media', 'incoming', `episode-${episodeId}`)
}

async function recordingHere(
  { library }: EpisodeParts,
  { recordingId }: StoredEpisode,
): Promise<StoredRecording | null> {
  if (recordingId === null) return null
  const recording = await library.recording(recordingId)
  return (await factsIfThere(recording.path)) === null ? null : recording
}

async function fetchRecording(
  parts: EpisodeParts,
  episode: StoredEpisode,
  feed: string | null,
  { signal, report, stallMs, retryMs }: DownloadEpisodeOptions,
): Promise<StoredRecording> {
  const { library, dataFolder, findProxy } = parts
  const folder = incomingFolder(dataFolder, episode.id)
  const ending = soundEnding(episode.soundType, episode.soundAddress)
  const fileName = keptName(`${episode.title.slice(0, 120)}${ending}`)
  const file = path.join(folder, `file${ending}`)
  if ((await factsIfThere(file)) === null) {
    let reportedBytes = episode.serverBytes
    await download(episode.soundAddress, file, {
      signal,
      ledger: ledgerFor(parts, 'episode', episode.title, connectionSubject('episode', episode.id)),
      mostBytes: MAX_BYTES,
      namedBy: namedByFeed(feed),
      ...(findProxy && { findProxy }),
      ...(stallMs !== undefined && { stallMs }),
      ...(retryMs !== undefined && { retryMs }),
      onProgress(there, of) {
        if (of !== null && of !== reportedBytes) {
          reportedBytes = of
          library.setServerBytes(episode.id, of).catch((error: unknown) => {
            // The size is only for the page: a disk problem surfaces when the recording is added.
            if (!(error instanceof Fault)) throw error
          })
        }
        const whole = of ?? episode.soundBytes
        report('download', whole === null || whole === 0 ? 0 : Math.min(1, there / whole))
      },
    })
  }
  try {
    const recording = await addFile(
      { library, dataFolder },
      file,
      { fileName, title: episode.title },
      signal,
      report,
    )
    await rm(folder, { recursive: true, force: true })
    return recording
  } catch (error) {
    // A file that is not a recording would not be one the next time either.
    if (error instanceof Fault && error.code.startsWith('media.'))
      await dropEpisodeDownload(dataFolder, episode.id)
    throw error instanceof Fault && error.values.file !== undefined
      ? new Fault(error.code, { ...error.values, file: episode.title }, error.detail, error)
      : error
  }
}

async function addFile(
  { library, dataFolder }: Pick<EpisodeParts, 'library' | 'dataFolder'>,
  file: string,
  { fileName, title }: { readonly fileName: string; readonly title: string },
  signal: AbortSignal,
  report: DownloadEpisodeOptions['report'],
): Promise<StoredRecording> {
  report('add', 0)
  const source = await probe(file, { signal })
  const sha256 = await sha256OfFile(file, signal, (read) => report('add', read / source.bytes))
  const known = await library.findRecordingByContent(sha256)
  // The same sound may have been added from the person's own file.
  if (known !== undefined && (await factsIfThere(known.path)) !== null) return known
  const { mtimeMs } = await stat(file)
  const kept = await keepOriginal(dataFolder, file, { fileName, sha256 })
  await utimes(kept, new Date(), new Date(Math.round(mtimeMs)))
  const added = await library.addRecording({
    path: kept,
    fileName: path.basename(kept),
    title: known?.title ?? (title || path.parse(fileName).name),
    bytes: source.bytes,
    mtimeMs: Math.round(mtimeMs),
    sha256,
    media: mediaFactsOf(source),
  })
  await keepTags(library, added.id, source.tags)
  return added
}

/** The feed's chapters, else those in the file. */
async function addChapters(
  parts: EpisodeParts,
  { chaptersAddress }: StoredEpisode,
  recording: StoredRecording,
  { signal, ...of }: NamedInFeed & { readonly signal: AbortSignal },
): Promise<Fault | null> {
  const { library } = parts
  const inFile = async () => (await probe(recording.path, { signal })).chapters
  if (chaptersAddress === '') {
    await keepChapters(library, recording.id, await inFile())
    return null
  }
  try {
    await keepChapters(library, recording.id, await fetchChapters(parts, chaptersAddress, of, signal))
    return null
  } catch (error) {
    const isTheirs =
      error instanceof UnreadableText || (error instanceof Fault && error.code.startsWith('network.'))
    if (!isTheirs) throw error
    return new Fault('podcast.chapters-failed', {}, error.message, error)
  }
}
