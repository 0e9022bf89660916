import { expect, it, vi } from 'vitest'
import { Fault } from '#contracts/errors'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import type { JobKind } from './job-kind.ts'
import { jobErrorOf } from './job-error.ts'
import { runJob } from './run-job.ts'

/** A kind whose runs continue until they are aborted. */
const endless: JobKind<null, 'step'> = {
  name: 'transcribe',
  waitsFor: [],
  atOnce: () => Promise.resolve(1),
  keyOf: () => Promise.resolve('k'),
  wholeFraction: () => 0,
  rest: () => Promise.resolve(),
  run: ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    }),
}

it('a job is given back as soon as the library takes it, where it was locked at first', async () => {
  const library = await openedLibrary()
  const { id: recordingId } = await library.addRecording(newRecording('a'))
  const request = { recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' }
  const job = await library.requestJob(request)
  let tries = 0
  const locked = {
    ...library,
    releaseJob: async (...values: Parameters<typeof library.releaseJob>) => {
      tries += 1
      if (tries < 3) throw new Fault('library.busy', { folder: library.folder })
      await library.releaseJob(...values)
    },
  }
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    const stop = new AbortController()
    const run = runJob(locked, endless, job, { signal: stop.signal, onProgress: () => undefined })
    await vi.waitFor(async () => expect((await library.job(job.id))?.state).toBe('running'))
    stop.abort()
    await expect(run).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await library.job(job.id))?.holder?.id).toBe(library.self.id)
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.waitFor(async () =>
      expect(await library.job(job.id)).toMatchObject({ state: 'queued', holder: null }),
    )
    await vi.advanceTimersByTimeAsync(5_000)
    expect(tries).toBe(3)
  } finally {
    vi.useRealTimers()
  }
})

it.each([
  ['failed', 'network.refused'],
  ['paused', 'job.cancelled'],
  ['cancelled', 'job.cancelled'],
] as const)('a job that is %s while it is waited for is not run again', async (state, code) => {
  const library = await openedLibrary()
  const request = { recordingId: null, kind: 'transcribe', settings: {}, settingsKey: 'k' }
  const job = await library.requestJob(request)
  const claim = await library.claimJob(job.id, library.self)
  if (!('lease' in claim)) throw new Error('not claimed')
  const run = vi.fn(() => Promise.reject(new Error('it ran')))
  const onProgress = vi.fn()
  const ended = runJob(library, { ...endless, run }, job, {
    signal: new AbortController().signal,
    onProgress,
  })
  await vi.waitUntil(() => onProgress.mock.calls.length > 0)
  const error = new Fault('network.refused', { host: 'example.org', status: 404 })
  if (state === 'failed') await library.failJob(claim.lease, jobErrorOf(error))
  else await library.setJobState(job.id, state)
  await expect(ended).rejects.toMatchObject(state === 'failed' ? { code, values: error.values } : { code })
  expect(run).not.toHaveBeenCalled()
  expect((await library.job(job.id))?.state).toBe(state)
})

it.each([
  ['paused', 'job.cancelled'],
  ['queued', 'job.lease-lost'],
] as const)('a job that is %s from outside while it runs ends with %s', async (state, code) => {
  const library = await openedLibrary()
  const job = await library.requestJob({
    recordingId: null,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const run = async () => {
    await library.setJobState(job.id, state)
    return { result: null, failure: null }
  }
  const options = { signal: new AbortController().signal, onProgress: () => undefined }
  await expect(runJob(library, { ...endless, run }, job, options)).rejects.toMatchObject({ code })
  expect((await library.job(job.id))?.state).toBe(state)
})
