import { expect, it } from 'vitest'
import { newRecording, openedCalls } from '../../testing/fixtures.ts'

it('shots are kept by the job that found them, and go with the recording', () => {
  const calls = openedCalls()
  const { id } = calls.addRecording(newRecording('film'))
  const job = calls.requestJob({ recordingId: id, kind: 'shots', settings: {}, settingsKey: 'k' })
  const claim = calls.claimJob(job.id, calls.self)
  if (!('lease' in claim)) throw new Error('nobody else has it')
  expect(calls.shots(id)).toBeNull()
  calls.saveShots(id, [2_000, 4_000], claim.lease)
  calls.saveShots(id, [2_000], claim.lease)
  expect(calls.shots(id)).toEqual([2_000])
  expect(calls.eventsSince(0).map(({ kind }) => kind)).toContain('shots-found')
  calls.finishJob(claim.lease)
  expect(() => calls.saveShots(id, [], claim.lease)).toThrow('job.lease-lost')
  calls.deleteRecording(id)
  expect(calls.shots(id)).toBeNull()
})
