import { randomUUID } from 'node:crypto'
import type { ClipRequest } from '#contracts/export-requests'
import { Fault } from '#contracts/errors'
import type { ClipSettings } from '#contracts/settings'
import type { Library } from '../library/library.ts'
import { readFilm } from '../sound/captioned/film.ts'
import { goneSound } from '../originals/gone-sound.ts'
import { CLIP, clipKey } from './clip.ts'

/**
 * Requests a clip, as a job; returns its id. `path`: chosen by the person; null: kept for download. Throws `media.moved`,
 * `sound.deleted`, the faults of reading the file, `video.no-picture`.
 */
export async function startClip(
  library: Library,
  { transcriptId, fromMs, toMs, cut, clip, clipSound, fileName }: ClipRequest,
  path: string | null,
): Promise<string> {
  const { recordingId } = await library.transcript(transcriptId)
  const recording = await library.recording(recordingId)
  const film = await readFilm(recording.path).catch(async (error: unknown) => {
    throw await goneSound(library, recording, error)
  })
  if (clipSound === null && clip.picture === 'video' && film.picture === null)
    throw new Fault('video.no-picture', { file: film.fileName })
  const settings: ClipSettings = {
    request: randomUUID(),
    transcriptId,
    fromMs,
    toMs,
    cut,
    choices: clip,
    sound: clipSound,
    fileName,
    path,
  }
  const { id } = await library.requestJob({
    recordingId,
    kind: CLIP,
    settings,
    settingsKey: clipKey(settings),
  })
  return id
}
