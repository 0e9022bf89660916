import { expect, it } from 'vitest'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { openedService } from '../testing/opened-service.ts'
import { JOB_TIMEOUT_MS, jobOf, started, reported } from './testing/started-job.ts'

it(
  'a running job whose kind is held is interrupted, keeps its place, and goes on once all let go',
  async () => {
    const { page, service } = await openedService(undefined, fakeEngine)
    const window = page()
    const { jobId } = await started(window)
    await reported(window, 'job-claimed', jobId)
    const { holds } = service.runner
    const [first, second] = [holds.hold('recording'), holds.hold('battery')]
    const stateOf = async (): Promise<string> => (await jobOf(window, jobId)).state
    await expect.poll(stateOf, { timeout: 20_000 }).toBe('queued')
    first()
    first()
    expect(holds.reasonOf('transcribe')).toBe('battery')
    second()
    await reported(window, 'job-finished', jobId)
    expect(await stateOf()).toBe('done')
  },
  JOB_TIMEOUT_MS,
)
