import { describe, expect, it } from 'vitest'
import { twoVoicesEn } from '../../cli/testing/speech.ts'
import { jobOf } from '../queue/testing/started-job.ts'
import { openedService } from '../testing/opened-service.ts'
import { Refused } from './testing/direct-page.ts'

describe('settings of a job', () => {
  it('are those given, over the person’s last, over the defaults; the given ones are remembered, but for how many speak', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    const settingsOf = async (settings: Parameters<typeof window.call<'jobs.start'>>[1]['settings']) => {
      const { jobId } = await window.call('jobs.start', { recordingId, settings })
      await window.call('jobs.cancel', { jobId })
      return (await jobOf(window, jobId)).settings
    }
    const defaults = { language: 'auto', model: 'whisper-base-beam5', speakers: null, quick: false, track: 0 }
    expect(await settingsOf({})).toEqual(defaults)
    expect(await settingsOf({ speakers: 3, language: 'fr' })).toEqual({
      ...defaults,
      speakers: 3,
      language: 'fr',
    })
    expect(await settingsOf({ quick: true })).toEqual({
      ...defaults,
      language: 'fr',
      quick: true,
    })
    expect((await window.call('program.preferences', {})).job).toEqual({
      language: 'fr',
      quick: true,
    })
  })

  it('that no model can fulfil are refused before anything is asked for', async () => {
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: twoVoicesEn })
    const code = (settings: object) =>
      window.call('jobs.start', { recordingId, settings }).then(
        () => 'started',
        (error: unknown) => (error instanceof Refused ? error.error.code : String(error)),
      )
    expect(await code({ model: 'none' })).toBe('model.unknown')
    expect(await code({ language: 'xx' })).toBe('model.language')
    expect(await window.call('jobs.list', {})).toEqual([])
    expect((await window.call('program.preferences', {})).job).toEqual({})
  })
})

describe('a job that is not there', () => {
  it('is refused by every verb', async () => {
    const { page } = await openedService()
    const window = page()
    for (const verb of ['jobs.pause', 'jobs.resume', 'jobs.cancel', 'jobs.retry'] as const) {
      await expect(window.call(verb, { jobId: 'none' })).rejects.toThrow('job.unknown')
    }
  })
})
