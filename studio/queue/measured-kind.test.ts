import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { currentMeter } from '../run-cost/run-meter.ts'
import type { JobKind, RunningJob } from './job-kind.ts'
import { measuredKind } from './measured-kind.ts'

async function ran(run: JobKind<null>['run'], abort = new AbortController()) {
  const library = await openedLibrary()
  const kind: JobKind<null> = {
    name: 'trial',
    waitsFor: [],
    atOnce: () => Promise.resolve(1),
    keyOf: () => Promise.resolve('key'),
    wholeFraction: () => 0,
    run,
    rest: () => Promise.resolve(),
  }
  const job = await library.requestJob({ recordingId: null, kind: 'trial', settings: {}, settingsKey: 'key' })
  const running: RunningJob = { job, lease: 1, signal: abort.signal, report: () => undefined }
  const outcome = await measuredKind(kind, { library, version: '9' })
    .run(running)
    .catch((error: unknown) => error)
  return { outcome, costs: await library.allRunCosts() }
}

it('keeps what a run cost and did', async () => {
  const { outcome, costs } = await ran(() => {
    currentMeter()?.addCpu(3_600_000)
    currentMeter()?.count({ passages: 2 })
    return Promise.resolve({ result: null, failure: null })
  })
  expect(outcome).toEqual({ result: null, failure: null })
  expect(costs).toMatchObject([
    { kind: 'trial', outcome: 'done', details: { passages: 2, versions: { parolo: '9' } } },
  ])
  expect(costs[0]?.cpuMs).toBeGreaterThanOrEqual(3_600_000)
  expect(costs[0]?.peakBytes).toBeGreaterThan(0)
})

it('keeps it of a run that failed, was stopped, or lost passages, with its own error', async () => {
  const failed = await ran(() => Promise.reject(new Fault('engine.died')))
  expect(failed.outcome).toMatchObject({ code: 'engine.died' })
  expect(failed.costs).toMatchObject([{ outcome: 'failed' }])
  const abort = new AbortController()
  const stopped = await ran(() => {
    abort.abort()
    return Promise.reject(new Fault('job.cancelled'))
  }, abort)
  expect(stopped.costs).toMatchObject([{ outcome: 'stopped' }])
  const lost = await ran(() => Promise.resolve({ result: null, failure: new Fault('engine.failed') }))
  expect(lost.costs).toMatchObject([{ outcome: 'failed' }])
})
