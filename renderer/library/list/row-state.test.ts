import { describe, expect, it } from 'vitest'
import { failureActionOf, jobOf, rowState, isWaitingForSpace } from './row-state.ts'
import { jobCard, recordingCard, transcriptCard } from '../testing/cards.ts'

describe('rowState', () => {
  it.each(['queued', 'running', 'paused'] as const)('a job that is %s runs, whatever else', (state) => {
    expect(rowState(recordingCard({ missing: true }), jobCard({ state })).kind).toBe('running')
  })

  it('a failed job shows its reason and the way on', () => {
    const error = { code: 'media.no-audio', message: 'no sound' } as const
    expect(rowState(recordingCard(), jobCard({ state: 'failed', error }))).toMatchObject({
      kind: 'failed',
      way: 'other-file',
      error,
    })
  })

  it('a job that a full disk stopped waits, as it goes on by itself', () => {
    const error = { code: 'disk.full', message: 'full' } as const
    const job = jobCard({ state: 'failed', error })
    expect(rowState(recordingCard({ missing: true }), job)).toEqual({ kind: 'waiting', job })
    expect(isWaitingForSpace(job)).toBe(true)
    expect(isWaitingForSpace(jobCard({ state: 'failed', error: { ...error, code: 'engine.died' } }))).toBe(
      false,
    )
  })

  it('a cancelled job can go on, unless the transcript is whole', () => {
    const job = jobCard({ state: 'cancelled' })
    expect(rowState(recordingCard(), job).kind).toBe('stopped')
    expect(rowState(recordingCard({ transcript: transcriptCard({ state: 'running' }) }), job).kind).toBe(
      'stopped',
    )
    expect(rowState(recordingCard({ transcript: transcriptCard() }), job).kind).toBe('written')
  })

  it('without a job: missing, unwritten, written', () => {
    expect(rowState(recordingCard({ missing: true, transcript: transcriptCard() }), null).kind).toBe(
      'missing',
    )
    expect(rowState(recordingCard(), null).kind).toBe('unwritten')
    expect(rowState(recordingCard({ transcript: transcriptCard() }), null)).toEqual({
      kind: 'written',
      places: { toCheck: 5, checked: 5 },
      words: 100,
      checkedAtMs: null,
    })
  })
})

describe('failureActionOf', () => {
  it('another file where the file is at fault, its place where it moved, once more else', () => {
    expect(failureActionOf('media.empty-file')).toBe('other-file')
    expect(failureActionOf('media.moved')).toBe('locate')
    expect(failureActionOf('engine.died')).toBe('retry')
  })
})

describe('jobOf', () => {
  it('prefers the fresher list, and forgets what is done', () => {
    const card = recordingCard({ job: jobCard({ wholeFraction: 0.1 }) })
    expect(jobOf(card, undefined)?.wholeFraction).toBe(0.1)
    expect(jobOf(card, [jobCard({ wholeFraction: 0.2 })])?.wholeFraction).toBe(0.2)
    expect(jobOf(card, [jobCard({ state: 'done' })])).toBeNull()
    expect(jobOf(recordingCard(), [jobCard()])).toBeNull()
  })
})
