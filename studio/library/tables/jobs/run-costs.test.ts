import { expect, it } from 'vitest'
import { estimatedEnergy } from '#core/sheet/energy'
import type { RunCost } from '#core/sheet/run-cost'
import { begunTranscript, newRecording, openedCalls } from '../../testing/fixtures.ts'

const cost = (startedAtMs: number, outcome: RunCost['outcome'] = 'done'): RunCost => ({
  startedAtMs,
  wallMs: 1,
  cpuMs: 2,
  peakBytes: 3,
  memoryBytes: 4,
  energy: estimatedEnergy(2),
  outcome,
  connections: 0,
  sentBytes: 0,
  receivedBytes: 0,
  unmeasured: [],
  details: {},
})

it('runs of a job belong to its transcript, also those before it; others do not', () => {
  const calls = openedCalls()
  const { id: recordingId } = calls.addRecording(newRecording('other'))
  const other = calls.requestJob({ recordingId, kind: 'transcribe', settings: {}, settingsKey: 'other' })
  calls.saveRunCost(other.id, 'transcribe', cost(5, 'stopped'))
  const { transcriptId, job } = begunTranscript(calls)
  expect(calls.runCosts(transcriptId)).toEqual([])
  calls.saveRunCost(job.id, 'transcribe', cost(20))
  calls.saveRunCost(job.id, 'transcribe', cost(10, 'stopped'))
  expect(calls.runCosts(transcriptId).map(({ startedAtMs }) => startedAtMs)).toEqual([10, 20])
  expect(calls.allRunCosts().map(({ startedAtMs }) => startedAtMs)).toEqual([5, 10, 20])
})

it('energy of what was deleted still counts, without what it was', () => {
  const calls = openedCalls()
  const { transcriptId, job } = begunTranscript(calls)
  calls.saveRunCost(job.id, 'transcribe', cost(1))
  const { recordingId } = calls.transcriptFacts(transcriptId)!
  calls.deleteRecording(recordingId)
  expect(calls.runCosts(transcriptId)).toEqual([])
  expect(calls.allRunCosts()).toEqual([{ kind: 'transcribe', ...cost(1) }])
  expect(calls.store.rows('SELECT job_id, transcript_id FROM run_costs')).toEqual([
    { job_id: null, transcript_id: null },
  ])
  // A job that was deleted when its run ends is no error.
  calls.saveRunCost(job.id, 'transcribe', cost(2))
  expect(calls.allRunCosts()).toHaveLength(2)
})
