import { expect, it } from 'vitest'
import { newRecording, openedLibrary, run } from '../library/testing/fixtures.ts'
import { modelStore } from '../studio.ts'
import { requestTranscript, wholeTranscript } from './take-file.ts'

const watched = { language: 'auto', speakers: null } as const

/** A recording of a minute of which the first ten seconds were asked for. */
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
  const job = await library.requestJob(part)
  return { library, models, id, job, part }
}

it('the transcript of a part is not that of the file', async () => {
  const { library, id, job, part } = await opened()
  const begun = { recordingId: id, jobId: job.id, language: 'en', settingsKey: 'part' }
  const started = await library.startTranscript({ ...begun, run: { ...run, settings: part.settings } })
  await library.finishTranscript(started.id)
  expect((await library.transcriptFacts(started.id))?.current).toBe(true)
  expect(await wholeTranscript(library, id)).toBeNull()
  await library.setTrim(id, { startMs: 0, endMs: 10_000 })
  await library.setJobState(job.id, 'done')
  expect(await wholeTranscript(library, id)).toMatchObject({ id: started.id })
})

it('a part that is being transcribed is not waited for', async () => {
  const { library, models, id } = await opened()
  await requestTranscript({ library, models }, id, watched)
  const asked = (await library.jobsOf(id)).map(({ settings }) => settings['toMs'] ?? null)
  expect(asked).toEqual([10_000, null])
  await requestTranscript({ library, models }, id, watched)
  expect(await library.jobsOf(id)).toHaveLength(2)
})
