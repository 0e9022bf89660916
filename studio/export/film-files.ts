import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ReviewPageSettings } from '#contracts/review-page'
import { CaptionedVideoSettings, ClipSettings, SoundFileSettings } from '#contracts/settings'
import { captionedVideos } from '#core/formats/edit-lists/captioned-videos'
import type { ReachedLoudness } from '#core/formats/sounds/loudness-words'
import { formats } from '#core/formats/formats'
import { soundFiles } from '#core/formats/sounds/sound-files'
import type { Library } from '../library/library.ts'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import { outgoingFileName } from './exported-name.ts'
import { isRedactedSince, REDACTIONS } from './newest-redactions.ts'
import type { MediaFile } from '../originals/media-file.ts'

/** A film or file of sound ready for download by a browser. */
export interface KeptFilm {
  readonly jobId: string
  readonly fileName: string
  readonly bytes: number
  /** Words or a voice were redacted after it was made; omitted if not. */
  readonly isRedactedSince?: true
}

export interface FilmFile extends MediaFile {
  readonly fileName: string
  /** Of which it was made; null: a recording without one. */
  readonly transcriptId: string | null
}

export interface FilmPlaces {
  readonly library: Library
  readonly cacheFolder: string
}

/** What is not downloaded is deleted after this long. */
const KEPT_MS = 24 * 60 * 60 * 1_000

/** Films that a browser has not downloaded, and pieces of films that are being made. */
export const filmsFolder = (cacheFolder: string, recordingId: string): string =>
  path.join(cacheFolder, recordingId, 'films')

/** Where a job writes a film or sound without a chosen path. */
export function keptFilmPath(cacheFolder: string, recordingId: string, jobId: string): string {
  return path.join(filmsFolder(cacheFolder, recordingId), jobId)
}

/** The film or sound of a finished job; null if there is none or it was deleted. */
export async function filmFileOf(
  { library, cacheFolder }: FilmPlaces,
  jobId: string,
): Promise<FilmFile | null> {
  const job = await library.job(jobId)
  return job === undefined ? null : fileOf({ library, cacheFolder }, job)
}

/** A recording's films and sounds that are ready to download, oldest first. */
export async function keptFilms(
  { library, cacheFolder }: FilmPlaces,
  recordingId: string,
): Promise<KeptFilm[]> {
  const films: KeptFilm[] = []
  for (const job of await library.jobsOf(recordingId)) {
    const file = await fileOf({ library, cacheFolder }, job)
    if (file === null) continue
    const { size } = await stat(file.path)
    const { transcriptId } = file
    const of = transcriptId === null ? { currentOf: recordingId } : { transcriptId }
    const isOld = await isRedactedSince(library, of, file.path)
    films.push({
      jobId: job.id,
      fileName: file.fileName,
      bytes: size,
      ...(isOld ? { isRedactedSince: true } : {}),
    })
  }
  return films
}

export async function dropFilm(places: FilmPlaces, jobId: string): Promise<void> {
  const file = await filmFileOf(places, jobId)
  if (file === null) return
  for (const ending of ['', REDACTIONS]) await rm(file.path + ending, { force: true })
}

/** Deletes films kept for a day, and partial files and pieces left by a killed program. */
export async function dropOldFilms(cacheFolder: string, nowMs: number): Promise<void> {
  for (const recordingId of await names(cacheFolder)) {
    const folder = filmsFolder(cacheFolder, recordingId)
    for (const name of await names(folder)) {
      const file = path.join(folder, name)
      const { mtimeMs } = await stat(file)
      if (nowMs - mtimeMs > KEPT_MS) await rm(file, { recursive: true, force: true })
    }
    if ((await names(folder)).length === 0) await rmdir(folder).catch(ignoreMissing)
  }
}

/** The file of sound that a finished job wrote; null if there is none or it was deleted. */
export async function madeSound(
  { library, cacheFolder }: FilmPlaces,
  jobId: string,
): Promise<{ readonly fileName: string; readonly bytes: number } | null> {
  const job = await library.job(jobId)
  const { data } = SoundFileSettings.safeParse(job?.settings)
  if (job?.kind !== 'sound-file' || job.state !== 'done' || job.recordingId === null || data === undefined)
    return null
  const { path: chosen, fileName } = data
  const facts = await stat(chosen ?? keptFilmPath(cacheFolder, job.recordingId, jobId)).catch(ignoreMissing)
  if (facts === undefined) return null
  const name =
    chosen === null ? await outgoingFileName(library, job.recordingId, fileName) : path.basename(chosen)
  return { fileName: name, bytes: facts.size }
}

const loudnessPath = (cacheFolder: string, recordingId: string, jobId: string): string =>
  `${keptFilmPath(cacheFolder, recordingId, jobId)}.loudness`

/** Keeps how loud the file of a job became, wherever it was written, for a day. */
export async function keepLoudness(
  cacheFolder: string,
  recordingId: string,
  jobId: string,
  loudness: ReachedLoudness,
): Promise<void> {
  await mkdir(filmsFolder(cacheFolder, recordingId), { recursive: true })
  await writeFile(loudnessPath(cacheFolder, recordingId, jobId), JSON.stringify(loudness))
}

/** Null if nothing is known of it. */
export async function keptLoudness(
  { library, cacheFolder }: FilmPlaces,
  jobId: string,
): Promise<ReachedLoudness | null> {
  const job = await library.job(jobId)
  if (job === undefined || job.recordingId === null) return null
  const text = await readFile(loudnessPath(cacheFolder, job.recordingId, jobId), 'utf8').catch(ignoreMissing)
  return text === undefined ? null : (JSON.parse(text) as ReachedLoudness)
}

async function fileOf({ library, cacheFolder }: FilmPlaces, job: JobRecord): Promise<FilmFile | null> {
  const made = madeBy(job)
  if (job.state !== 'done' || job.recordingId === null || made === null) return null
  const file = keptFilmPath(cacheFolder, job.recordingId, job.id)
  const facts = await stat(file).catch(ignoreMissing)
  if (facts === undefined) return null
  const fileName = await outgoingFileName(library, job.recordingId, made.fileName)
  return { path: file, ...made, fileName }
}

/** What a job keeps for download; null if it keeps nothing. */
function madeBy({ kind, settings }: JobRecord): Omit<FilmFile, 'path'> | null {
  if (kind === 'captioned-video') {
    const { data } = CaptionedVideoSettings.safeParse(settings)
    if (data?.path !== null) return null
    const { fileName, transcriptId } = data
    return { fileName, transcriptId, mediaType: captionedVideos[data.film].mediaType }
  }
  if (kind === 'review-page') {
    const { data } = ReviewPageSettings.safeParse(settings)
    if (data?.path !== null) return null
    return { fileName: data.fileName, transcriptId: data.transcriptId, mediaType: 'text/html' }
  }
  if (kind === 'clip') {
    const { data } = ClipSettings.safeParse(settings)
    if (data?.path !== null) return null
    const { mediaType } = data.sound === null ? captionedVideos.burn : soundFiles[data.sound]
    return { fileName: data.fileName, transcriptId: data.transcriptId, mediaType }
  }
  const { data } = SoundFileSettings.safeParse(settings)
  if (kind !== 'sound-file' || data?.path !== null) return null
  const { mediaType } = data.inProject === true ? formats.qdpx : soundFiles[data.sound]
  return { fileName: data.fileName, transcriptId: data.transcriptId, mediaType }
}

const names = async (folder: string): Promise<string[]> => (await readdir(folder).catch(ignoreMissing)) ?? []

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENOTEMPTY') return undefined
  throw error
}
