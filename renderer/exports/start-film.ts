import type { MediaRequest } from '#contracts/calls/exports'
import type { PageHost } from '../rpc/host.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { useFilmStore } from './film-store.ts'

/** Starts a video with captions or a file of sound, and says so. Returns its job; null if the person canceled. */
export async function startFilm(host: PageHost, request: MediaRequest, say: Say): Promise<string | null> {
  const started = await host.saveFilm(request)
  if (started === null) return null
  useFilmStore.getState().start(started.jobId, request.fileName)
  const codecs = started.leftOut.join(', ')
  const remedy = codecs === '' ? undefined : say('film.started.left-out', { codecs })
  toast.show({ text: say('sound' in request ? 'sound.started' : 'film.started'), remedy })
  return started.jobId
}
