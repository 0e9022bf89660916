import { expect, it } from 'vitest'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { JOB_TIMEOUT_MS, jobOf, started, reported } from '../queue/testing/started-job.ts'
import { START_MS, toneBlock } from '../recording/testing/running.ts'
import { blockToBytes } from '#core/recording/block-bytes'
import { openedService } from '../testing/opened-service.ts'

it(
  'jobs of another program on the library wait while this one makes text of a recording',
  async () => {
    const recording = await openedService(undefined, fakeEngine)
    const other = await openedService(recording.folder, fakeEngine)
    const { runningId } = await recording.page().call('recorder.start', {
      title: 'Garden committee',
      language: 'en',
      people: null,
      type: 'meeting',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
      liveText: true,
      atMs: START_MS,
    })
    const { holds } = other.service.runner
    await expect.poll(() => holds.isHeld('transcribe'), { timeout: 5_000 }).toBe(true)
    const channel = recording.service.openSoundChannel(() => undefined)
    channel.receive({ kind: 'attach', runningId, language: 'en' })
    channel.receiveBytes(blockToBytes(toneBlock(0, 0)))
    const page = other.page()
    const { jobId } = await started(page)
    expect(await jobOf(page, jobId)).toMatchObject({ state: 'queued', waitsFor: 'recording' })
    await recording.page().call('recorder.stop', { runningId, atMs: START_MS + 50 })
    await reported(page, 'job-finished', jobId)
    // Either program may have done the job; the other one checks every second.
    await expect.poll(() => holds.isHeld('transcribe'), { timeout: 5_000 }).toBe(false)
    expect([...recording.troubles, ...other.troubles]).toEqual([])
  },
  JOB_TIMEOUT_MS,
)
