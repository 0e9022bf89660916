import type { MediaRequest } from '#contracts/export-requests'
import type { Library } from '../library/library.ts'
import { startClip } from './start-clip.ts'
import { startFilm, type StartedFilm } from './start-film.ts'
import { startReview } from './start-review.ts'
import { startSound } from './start-sound.ts'

/** Requests a film with captions, a file of sound, a review page or a clip, as a job. `path` as for all. */
export async function startMedia(
  library: Library,
  request: MediaRequest,
  path: string | null,
): Promise<StartedFilm> {
  if ('reviewSound' in request) return { jobId: await startReview(library, request, path), leftOut: [] }
  if ('clip' in request) return { jobId: await startClip(library, request, path), leftOut: [] }
  return 'sound' in request
    ? { jobId: await startSound(library, request, path), leftOut: [] }
    : startFilm(library, request, path)
}
