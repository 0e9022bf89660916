import { copyFile, mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { MediaRequest } from '#contracts/export-requests'
import { dropOldFilms } from '../export/film-files.ts'
import { codecsOf, probed, run, useFilms } from '../sound/captioned/testing/films.ts'
import { type OpenedService, openedService, temporaryFolder } from '../testing/opened-service.ts'

const { madeFile } = useFilms()
const srt = '1\n00:00:01,000 --> 00:00:02,000\nHello there.\n'

/** A film, or only sound, with its captions in a library. */
async function opened(
  made = 'film.mp4',
): Promise<OpenedService & { recordingId: string; transcriptId: string }> {
  const folder = await temporaryFolder()
  const file = path.join(folder, `talk${path.extname(made)}`)
  await copyFile(madeFile(made), file)
  const captions = path.join(folder, 'talk.srt')
  await writeFile(captions, srt)
  const service = await openedService()
  const { recordingId } = await service.page().call('recordings.add', { path: captions })
  const { transcript } = await service.page().call('recordings.get', { recordingId })
  return { ...service, recordingId, transcriptId: transcript?.id ?? '' }
}

const request = (transcriptId: string) =>
  ({ transcriptId, film: 'mp4', fileName: 'Talk é.captions.mp4', options: { offsetMs: 500 } }) as const

/** The times at which captions begin in a film that the person of a window asked for, in seconds. */
async function captionTimes(
  { page, service }: OpenedService,
  asked: MediaRequest,
  target: string,
): Promise<number[]> {
  const { jobId } = await service.startFilm(asked, target)
  await vi.waitFor(async () => {
    const [job] = await page().call('jobs.list', {})
    expect(job).toMatchObject({ id: jobId, state: 'done' })
  }, 20_000)
  const packets = ['-select_streams', 's', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0']
  const { stdout } = await run('ffprobe', ['-v', 'error', ...packets, target])
  return stdout.split('\n').map(Number)
}

describe('a film with captions', () => {
  it('asked for by a browser is kept until it is downloaded or deleted', async () => {
    const { page, service, recordingId, transcriptId, troubles } = await opened()
    const browser = page({ local: false })
    const { jobId, leftOut } = await browser.call('exports.film', request(transcriptId))
    expect(leftOut).toEqual([])
    await vi.waitFor(async () => {
      const [film] = await browser.call('exports.films', { recordingId })
      expect(film).toMatchObject({ jobId, fileName: 'Talk é.captions.mp4' })
      expect(film?.bytes).toBeGreaterThan(1_000)
    }, 20_000)
    const file = await service.filmFile(jobId)
    expect(file).toMatchObject({ mediaType: 'video/mp4', fileName: 'Talk é.captions.mp4' })
    expect(codecsOf(await probed(file?.path ?? ''))).toEqual(['h264', 'aac', 'mov_text'])
    // The recording's card shows only jobs that write its text.
    expect((await browser.call('recordings.get', { recordingId })).job).toBeNull()
    expect(await service.filmFile('none')).toBeNull()
    await browser.call('exports.dropFilm', { jobId })
    expect(await browser.call('exports.films', { recordingId })).toEqual([])
    expect(await service.filmFile(jobId)).toBeNull()
    expect(troubles).toEqual([])
  })

  it('goes where the person of a window chose, of which a browser learns nothing', async () => {
    const { page, service, recordingId, transcriptId, folder } = await opened()
    const target = path.join(path.dirname(folder), 'chosen.mp4')
    const { jobId } = await service.startFilm(request(transcriptId), target)
    await vi.waitFor(async () => {
      const [job] = await page().call('jobs.list', {})
      expect(job).toMatchObject({ id: jobId, state: 'done', settings: { path: target } })
    }, 20_000)
    expect(codecsOf(await probed(target))).toContain('mov_text')
    const browser = page({ local: false })
    expect(await browser.call('jobs.list', {})).toMatchObject([{ settings: { path: '' } }])
    expect(await browser.call('exports.films', { recordingId })).toEqual([])
    expect(await service.filmFile(jobId)).toBeNull()
  })

  it('of a trimmed recording is its part, however much later its captions are', async () => {
    const { recordingId, transcriptId, ...opening } = await opened()
    await opening.page().call('recordings.trim', { recordingId, part: { startMs: 500, endMs: 2_000 } })
    const target = path.join(path.dirname(opening.folder), 'part.mp4')
    // The caption at 1 s, half a second later, in a film that begins half a second later.
    expect(await captionTimes(opening, request(transcriptId), target)).toContain(1)
    const sound = ['-select_streams', 'a', '-show_entries', 'stream=duration', '-of', 'csv=p=0']
    const length = Number((await run('ffprobe', ['-v', 'error', ...sound, target])).stdout)
    expect(Math.abs(length - 1.5)).toBeLessThan(0.1)
  })

  it('of a cut is what is kept, with captions in its time; pieces are gone once it is whole', async () => {
    const { recordingId, transcriptId, ...opening } = await opened()
    const stretch = { id: 'a', startMs: 0, endMs: 500, reason: 'no-words' } as const
    await opening.page().call('cut.change', { recordingId, set: [stretch] })
    const { folder } = opening
    const target = path.join(path.dirname(folder), 'cut.mp4')
    const asked = { ...request(transcriptId), options: { cut: true } }
    expect(await captionTimes(opening, asked, target)).toContain(0.5)
    const count = ['-select_streams', 'v', '-show_entries', 'stream=nb_frames', '-of', 'csv=p=0']
    expect(Number((await run('ffprobe', ['-v', 'error', ...count, target])).stdout)).toBe(35)
    const films = (await readdir(folder, { recursive: true })).filter((name) => /[\\/]films[\\/]/u.test(name))
    expect(films).toEqual([])
  })

  it('is refused at once where it cannot be made', async () => {
    const { page, transcriptId } = await opened('note.mp3')
    const asked = page().call('exports.film', { ...request(transcriptId), film: 'burn' })
    await expect(asked).rejects.toMatchObject({ error: { code: 'video.no-picture' } })
    expect(await page().call('jobs.list', {})).toEqual([])
  })

  it('that nobody downloaded is deleted after a day', async () => {
    const cache = await temporaryFolder()
    const films = path.join(cache, 'r1', 'films')
    await mkdir(films, { recursive: true })
    await Promise.all(['old', 'new'].map((name) => writeFile(path.join(films, name), 'x')))
    const now = Date.now()
    await utimes(path.join(films, 'old'), now / 1_000 - 90_000, now / 1_000 - 90_000)
    await dropOldFilms(cache, now)
    await expect(stat(path.join(films, 'old'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await stat(path.join(films, 'new'))).isFile()).toBe(true)
  })
})
