import { copyFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { openLibrary } from '../library/open.ts'
import { holdingProcess } from '../library/lock/testing/holding-process.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { JOB_TIMEOUT_MS, jobOf, started, reported } from './testing/started-job.ts'

describe('a job', () => {
  it(
    'runs by itself, reports how far it is, and its recording shows the transcript',
    async () => {
      const { page, troubles } = await openedService()
      const window = page()
      const { recordingId, jobId } = await started(window)
      await reported(window, 'job-progress', jobId)
      const running = await jobOf(window, jobId)
      expect(running).toMatchObject({ state: 'running', elsewhere: false, error: null })
      expect(running.wholeFraction).toBeGreaterThanOrEqual(0)
      await reported(window, 'job-finished', jobId)
      const card = await window.call('recordings.get', { recordingId })
      expect(card).toMatchObject({ playable: true, job: null, transcript: { state: 'done', language: 'en' } })
      expect(card.durationMs).toBeGreaterThan(7_000)
      expect(card.transcript?.words).toBeGreaterThan(15)
      expect(card.transcript?.portrait.speakers.length).toBeGreaterThan(0)
      const { tookMs, models, settings } = await window.call('recordings.details', { recordingId })
      expect(tookMs).toBeGreaterThan(500)
      expect(models.map(({ role }) => role)).toContain('recogniser')
      expect(settings).toMatchObject({ quick: true, language: 'en' })
      expect(troubles).toEqual([])
      // If requested again, it is already done.
      expect(await window.call('jobs.start', { recordingId, settings: {} })).toEqual({ jobId, done: 'shown' })
      expect((await jobOf(window, jobId)).state).toBe('done')
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'that is paused stops, keeps what it has, and goes on when asked to',
    async () => {
      const { page } = await openedService()
      const window = page()
      const { jobId } = await started(window)
      await reported(window, 'chunk-saved', jobId)
      await window.call('jobs.pause', { jobId })
      expect((await jobOf(window, jobId)).state).toBe('paused')
      // Events arrive a moment after answers; their numbers give the order.
      const { seq: pausedAt } = await reported(window, 'job-released', jobId)
      // Nothing is written for it any more: another job may begin at once.
      const { recordingId } = await window.call('recordings.addSample', { language: 'en' })
      const other = await window.call('jobs.start', {
        recordingId,
        settings: { quick: true, language: 'en' },
      })
      await reported(window, 'job-claimed', other.jobId)
      await window.call('jobs.cancel', { jobId: other.jobId })
      expect((await jobOf(window, jobId)).state).toBe('paused')
      expect((await jobOf(window, other.jobId)).state).toBe('cancelled')
      const since = window.events.filter(({ seq }) => seq > pausedAt)
      expect(since.filter(({ kind, touched }) => kind === 'chunk-saved' && touched.jobId === jobId)).toEqual(
        [],
      )
      await window.call('jobs.resume', { jobId })
      await reported(window, 'job-finished', jobId)
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'that was left by a program that is gone goes on at the start',
    async () => {
      const folder = path.join(await temporaryFolder(), 'left')
      const first = await openedService(folder, fakeEngine)
      const { jobId } = await started(first.page())
      await first.close()
      // As left by a killed program: running, in a process that no longer exists.
      const library = await openLibrary(folder)
      const claim = await library.claimJob(jobId, { id: 'gone', pid: process.pid })
      expect(claim).toHaveProperty('lease')
      await library.close()
      const second = await openedService(folder, fakeEngine)
      const window = second.page()
      window.watch(0)
      await reported(window, 'job-finished', jobId)
      expect((await jobOf(window, jobId)).state).toBe('done')
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'is given back at the end of the program, still to be done',
    async () => {
      const folder = path.join(await temporaryFolder(), 'closed')
      const { page, close, troubles } = await openedService(folder)
      const window = page()
      const { jobId } = await started(window)
      await reported(window, 'job-claimed', jobId)
      await close()
      const library = await openLibrary(folder)
      expect(await library.job(jobId)).toMatchObject({ state: 'queued', holder: null })
      await library.close()
      expect(troubles).toEqual([])
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'waits for one that another program runs',
    async () => {
      const { service, page } = await openedService(undefined, fakeEngine)
      const window = page()
      window.watch()
      const { library } = service.studio
      const sample = await window.call('recordings.addSample', { language: 'fr' })
      // As by the command line: requested and claimed before the runner checks.
      await library.setSetting('running-jobs', 1)
      const request = {
        recordingId: sample.recordingId,
        kind: 'transcribe' as const,
        settings: { language: 'fr', model: 'whisper-base-int8', speakers: null, quick: true, track: 0 },
        settingsKey: 'x',
      }
      const other = await library.requestJob(request)
      await library.setJobState(other.id, 'paused')
      const program = await holdingProcess(library.folder, 'share')
      // Together, so that the runner has no time between. In its own container it may have the same pid as this process.
      const [, claim] = await Promise.all([
        library.requestJob({ ...request, again: true }),
        library.claimJob(other.id, { id: program.id, pid: process.pid }),
      ])
      if (!('lease' in claim)) throw new Error('the other program did not get its lease')
      expect(await jobOf(window, other.id)).toMatchObject({ state: 'running', elsewhere: true })
      const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
      const { jobId } = await window.call('jobs.start', {
        recordingId,
        settings: { quick: true, language: 'en' },
      })
      expect((await jobOf(window, jobId)).state).toBe('queued')
      await library.finishJob(claim.lease)
      await reported(window, 'job-finished', jobId)
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'that was begun with a model which was replaced is done with the one in its place',
    async () => {
      const { service, page } = await openedService(undefined, fakeEngine)
      const window = page()
      window.watch()
      const { library } = service.studio
      const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
      const settings = { language: 'en', model: 'whisper-base-int8', speakers: null, quick: true, track: 0 }
      const former = {
        recordingId,
        kind: 'transcribe' as const,
        settings,
        settingsKey: 'of the former model',
      }
      const begun = await library.requestJob(former)
      await window.event(({ kind }) => kind === 'job-finished')
      const [made] = await library.transcriptsOf(recordingId)
      expect(made?.run.models.find(({ role }) => role === 'recogniser')?.id).toBe('whisper-base-beam5')
      expect((await library.job(begun.id))?.state).toBe('cancelled')
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'whose original has moved fails with that, and goes on once it is located',
    async () => {
      const folder = await temporaryFolder()
      const [before, after] = [path.join(folder, 'talk.opus'), path.join(folder, 'moved.opus')]
      await copyFile(twoVoicesEn, before)
      const { page } = await openedService(undefined, fakeEngine)
      const window = page({ language: 'fr' })
      window.watch()
      const { recordingId } = await window.call('recordings.add', { path: before })
      await rename(before, after)
      const { jobId } = await window.call('jobs.start', {
        recordingId,
        settings: { language: 'en', quick: true },
      })
      await reported(window, 'job-failed', jobId)
      const failed = await jobOf(window, jobId)
      expect(failed).toMatchObject({ state: 'failed', error: { code: 'media.moved' } })
      expect(failed.error?.message).toMatch(/n’est plus/u)
      const inBrowser = await jobOf(page({ local: false }), jobId)
      expect(JSON.stringify(inBrowser)).not.toContain(folder)
      await window.call('recordings.locate', { recordingId, path: after })
      await reported(window, 'job-finished', jobId)
    },
    JOB_TIMEOUT_MS,
  )

  it(
    'of a recording that is deleted ends, and leaves nothing behind',
    async () => {
      const { page, troubles } = await openedService()
      const window = page()
      const { recordingId, jobId } = await started(window)
      await reported(window, 'chunk-saved', jobId)
      await window.call('recordings.delete', { recordingId })
      expect(await window.call('recordings.list', {})).toEqual([])
      expect(await window.call('jobs.list', {})).toEqual([])
      expect((await window.call('program.info', {})).cacheBytes).toBe(0)
      expect(troubles).toEqual([])
    },
    JOB_TIMEOUT_MS,
  )
})
