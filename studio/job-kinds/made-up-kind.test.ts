import { expect, it, vi } from 'vitest'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { newRecording } from '../library/testing/fixtures.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { jobOf } from '../queue/testing/started-job.ts'
import { openedService } from '../testing/opened-service.ts'

const MADE_UP = 'made-up'

vi.mock('#contracts/job-inputs', async (importOriginal) => {
  const [{ jobInputs }, { z }] = await Promise.all([
    importOriginal<typeof import('#contracts/job-inputs')>(),
    import('zod'),
  ])
  return { jobInputs: { ...jobInputs, 'made-up': z.object({ words: z.number() }) } }
})

vi.mock('#contracts/job-facts', async (importOriginal) => {
  const { jobKindFacts } = await importOriginal<typeof import('#contracts/job-facts')>()
  const facts = { makesText: true, isAnnounced: false }
  return { jobKindFacts: (kind: string) => (kind === 'made-up' ? facts : jobKindFacts(kind)) }
})

vi.mock('./job-kinds.ts', async (importOriginal) => {
  const { createJobKinds } = await importOriginal<typeof import('./job-kinds.ts')>()
  const madeUp: JobKind<number> = {
    name: 'made-up',
    waitsFor: ['battery'],
    atOnce: () => Promise.resolve(1),
    keyOf: ({ words }) => Promise.resolve(`k${JSON.stringify(words)}`),
    wholeFraction: (_settings, _step, fraction) => fraction,
    run: () => Promise.resolve({ result: 3, failure: null }),
    rest: () => Promise.resolve(),
  }
  return {
    createJobKinds: (given: Parameters<typeof createJobKinds>[0]) => [...createJobKinds(given), madeUp],
  }
})

it('a kind of job that is put into the list waits, is shown, and runs', async () => {
  let onBattery = true
  const { service, page, troubles } = await openedService(undefined, fakeEngine, {
    isOnBattery: () => Promise.resolve(onBattery),
    powerEveryMs: 20,
  })
  const window = page()
  const { holds } = service.runner
  await window.call('program.setPreferences', { waitsForPower: true })
  await vi.waitFor(() => expect(holds.reasonOf(MADE_UP)).toBe('battery'))
  expect(holds.reasonOf('download-model')).toBeNull()
  const { library } = service.studio
  const { id: recordingId } = await library.addRecording(newRecording('minutes'))
  const settings = { words: 3 }
  const job = await library.requestJob({ recordingId, kind: MADE_UP, settings, settingsKey: 'k3' })
  const card = { kind: MADE_UP, settings, state: 'queued', waitsFor: 'battery' }
  expect(await jobOf(window, job.id)).toMatchObject(card)
  expect((await window.call('recordings.get', { recordingId })).job).toMatchObject(card)
  onBattery = false
  await vi.waitFor(async () =>
    expect(await jobOf(window, job.id)).toMatchObject({ state: 'done', waitsFor: null }),
  )
  expect(troubles).toEqual([])
})
