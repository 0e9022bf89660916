import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { createLibraryCalls } from '../worker/library-calls.ts'
import { openStore } from '../database/open-store.ts'
import { processIdentity } from '../../processes/process-liveness.ts'
import { newRecording, openedCalls } from '../testing/fixtures.ts'

const me = processIdentity()
/** A number that no process has: the kernel's largest is below it. */
const gone = { pid: 2 ** 22 + 5, startTime: '1' }

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
  const claimed = (jobId: string, holder = me) => {
    const claim = calls.claimJob(jobId, holder)
    if (!('lease' in claim)) throw new Error(`not claimed: ${JSON.stringify(claim)}`)
    return claim.lease
  }
  const state = (id: string) => calls.job(id)?.state
  const [{ id } = { id: '' }, { id: second } = { id: '' }] = jobs
  return { calls, claimed, state, id, second }
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
    expect(calls.job(id)?.holder).toEqual(me)
    expect(calls.claimJob(id, me)).toEqual({ waitFor: { jobId: id, pid: process.pid } })
  })

  it('runs one job of a kind at a time, unless its kind allows more', () => {
    const { calls, claimed, id, second } = withJobs(2)
    claimed(id)
    expect(calls.claimJob(second, me)).toEqual({ waitFor: { jobId: id, pid: process.pid } })
    expect(calls.claimJob(second, me, 2)).toHaveProperty('lease')
  })

  it('does not hold up jobs of another kind', () => {
    const { calls, claimed, id } = withJobs()
    claimed(id)
    const request = { recordingId: null, kind: 'download', settings: {} } as const
    const [one, two] = ['a', 'b'].map((settingsKey) => calls.requestJob({ ...request, settingsKey }).id)
    expect(calls.claimJob(one ?? '', me)).toHaveProperty('lease')
    expect(calls.claimJob(two ?? '', me)).toEqual({ waitFor: { jobId: one, pid: process.pid } })
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
    expect(calls.claimJob(id, me)).toEqual({ done: true })
  })

  it('says that a deleted job is no more', () => {
    expect(() => withJobs().calls.claimJob('none', me)).toThrow('job.cancelled')
  })

  it('takes the lease of a program that is gone, at once', () => {
    const { calls, claimed, state, id, second } = withJobs(2)
    const lost = claimed(id, gone)
    const lease = claimed(second)
    expect(lease).toBeGreaterThan(lost)
    expect(state(id)).toBe('queued')
    expect(() => calls.heartbeat(lost)).toThrow('job.lease-lost')
    expect(() => calls.saveChunk(lost, 'words', 'k', 'pcm', '')).toThrow('job.lease-lost')
    expect(calls.eventsSince(0)).toContainEqual(
      expect.objectContaining({ kind: 'job-freed', touched: { jobId: id, lease: lost, pid: gone.pid } }),
    )
  })

  it('takes the lease of a process whose pid another got', () => {
    const { claimed, id } = withJobs()
    const lost = claimed(id, { ...me, startTime: '1' })
    expect(claimed(id)).toBeGreaterThan(lost)
  })

  it('takes a lease that has been silent for 5 s', () => {
    const { calls, claimed, id } = withJobs()
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
    try {
      const lease = claimed(id)
      vi.setSystemTime(1_004_000)
      calls.heartbeat(lease)
      vi.setSystemTime(1_009_000)
      expect(calls.claimJob(id, me)).toHaveProperty('waitFor')
      vi.setSystemTime(1_009_001)
      expect(claimed(id)).toBeGreaterThan(lease)
      // A clock that was set back leaves beats in the future: they are old too.
      vi.setSystemTime(900_000)
      claimed(id)
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets a child that was killed be followed at once', async () => {
    const { claimed, id } = withJobs()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const lost = claimed(id, processIdentity(child.pid))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(claimed(id)).toBeGreaterThan(lost)
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
    const { calls, claimed, state, id } = withJobs()
    const error = { code: 'engine.died', message: 'The engine died.' } as const
    calls.failJob(claimed(id), error)
    expect(calls.job(id)).toMatchObject({ state: 'failed', error, holder: null })
    for (const ended of ['queued', 'cancelled', 'paused'] as const) {
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
