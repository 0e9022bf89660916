import { Fault } from '#contracts/errors'
import type { ReviewDocument } from '#core/review/review-document'
import { trackOfRun } from '#core/tracks/mix'
import { factsOf } from '../drives/files.ts'
import { codeOf } from '../faults/error-code.ts'
import { goneSound } from '../originals/gone-sound.ts'
import { soundFiles } from '../sound/decode.ts'
import { readSoundSource, type SoundSource } from '../sound/sound-file/sound-source.ts'
import type { ReviewStudio } from './review-material.ts'

/**
 * The sound of a recording for a review page: the playback audio, which is there without the original's drive and quicker to
 * read, else the original. Null for a text without a recording. Throws `media.moved`, `sound.deleted`, those of reading it.
 */
export async function reviewSource(
  { library, cacheFolder }: ReviewStudio,
  { document }: ReviewDocument,
  signal: AbortSignal,
): Promise<SoundSource | null> {
  const { recordingId, run } = document.transcript
  const recording = await library.recording(recordingId)
  if (recording.bytes === 0) return null
  const track = trackOfRun(run.settings)
  const { proxy } = soundFiles(cacheFolder, recordingId, track)
  if (await isThere(proxy)) return readSoundSource(proxy, 0, { signal })
  return readSoundSource(recording.path, track, { signal }).catch(async (error: unknown) => {
    throw await goneSound(library, recording, error)
  })
}

async function isThere(file: string): Promise<boolean> {
  try {
    await factsOf(file)
    return true
  } catch (error) {
    if (codeOf(error) === undefined || error instanceof Fault) throw error
    return false
  }
}
