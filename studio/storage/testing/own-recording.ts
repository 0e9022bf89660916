import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newRecording, openedLibrary, paragraph, run } from '../../library/testing/fixtures.ts'
import type { StorageParts } from '../delete-sound.ts'

/**
 * A recording whose file only the library has, with prepared audio and a transcript that its job is still
 * writing.
 */
export async function ownRecording() {
  const library = await openedLibrary()
  const parts: StorageParts = {
    library,
    dataFolder: library.folder,
    cacheFolder: path.join(library.folder, 'cache'),
  }
  const file = path.join(library.folder, 'media', 'abc', 'board.mka')
  const recording = await library.addRecording(newRecording('board', { path: file, bytes: 1_000 }))
  const prepared = path.join(parts.cacheFolder, recording.id, 'track-0.webm')
  const film = path.join(parts.cacheFolder, recording.id, 'films', 'j9')
  for (const [each, bytes] of [
    [file, 1_000],
    [prepared, 200],
    [film, 30],
  ] as const) {
    await mkdir(path.dirname(each), { recursive: true })
    await writeFile(each, new Uint8Array(bytes))
  }
  await library.saveTrack({
    recordingId: recording.id,
    index: 0,
    durationMs: 4_000,
    sampleCount: 64_000,
    pcmSha256: 'pcm',
    codec: 'flac',
  })
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const { id: transcriptId } = await library.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  await library.putParagraphs(transcriptId, [paragraph('p1', 'open words')])
  const finish = async (): Promise<void> => {
    await library.finishTranscript(transcriptId)
    await library.setJobState(job.id, 'cancelled')
  }
  return { parts, library, recording, file, prepared, film, transcriptId, finish }
}
