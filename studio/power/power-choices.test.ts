import { expect, it, vi } from 'vitest'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { JOB_TIMEOUT_MS, jobOf, started, reported } from '../queue/testing/started-job.ts'
import { openedService } from '../testing/opened-service.ts'

it(
  'jobs wait while the computer runs on its battery, if that is chosen, and go on by themselves',
  async () => {
    let onBattery = true
    const { service, page, troubles } = await openedService(undefined, fakeEngine, {
      isOnBattery: () => Promise.resolve(onBattery),
      powerEveryMs: 20,
    })
    const window = page()
    const { holds } = service.runner
    await window.call('program.setPreferences', { waitsForPower: true })
    await vi.waitFor(() => expect(holds.reasonOf('transcribe')).toBe('battery'))
    const { jobId } = await started(window)
    expect(await jobOf(window, jobId)).toMatchObject({ state: 'queued', waitsFor: 'battery' })
    onBattery = false
    await reported(window, 'job-finished', jobId)
    expect(await jobOf(window, jobId)).toMatchObject({ state: 'done', waitsFor: null })
    expect(troubles).toEqual([])
  },
  JOB_TIMEOUT_MS,
)

it('on battery power nothing waits unless that is chosen', async () => {
  const { service, page } = await openedService(undefined, fakeEngine, {
    isOnBattery: () => Promise.resolve(true),
    powerEveryMs: 20,
  })
  const window = page()
  await window.call('program.setPreferences', { waitsForPower: true })
  await vi.waitFor(() => expect(service.runner.holds.isHeld('transcribe')).toBe(true))
  await window.call('program.setPreferences', { waitsForPower: false })
  await vi.waitFor(() => expect(service.runner.holds.isHeld('transcribe')).toBe(false))
})
