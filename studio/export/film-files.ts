import { readdir, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { CaptionedVideoSettings } from '#contracts/settings'
import { captionedVideos } from '#core/formats/edit-lists/captioned-videos'
import type { Library } from '../library/library.ts'
import type { JobRecord } from '../library/tables/jobs/jobs.ts'
import type { MediaFile } from '../originals/media-file.ts'

/** A film ready for download by a browser. */
export interface KeptFilm {
  readonly jobId: string
  readonly fileName: string
  readonly bytes: number
}

export interface FilmFile extends MediaFile {
  readonly fileName: string
}

export interface FilmPlaces {
  readonly library: Library
  readonly cacheFolder: string
}

/** Films that are not downloaded are deleted after this long. */
const KEPT_MS = 24 * 60 * 60 * 1_000

const filmsFolder = (cacheFolder: string, recordingId: string): string =>
  path.join(cacheFolder, recordingId, 'films')

/** Where a job writes a film without a chosen path. */
export function keptFilmPath(cacheFolder: string, recordingId: string, jobId: string): string {
  return path.join(filmsFolder(cacheFolder, recordingId), jobId)
}

/** The film of a finished job; null if there is none or it was deleted. */
export async function filmFileOf(
  { library, cacheFolder }: FilmPlaces,
  jobId: string,
): Promise<FilmFile | null> {
  const job = await library.job(jobId)
  return job === undefined ? null : fileOf(cacheFolder, job)
}

/** A recording's films that are ready to download, oldest first. */
export async function keptFilms(
  { library, cacheFolder }: FilmPlaces,
  recordingId: string,
): Promise<KeptFilm[]> {
  const films: KeptFilm[] = []
  for (const job of await library.jobsOf(recordingId)) {
    const file = await fileOf(cacheFolder, job)
    if (file === null) continue
    const { size } = await stat(file.path)
    films.push({ jobId: job.id, fileName: file.fileName, bytes: size })
  }
  return films
}

export async function dropFilm(places: FilmPlaces, jobId: string): Promise<void> {
  const file = await filmFileOf(places, jobId)
  if (file !== null) await rm(file.path, { force: true })
}

/** Deletes films kept for a day, and partial files left by a killed program. */
export async function dropOldFilms(cacheFolder: string, nowMs: number): Promise<void> {
  for (const recordingId of await names(cacheFolder)) {
    const folder = filmsFolder(cacheFolder, recordingId)
    for (const name of await names(folder)) {
      const file = path.join(folder, name)
      const { mtimeMs } = await stat(file)
      if (nowMs - mtimeMs > KEPT_MS) await rm(file, { force: true })
    }
    if ((await names(folder)).length === 0) await rmdir(folder).catch(ignoreMissing)
  }
}

async function fileOf(cacheFolder: string, job: JobRecord): Promise<FilmFile | null> {
  const { data } = CaptionedVideoSettings.safeParse(job.settings)
  if (job.kind !== 'captioned-video' || job.state !== 'done' || job.recordingId === null) return null
  if (data === undefined || data.path !== null) return null
  const file = keptFilmPath(cacheFolder, job.recordingId, job.id)
  const facts = await stat(file).catch(ignoreMissing)
  if (facts === undefined) return null
  return { path: file, fileName: data.fileName, mediaType: captionedVideos[data.film].mediaType }
}

const names = async (folder: string): Promise<string[]> => (await readdir(folder).catch(ignoreMissing)) ?? []

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENOTEMPTY') return undefined
  throw error
}
