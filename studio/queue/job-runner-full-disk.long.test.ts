import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fillDisk, mayMount } from '../../cli/testing/mounts.ts'
import { smallDisk } from '../../cli/testing/small-disk.ts'
import { conversationEn } from '../../cli/testing/speech.ts'
import { forkEngine } from '../engine-link/fork-engine.ts'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { JOB_TIMEOUT_MS, jobOf, started, reported } from './testing/started-job.ts'

/** Without models, but each decode takes a moment, during which the disk can be filled. */
const slowEngine = forkEngine(
  fileURLToPath(new URL('../engine-link/testing/fake-engine.ts', import.meta.url)),
)
const canMount = await mayMount()
const leftOut = canMount ? '' : ' (left out: this system lets no test mount a disk)'

describe('a full disk', () => {
  it.runIf(canMount)(
    `fails a job with that, which goes on by itself when there is room${leftOut}`,
    async () => {
      const folder = path.join(await temporaryFolder(), 'small')
      const disk = await smallDisk(folder, '60m')
      const { page, close } = await openedService(path.join(folder, 'library'), fakeEngine)
      const window = page()
      const { jobId } = await started(window)
      await reported(window, 'job-failed', jobId)
      expect(await jobOf(window, jobId)).toMatchObject({ state: 'failed', error: { code: 'disk.full' } })
      await disk.resize('300m')
      await reported(window, 'job-finished', jobId)
      await close()
    },
    JOB_TIMEOUT_MS,
  )
})

describe('a disk that is full to the last byte while a job works', () => {
  it.runIf(canMount)(
    `is told to the page though nothing can be written down, and the job goes on with room${leftOut}`,
    async () => {
      const folder = path.join(await temporaryFolder(), 'small')
      await smallDisk(folder, '300m')
      const { page, close, troubles } = await openedService(path.join(folder, 'library'), slowEngine)
      const window = page()
      const { jobId } = await started(window, conversationEn)
      await reported(window, 'chunk-saved', jobId)
      const filler = await fillDisk(folder)
      await window.event(({ kind }) => kind === 'events-missed')
      expect(await jobOf(window, jobId)).toMatchObject({ state: 'failed', error: { code: 'disk.full' } })
      expect(troubles).not.toEqual([])
      await rm(filler)
      await reported(window, 'job-finished', jobId)
      expect(await jobOf(window, jobId)).toMatchObject({ state: 'done', error: null })
      await close()
    },
    JOB_TIMEOUT_MS,
  )
})
