import { describe, expect, it } from 'vitest'
import { begunTranscript, openedCalls } from '../../testing/fixtures.ts'

describe('chunks', () => {
  it('are found again by kind and key', () => {
    const calls = openedCalls()
    const { job } = begunTranscript(calls)
    const claim = calls.claimJob(job.id, calls.self)
    const lease = 'lease' in claim ? claim.lease : 0
    const bytes = new Uint8Array([1, 2, 250])
    calls.saveChunk(lease, 'words', 'k', 'pcm', '{"a":1}')
    calls.saveChunk(lease, 'piece', 'k', 'pcm', bytes)
    expect(calls.chunk('words', 'k')).toBe('{"a":1}')
    expect(new Uint8Array(calls.chunk('piece', 'k') as Uint8Array)).toEqual(bytes)
    expect(calls.chunk('region-window', 'k')).toBeUndefined()
    expect(calls.chunks('words', ['x', 'k', 'y', 'k'])).toEqual([undefined, '{"a":1}', undefined, '{"a":1}'])
    calls.saveChunk(lease, 'words', 'k', 'pcm', 'again')
    expect(calls.chunk('words', 'k')).toBe('again')
  })

  it('leave no fingerprint of the sound in the events, which outlast a deletion', () => {
    const calls = openedCalls()
    const { job } = begunTranscript(calls)
    const claim = calls.claimJob(job.id, calls.self)
    calls.saveChunk('lease' in claim ? claim.lease : 0, 'words', 'c2fdd8a491f5:0+400', 'pcm', '{}')
    const saved = calls.eventsSince(0).filter(({ kind }) => kind === 'chunk-saved')
    expect(saved.map(({ touched }) => touched)).toEqual([{ jobId: job.id }])
  })

  it('are not written with a lease that is over', () => {
    const calls = openedCalls()
    expect(() => calls.saveChunk(1, 'words', 'k', 'pcm', '')).toThrow('job.lease-lost')
    expect(calls.chunk('words', 'k')).toBeUndefined()
  })
})
