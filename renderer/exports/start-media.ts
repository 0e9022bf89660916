import type { MediaRequest } from '#contracts/export-requests'
import type { PageHost } from '../rpc/host.ts'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { useMediaStore } from './media-store.ts'

/**
 * Starts a video with captions, a file of sound, a review page or a clip, and says so.
 * @returns its job; null if the person canceled
 */
export async function startMedia(host: PageHost, request: MediaRequest, say: Say): Promise<string | null> {
  const started = await host.saveFilm(request)
  if (started === null) return null
  useMediaStore.getState().start(started.jobId, started.fileName)
  const codecs = started.leftOut.join(', ')
  const remedy = codecs === '' ? undefined : say('film.started.left-out', { codecs })
  toast.show({ text: say(startedKey(request)), remedy })
  return started.jobId
}

const startedKey = (request: MediaRequest) =>
  'clip' in request
    ? 'clip.started'
    : 'reviewSound' in request
      ? 'review.started'
      : 'sound' in request
        ? 'sound.started'
        : 'film.started'
