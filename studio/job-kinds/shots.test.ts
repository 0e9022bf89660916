import { rename } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ffmpeg } from '../../cli/testing/ffmpeg.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { shotsKey } from './shots.ts'

async function film(folder: string): Promise<string> {
  const file = path.join(folder, 'film.mkv')
  const colors = ['red', 'blue'].flatMap((color) => [
    '-f',
    'lavfi',
    '-i',
    `color=${color}:size=320x180:rate=25:duration=1`,
  ])
  await ffmpeg(
    colors,
    ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=2'],
    ['-filter_complex', '[0][1]concat=n=2:v=1[v]', '-map', '[v]', '-map', '2:a', '-c:v', 'ffv1', file],
  )
  return file
}

describe('the shots of a recording', () => {
  it('are looked for once, as a job that its card does not show', async () => {
    const file = await film(await temporaryFolder())
    const { page, troubles } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: file })
    expect(await window.call('recordings.shots', { recordingId })).toEqual({ timesMs: null })
    await Promise.all([
      window.call('recordings.findShots', { recordingId }),
      window.call('recordings.findShots', { recordingId }),
    ])
    expect((await window.call('recordings.get', { recordingId })).job).toBeNull()
    await vi.waitFor(async () => {
      const { timesMs } = await window.call('recordings.shots', { recordingId })
      expect(timesMs).toEqual([expect.closeTo(1_000, -2)])
    }, 20_000)
    await window.call('recordings.findShots', { recordingId })
    await vi.waitFor(async () => {
      expect(await window.call('jobs.list', {})).toMatchObject([
        { kind: 'shots', recordingId, state: 'done', settings: { threshold: 0.3 } },
      ])
    })
    expect(troubles).toEqual([])
  })

  it('are looked for again if that failed, but not if a person stopped it', async () => {
    const file = await film(await temporaryFolder())
    const { page, service } = await openedService()
    const window = page()
    const { library } = service.studio
    const { recordingId } = await window.call('recordings.add', { path: file })
    const settings = { threshold: 0.3 }
    const asked = { recordingId, kind: 'shots', settings, settingsKey: shotsKey(settings) }
    await service.runner.close()
    const { id } = await library.requestJob(asked)
    await library.setJobState(id, 'cancelled')
    await window.call('recordings.findShots', { recordingId })
    expect((await library.job(id))?.state).toBe('cancelled')
    await library.setJobState(id, 'failed')
    await window.call('recordings.findShots', { recordingId })
    expect((await library.job(id))?.state).toBe('queued')
  })

  it('wait for a film that was moved', async () => {
    const file = await film(await temporaryFolder())
    const { page } = await openedService()
    const window = page()
    const { recordingId } = await window.call('recordings.add', { path: file })
    await rename(file, `${file}.away`)
    await window.call('recordings.findShots', { recordingId })
    await vi.waitFor(async () => {
      const [job] = await window.call('jobs.list', {})
      expect(job).toMatchObject({ state: 'failed', error: { code: 'media.moved' } })
    }, 10_000)
    await rename(`${file}.away`, file)
    await vi.waitFor(async () => {
      expect((await window.call('recordings.shots', { recordingId })).timesMs).toHaveLength(1)
    }, 20_000)
  }, 30_000)
})
