import type { MediaRequest } from '#contracts/calls/exports'
import type { Library } from '../library/library.ts'
import { startFilm, type StartedFilm } from './start-film.ts'
import { startSound } from './start-sound.ts'

/** Requests a film with captions or a file of sound, as a job. `path` as for both. */
export async function startMedia(
  library: Library,
  request: MediaRequest,
  path: string | null,
): Promise<StartedFilm> {
  return 'sound' in request
    ? { jobId: await startSound(library, request, path), leftOut: [] }
    : startFilm(library, request, path)
}
