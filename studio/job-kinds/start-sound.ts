import { randomUUID } from 'node:crypto'
import type { SoundRequest } from '#contracts/calls/exports'
import type { SoundFileSettings } from '#contracts/settings'
import { soundOfDocument } from '../export/sound-file.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import type { Library } from '../library/library.ts'
import { SOUND_FILE, soundFileKey } from './sound-file.ts'

/**
 * Requests a file of a transcript's sound, as a job; returns its id. `path`: chosen by the person; null: kept for download.
 * Throws `media.moved`, `sound.deleted`, the faults of reading it.
 */
export async function startSound(
  library: Library,
  { transcriptId, sound, fileName, choices, cut }: SoundRequest,
  path: string | null,
): Promise<string> {
  const document = await transcriptDocument(library, transcriptId)
  await soundOfDocument(library, document)
  const settings: SoundFileSettings = {
    ...choices,
    request: randomUUID(),
    transcriptId,
    sound,
    fileName,
    path,
    ...(cut === true ? { cut } : {}),
  }
  const { id } = await library.requestJob({
    recordingId: document.transcript.recordingId,
    kind: SOUND_FILE,
    settings,
    settingsKey: soundFileKey(settings),
  })
  return id
}
