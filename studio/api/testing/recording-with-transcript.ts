import type { Library } from '../../library/library.ts'
import { newRecording, run, speaker } from '../../library/testing/fixtures.ts'

/** A recording with a running transcript of two speakers and no words yet, as a job begins it. */
export async function recordingWithTranscript(library: Library, name: string) {
  const recording = await library.addRecording(newRecording(name))
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  const speakers = [speaker('s1', 'Ada'), speaker('s2')]
  const turns = [
    { speakerId: 's1', startMs: 0, endMs: 900 },
    { speakerId: 's2', startMs: 1_000, endMs: 1_900 },
  ]
  await library.saveSpeakersAndTurns(id, speakers, turns, [])
  return { recordingId: recording.id, transcriptId: id }
}
