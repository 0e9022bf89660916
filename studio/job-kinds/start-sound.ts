import { randomUUID } from 'node:crypto'
import type { SoundRequest } from '#contracts/export-requests'
import type { SoundFileSettings } from '#contracts/settings'
import { documentOfSound } from '../export/recording-document.ts'
import { soundOfDocument } from '../export/sound-file.ts'
import type { Library } from '../library/library.ts'
import { SOUND_FILE, soundFileKey } from './sound-file.ts'

/**
 * Requests a file of the sound of a transcript or a recording without one, as a job; returns its id. `path`: chosen by the person; null: kept for download.
 * Throws `media.moved`, `sound.deleted`, the faults of reading it.
 */
export async function startSound(
  library: Library,
  { transcriptId, recordingId = '', sound, fileName, choices, cut, inProject }: SoundRequest,
  path: string | null,
): Promise<string> {
  const document = await documentOfSound(library, transcriptId, recordingId)
  await soundOfDocument(library, document)
  const settings: SoundFileSettings = {
    ...choices,
    request: randomUUID(),
    transcriptId,
    sound,
    fileName,
    path,
    ...(cut === true ? { cut } : {}),
    ...(inProject === true ? { inProject } : {}),
  }
  const { id } = await library.requestJob({
    recordingId: document.transcript.recordingId,
    kind: SOUND_FILE,
    settings,
    settingsKey: soundFileKey(settings),
  })
  return id
}
