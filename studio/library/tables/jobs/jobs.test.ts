import { describe, expect, it, vi } from 'vitest'
import { createLibraryCalls } from '../../worker/library-calls.ts'
import { openStore } from '../../database/open-store.ts'
import type { Holder } from '../../lock/open-processes.ts'
import { holdingProcess } from '../../lock/testing/holding-process.ts'
import { newRecording, openedCalls } from '../../testing/fixtures.ts'

/** A process that has no library open. */
const gone = { id: 'gone', pid: process.pid }

function withJobs(count = 1) {
  const calls = openedCalls()
  const jobs = Array.from({ length: count }, (_, index) => {
    const recording = calls.addRecording(newRecording(`r${index}`))
    return calls.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: { quick: true, speakers: null },
      settingsKey: 'k',
    })
  })
  const claimed = (jobId: string, holder: Holder = calls.self) => {
    const claim = calls.claimJob(jobId, holder)
    if (!('lease' in claim)) throw new Error(`not claimed: ${JSON.stringify(claim)}`)
    return claim.lease
  }
  const requestedAgain = (jobId: string) => {
    const { recordingId = null } = calls.job(jobId) ?? {}
    const request = { recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' }
    return calls.requestJob({ ...request, again: true })
  }
  const state = (id: string) => calls.job(id)?.state
  const [{ id } = { id: '' }, { id: second } = { id: '' }] = jobs
  return { calls, claimed, requestedAgain, state, id, second }
}

describe('requestJob', () => {
  it('makes one job for a recording and settings', () => {
    const { calls, id } = withJobs()
    const job = calls.job(id)
    expect(job).toMatchObject({
      state: 'queued',
      settings: { quick: true, speakers: null },
      progress: null,
      error: null,
      holder: null,
    })
    const request = { recordingId: job?.recordingId ?? '', kind: 'transcribe', settings: {} } as const
    expect(calls.requestJob({ ...request, settingsKey: 'k' })).toEqual(job)
    expect(calls.requestJob({ ...request, settingsKey: 'other' }).id).not.toBe(id)
    expect(calls.listedJobs(0)).toHaveLength(2)
    expect(() => calls.requestJob({ ...request, recordingId: 'none', settingsKey: 'k' })).toThrow(
      'recording.unknown',
    )
  })

  it('makes one job for settings where it is about no recording, with lists and objects in them', () => {
    const { calls } = withJobs()
    const settings = { files: ['a.onnx', 'b.onnx'], from: { host: 'example.org' } }
    const request = { recordingId: null, kind: 'download', settings, settingsKey: 'k' }
    const job = calls.requestJob(request)
    expect(job).toMatchObject({ recordingId: null, kind: 'download', settings, durationMs: null })
    expect(calls.requestJob(request)).toEqual(job)
    expect(calls.requestJob({ ...request, settingsKey: 'other' }).id).not.toBe(job.id)
    expect(calls.requestJob({ ...request, kind: 'export' }).id).not.toBe(job.id)
  })
})

describe('claimJob', () => {
  it('gives a job to one, and tells the others whom to wait for', () => {
    const { calls, claimed, state, id } = withJobs()
    claimed(id)
    expect(state(id)).toBe('running')
    expect(calls.job(id)?.holder).toEqual({ id: calls.self.id, pid: process.pid })
    expect(calls.claimJob(id, calls.self)).toEqual({ waitFor: { jobId: id, pid: process.pid } })
  })

  it('runs one job of a kind at a time, unless its kind allows more', () => {
    const { calls, claimed, id, second } = withJobs(2)
    claimed(id)
    expect(calls.claimJob(second, calls.self)).toEqual({ waitFor: { jobId: id, pid: process.pid } })
    expect(calls.claimJob(second, calls.self, 2)).toHaveProperty('lease')
  })

  it('does not hold up jobs of another kind', () => {
    const { calls, claimed, id } = withJobs()
    claimed(id)
    const request = { recordingId: null, kind: 'download', settings: {} } as const
    const [one, two] = ['a', 'b'].map((settingsKey) => calls.requestJob({ ...request, settingsKey }).id)
    expect(calls.claimJob(one ?? '', calls.self)).toHaveProperty('lease')
    expect(calls.claimJob(two ?? '', calls.self)).toEqual({ waitFor: { jobId: one, pid: process.pid } })
  })

  it('gives numbers that rise, also after jobs were deleted', () => {
    const { calls, claimed, id } = withJobs()
    const first = claimed(id)
    calls.releaseJob(first, 'queued')
    const recordingId = calls.job(id)?.recordingId ?? ''
    calls.finishDeletion(calls.deleteRecording(recordingId).number)
    calls.addRecording(newRecording('r0'))
    const again = calls.requestJob({ recordingId, kind: 'transcribe', settings: {}, settingsKey: 'k' })
    expect(again.id).not.toBe(id)
    expect(claimed(again.id)).toBeGreaterThan(first)
  })

  it('says that there is nothing left to do', () => {
    const { calls, claimed, id } = withJobs()
    calls.finishJob(claimed(id))
    expect(calls.claimJob(id, calls.self)).toEqual({ done: true })
  })

  it.each(['failed', 'cancelled', 'paused'] as const)(
    'says that a job is %s, which only a new request queues again',
    (ended) => {
      const { calls, claimed, requestedAgain, state, id } = withJobs()
      const error = { code: 'engine.died', message: 'The engine died.' } as const
      const lease = claimed(id)
      if (ended === 'failed') calls.failJob(lease, error)
      else calls.releaseJob(lease, ended)
      const before = calls.lastEventNumber()
      expect(calls.claimJob(id, calls.self)).toEqual({ ended, error: ended === 'failed' ? error : null })
      expect(state(id)).toBe(ended)
      expect(requestedAgain(id)).toMatchObject({ id, state: 'queued', error: null, holder: null })
      expect(calls.eventsSince(before)).toMatchObject([{ kind: 'job-requested', touched: { jobId: id } }])
      // A second request leaves one that waits or runs as it is.
      requestedAgain(id)
      claimed(id)
      expect(requestedAgain(id).state).toBe('running')
      expect(calls.eventsSince(before)).toHaveLength(2)
    },
  )

  it('says that a deleted job is no more', () => {
    expect(() => withJobs().calls.claimJob('none', gone)).toThrow('job.cancelled')
  })

  it('takes the lease of a program that is gone, at once', () => {
    const { calls, claimed, state, id, second } = withJobs(2)
    const lost = claimed(id, gone)
    const lease = claimed(second)
    expect(lease).toBeGreaterThan(lost)
    expect(state(id)).toBe('queued')
    expect(() => calls.finishJob(lost)).toThrow('job.lease-lost')
    expect(() => calls.saveChunk(lost, 'words', 'k', 'pcm', '')).toThrow('job.lease-lost')
    expect(calls.eventsSince(0)).toContainEqual(
      expect.objectContaining({ kind: 'job-freed', touched: { jobId: id, lease: lost, pid: gone.pid } }),
    )
  })

  it('waits for a program whose process number means nothing here, and for no other with that number', async () => {
    const { calls, claimed, id } = withJobs()
    const program = await holdingProcess(calls.folder, 'share')
    const lost = claimed(id, { id: program.id, pid: 3_999_999 })
    expect(calls.claimJob(id, calls.self)).toEqual({ waitFor: { jobId: id, pid: 3_999_999 } })
    await program.kill()
    expect(claimed(id)).toBeGreaterThan(lost)
    calls.setJobState(id, 'queued')
    const reused = claimed(id, { id: program.id, pid: process.pid })
    expect(claimed(id)).toBeGreaterThan(reused)
  })

  it('counts the time that a job was worked on up to its last progress, where its program was killed', () => {
    const { calls, claimed, id } = withJobs()
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
    try {
      const lease = claimed(id, gone)
      vi.setSystemTime(1_007_000)
      calls.progressJob(lease, { step: 'words', fraction: 0.5 })
      vi.setSystemTime(1_900_000)
      claimed(id)
      expect(calls.job(id)?.workedMs).toBe(7_000)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a lease', () => {
  it('carries progress, which a second connection sees', () => {
    const { calls, claimed, id } = withJobs()
    calls.progressJob(claimed(id), { step: 'words', fraction: 0.25, secondsLeft: 12 })
    const { store } = openStore(calls.folder)
    expect(createLibraryCalls(store).job(id)).toMatchObject({
      state: 'running',
      progress: { step: 'words', fraction: 0.25, secondsLeft: 12 },
    })
    store.close()
  })

  it('ends with the job, whatever its end', () => {
    const { calls, claimed, requestedAgain, state, id } = withJobs()
    const error = { code: 'engine.died', message: 'The engine died.' } as const
    calls.failJob(claimed(id), error)
    expect(calls.job(id)).toMatchObject({ state: 'failed', error, holder: null })
    for (const ended of ['queued', 'cancelled', 'paused', 'queued'] as const) {
      requestedAgain(id)
      const lease = claimed(id)
      expect(calls.job(id)?.error).toBeNull()
      calls.releaseJob(lease, ended)
      expect(state(id)).toBe(ended)
      expect(() => calls.releaseJob(lease, ended)).toThrow('job.lease-lost')
    }
    const lease = claimed(id)
    calls.finishJob(lease)
    expect(state(id)).toBe('done')
    expect(() => calls.failJob(lease, error)).toThrow('job.lease-lost')
    expect(() => calls.progressJob(lease, { step: 'words', fraction: 1 })).toThrow('job.lease-lost')
  })
})
