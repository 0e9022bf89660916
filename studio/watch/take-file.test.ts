import { expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { newRecording, openedLibrary, run } from '../library/testing/fixtures.ts'
import { modelStore } from '../studio.ts'
import { requestTranscript, wholeTranscript } from './take-file.ts'

const watched = { language: 'auto', speakers: null } as const

/** A one-minute recording of which the first ten seconds were requested. */
async function opened() {
  const library = await openedLibrary()
  const models = modelStore(library.folder)
  const { id } = await library.addRecording(newRecording('talk'))
  const track = { recordingId: id, index: 0, durationMs: 60_000, sampleCount: 960_000 }
  await library.saveTrack({ ...track, pcmSha256: 'p', codec: 'opus', details: {} })
  const part = {
    recordingId: id,
    kind: 'transcribe',
    settings: { toMs: 10_000 },
    settingsKey: 'part',
  } as const
  await library.requestJob(part)
  return { library, models, id, part }
}

it('the transcript of a part is not that of the file', async () => {
  const { library, id, part } = await opened()
  const recording = newRecording('talk')
  const about = { title: 'talk', fileName: recording.fileName, sha256: recording.sha256, durationMs: 60_000 }
  const { transcriptId } = await library.importTranscript({
    recording,
    track: { index: 0, durationMs: 60_000 },
    settingsKey: 'file:part',
    transcript: { ...conversation(), run: { ...run, settings: part.settings } },
    members: { extra: {}, facts: { given: about, kept: about } },
  })
  expect((await library.transcriptFacts(transcriptId))?.current).toBe(true)
  expect(await wholeTranscript(library, id)).toBeNull()
  await library.setTrim(id, { startMs: 0, endMs: 10_000 })
  expect(await wholeTranscript(library, id)).toMatchObject({ id: transcriptId })
})

it('a part that is being transcribed is not waited for', async () => {
  const { library, models, id } = await opened()
  await requestTranscript({ library, models }, id, watched)
  const asked = (await library.jobsOf(id)).map(({ settings }) => settings['toMs'] ?? null)
  expect(asked).toEqual([10_000, null])
  await requestTranscript({ library, models }, id, watched)
  expect(await library.jobsOf(id)).toHaveLength(2)
})
