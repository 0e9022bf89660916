import { rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { usualSound } from '#core/formats/sounds/sound-files'
import { documentOfSound } from '../export/recording-document.ts'
import { ffmpeg, lavfi } from '../sound/captioned/testing/films.ts'
import { described } from '../sound/sound-file/testing/sound-files.ts'
import { type OpenedService, openedService, temporaryFolder } from '../testing/opened-service.ts'

const srt = '1\n00:00:00,200 --> 00:00:00,900\nHello there.\n'

/** A tone of 2 s with its captions in a library. */
async function opened(): Promise<
  OpenedService & { recordingId: string; transcriptId: string; file: string }
> {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'talk.wav')
  await ffmpeg(lavfi('sine=duration=2:sample_rate=44100'), file)
  await writeFile(path.join(folder, 'talk.srt'), srt)
  const service = await openedService()
  const { recordingId } = await service.page().call('recordings.add', { path: path.join(folder, 'talk.srt') })
  const { transcript } = await service.page().call('recordings.get', { recordingId })
  return { ...service, recordingId, transcriptId: transcript?.id ?? '', file }
}

const request = (transcriptId: string) =>
  ({ transcriptId, sound: 'mp3', fileName: 'Talk é.mp3', choices: { ...usualSound, loudness: -16 } }) as const

it('a file of sound asked for by a browser is kept until it is downloaded, with how loud it became', async () => {
  const { page, service, recordingId, transcriptId, troubles } = await opened()
  const browser = page({ local: false })
  expect(await browser.call('exports.sound', { transcriptId })).toMatchObject({
    seconds: 2,
    channels: 1,
    sampleRate: 44_100,
    bits: 16,
    chapters: 0,
    hasCover: false,
  })
  const { jobId, leftOut } = await browser.call('exports.film', request(transcriptId))
  expect(leftOut).toEqual([])
  await vi.waitFor(async () => {
    const [film] = await browser.call('exports.films', { recordingId })
    expect(film).toMatchObject({ jobId, fileName: 'Talk é.mp3' })
  }, 20_000)
  const kept = await service.filmFile(jobId)
  expect(kept).toMatchObject({ mediaType: 'audio/mpeg', fileName: 'Talk é.mp3' })
  expect(Number((await described(kept?.path ?? '')).format.duration)).toBeCloseTo(2, 1)
  expect(await browser.call('exports.loudness', { jobId })).toMatchObject({
    reached: { integrated: expect.closeTo(-16, 0) as number },
  })
  expect(await browser.call('exports.madeSound', { jobId })).toEqual({
    fileName: 'Talk é.mp3',
    bytes: (await stat(kept?.path ?? '')).size,
  })
  expect((await browser.call('recordings.get', { recordingId })).job).toBeNull()
  await browser.call('exports.dropFilm', { jobId })
  expect(await browser.call('exports.madeSound', { jobId })).toBeNull()
  expect(await browser.call('exports.madeSound', { jobId: 'none' })).toBeNull()
  expect(await browser.call('exports.films', { recordingId })).toEqual([])
  expect(await browser.call('exports.loudness', { jobId: 'none' })).toBeNull()
  expect(troubles).toEqual([])
})

it('goes where the person of a window chose, and is no new recording for a watched folder', async () => {
  const { page, service, recordingId, transcriptId, folder } = await opened()
  const target = path.join(path.dirname(folder), 'chosen.mp3')
  const { jobId } = await service.startFilm(request(transcriptId), target)
  await vi.waitFor(async () => {
    const [job] = await page().call('jobs.list', {})
    expect(job).toMatchObject({ id: jobId, state: 'done', settings: { path: target } })
  }, 20_000)
  const { size: bytes } = await stat(target)
  expect(bytes).toBeGreaterThan(10_000)
  expect(await page().call('exports.madeSound', { jobId })).toEqual({ fileName: 'chosen.mp3', bytes })
  expect(await page({ local: false }).call('exports.films', { recordingId })).toEqual([])
  expect(await service.studio.library.isOwnOutput(target)).toBe(true)
  expect(await page().call('exports.loudness', { jobId })).toMatchObject({
    reached: { integrated: expect.closeTo(-16, 0) as number },
  })
})

it('is refused at once, with the reason, where the recording was moved', async () => {
  const { page, transcriptId, file } = await opened()
  await rename(file, `${file}.moved`)
  const asked = page().call('exports.film', request(transcriptId))
  await expect(asked).rejects.toMatchObject({ error: { code: 'media.moved' } })
  expect(await page().call('jobs.list', {})).toEqual([])
})

it('of the cut has what is kept alone, as its length says before', async () => {
  const { page, service, recordingId, transcriptId, folder } = await opened()
  await page().call('cut.change', {
    recordingId,
    set: [{ id: 'c1', startMs: 1_000, endMs: 1_500, reason: 'pause' }],
  })
  expect((await page().call('exports.sound', { transcriptId })).seconds).toBe(2)
  const { seconds } = await page().call('exports.sound', { transcriptId, cut: true })
  expect(seconds).toBeCloseTo(1.5, 2)
  const target = path.join(path.dirname(folder), 'cut.wav')
  await service.startFilm({ ...request(transcriptId), sound: 'wav', choices: usualSound, cut: true }, target)
  await vi.waitFor(async () => {
    const [job] = await page().call('jobs.list', {})
    expect(job).toMatchObject({ state: 'done', settings: { cut: true } })
  }, 20_000)
  expect(Number((await described(target)).format.duration)).toBeCloseTo(seconds, 3)
})

it('of a recording without a transcript has what its trim keeps', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'note.wav')
  // Its tags are known as what a file says of a recording.
  const tags = ['-metadata', 'artist=Ada', '-metadata', 'album=Talks']
  await ffmpeg([...lavfi('sine=duration=2:sample_rate=44100'), ...tags], file)
  const { page, service } = await openedService()
  const { recordingId } = await page().call('recordings.add', { path: file })
  expect(await service.studio.library.recordingSource(recordingId)).toMatchObject({ people: ['Ada'] })
  await service.studio.library.setTrim(recordingId, { startMs: 500, endMs: 1_250 })
  const of = { transcriptId: null, recordingId }
  expect(await page().call('exports.sound', of)).toMatchObject({ seconds: 0.75, channels: 1 })
  const target = path.join(folder, 'note.flac')
  await service.startFilm({ ...of, sound: 'flac', fileName: 'note.flac', choices: usualSound }, target)
  await vi.waitFor(async () => {
    const [job] = await page().call('jobs.list', {})
    expect(job).toMatchObject({ state: 'done', settings: { transcriptId: null } })
  }, 20_000)
  expect(Number((await described(target)).format.duration)).toBeCloseTo(0.75, 3)
})

it('of a recording whose transcript came only after it was asked for is silent where words are redacted', async () => {
  const { service, recordingId, transcriptId } = await opened()
  const { library } = service.studio
  const { paragraphs } = await library.transcript(transcriptId)
  const word = paragraphs[0]?.words[0]?.id ?? ''
  const of = { fromWordId: word, toWordId: word, value: null }
  await library.applyEdits(
    transcriptId,
    [{ kind: 'set-mark', id: 'e1', mark: { id: 'm1', kind: 'redaction', ...of } }],
    { baseNumber: 0, stepId: 's1' },
  )
  expect((await documentOfSound(library, null, recordingId)).silences).toHaveLength(1)
})
