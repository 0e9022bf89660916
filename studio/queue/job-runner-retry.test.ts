import { expect, it } from 'vitest'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { JobRetries } from './job-runner-retry.ts'

const error = { code: 'library.busy', message: 'The library is locked.' } as const

it('a failed job that another program has begun again meanwhile is left to it', async () => {
  const library = await openedLibrary()
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const request = { recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' }
  const { id } = await library.requestJob(request)
  await library.setJobState(id, 'failed', error)
  const failed = await library.listedJobs(0)
  await library.requestJob({ ...request, again: true })
  const claim = await library.claimJob(id, library.self)
  expect(claim).toHaveProperty('lease')
  await new JobRetries(library, () => undefined).queueAgain(failed, 1)
  expect(await library.job(id)).toMatchObject({ state: 'running', holder: { id: library.self.id } })
})

it('a job that failed as the library was locked is queued again, and not at once a second time', async () => {
  const library = await openedLibrary()
  const request = { recordingId: null, kind: 'download-model', settings: {}, settingsKey: 'k' }
  const { id } = await library.requestJob(request)
  const retries = new JobRetries(library, () => undefined)
  const again = async () => {
    await library.setJobState(id, 'failed', error)
    await retries.queueAgain(await library.listedJobs(0), 1)
    return (await library.job(id))?.state
  }
  expect([await again(), await again()]).toEqual(['queued', 'failed'])
})
