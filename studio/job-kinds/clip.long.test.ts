import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import type { ClipRequest } from '#contracts/export-requests'
import { usualClip } from '#core/clips/clip-choices'
import { codecsOf, ffmpeg, lavfi, probed, run } from '../sound/captioned/testing/films.ts'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'

const vtt = `WEBVTT

00:01.000 --> 00:02.000
<v Nora>Where is the toaster now?

00:02.500 --> 00:03.500
<v Idris>At Elmwood.
`

/** A film of gray frames, each lighter than the one before, with a tone and captions; or its sound alone. */
async function opened(ending: 'mkv' | 'wav' = 'mkv') {
  const folder = await temporaryFolder()
  const gray = "color=black:size=320x180:rate=25:duration=4,format=gray,geq=lum='16+N*2'"
  const picture = ending === 'mkv' ? lavfi(gray) : []
  const codecs = ending === 'mkv' ? ['-c:v', 'ffv1'] : []
  await ffmpeg([...picture, ...lavfi('sine=duration=4')], [...codecs, path.join(folder, `talk.${ending}`)])
  await writeFile(path.join(folder, 'talk.vtt'), vtt)
  const service = await openedService()
  const { recordingId } = await service.page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const { transcript } = await service.page().call('recordings.get', { recordingId })
  const transcriptId = transcript?.id ?? ''
  const clip = { ...usualClip, shape: '9:16', picture: 'video', title: false, names: false } as const
  const of = { transcriptId, fromMs: 1_200, toMs: 3_000, cut: false }
  const request: ClipRequest = {
    ...of,
    clip,
    clipSound: null,
    fileName: 'clip.mp4',
  }
  const output = path.join(folder, 'clip.mp4')
  const made = async (change: Partial<ClipRequest> = {}): Promise<string> => {
    const { jobId } = await service.service.startFilm({ ...request, ...change }, output)
    await vi.waitFor(async () => {
      const jobs = await service.page().call('jobs.list', {})
      expect(jobs).toContainEqual(expect.objectContaining({ id: jobId, state: 'done' }))
    }, 60_000)
    return output
  }
  return { ...service, folder, recordingId, transcriptId, of, request, clip, made }
}

/** The gray picture at a time, row by row. */
async function pictureAt(file: string, seconds: number): Promise<Buffer> {
  const words = ['-v', 'error', '-i', file, '-ss', String(seconds), '-frames:v', '1', '-pix_fmt', 'gray']
  const { stdout } = await run('ffmpeg', [...words, '-f', 'rawvideo', '-'], {
    encoding: 'buffer',
    maxBuffer: 10_000_000,
  })
  return stdout
}

/** The loudest sample of each tenth of a second, 0 to 1. */
async function tenths(file: string): Promise<number[]> {
  const words = ['-v', 'error', '-i', file, '-ac', '1', '-ar', '8000', '-f', 'f32le', '-']
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer' })
  const samples = new Float32Array(Uint8Array.from(stdout).buffer)
  return Array.from({ length: Math.floor(samples.length / 800) }, (_, index) =>
    Math.max(...samples.subarray(index * 800, (index + 1) * 800).map(Math.abs)),
  )
}

it('is exactly the frames and the sound between two times, in its shape, with captions as they are drawn', async () => {
  const { made, page, of, clip } = await opened()
  const file = await made()
  const { streams, format } = await probed(file)
  expect(codecsOf({ streams, format })).toEqual(['h264', 'aac'])
  expect(Number(format.duration)).toBeCloseTo(1.8, 1)
  const first = await pictureAt(file, 0)
  expect(first).toHaveLength(1_080 * 1_920)
  // The 30th frame, of which everything is one gray.
  expect(Math.abs((first[500_000] ?? 0) - (16 + 30 * 2))).toBeLessThanOrEqual(2)
  const { drawing, spans } = await page().call('exports.clip', { ...of, choices: clip })
  expect(spans).toEqual([{ startMs: 1_200, endMs: 3_000 }])
  expect(drawing).toMatchObject({ size: { width: 1_080, height: 1_920 }, durationMs: 1_800, bars: [] })
  const bottom = Math.round(1_920 * (1 - drawing.look.bottom))
  const bright = (picture: Buffer, from: number, to: number): number =>
    picture.subarray(from * 1_080, to * 1_080).filter((gray) => gray > 220).length
  const shown = await pictureAt(file, 0.3)
  expect(bright(shown, bottom - 200, bottom)).toBeGreaterThan(1_000)
  expect(bright(shown, 0, bottom - 300) + bright(shown, bottom, 1_920)).toBe(0)
  const plain = await made({ clip: { ...clip, shape: '1:1', captions: false } })
  expect(await pictureAt(plain, 0.3)).toHaveLength(1_080 * 1_080)
  expect(bright(await pictureAt(plain, 0.3), 0, 1_080)).toBe(0)
})

it('of sound alone is a wave, silent where words are redacted, whose bars and captions say nothing of them', async () => {
  const { made, page, of, clip, transcriptId } = await opened('wav')
  const wave = { ...clip, picture: 'wave', names: true, shape: '1:1' } as const
  const drawn = () => page().call('exports.clip', { ...of, toMs: 3_600, choices: wave })
  const wordId = (await drawn()).drawing.captions.at(-1)?.wordIds.at(-1) ?? ''
  const at = { fromWordId: wordId, toWordId: wordId }
  await page().call('transcripts.edit', {
    transcriptId,
    edits: [
      {
        kind: 'set-mark',
        id: 'e1',
        mark: { id: 'm1', kind: 'redaction', ...at, value: null },
        near: { startMs: 0, endMs: 0 },
      },
    ],
    baseNumber: 0,
  })
  const { drawing } = await drawn()
  expect(JSON.stringify(drawing)).not.toContain('Elmwood')
  expect(drawing.texts.map(({ text }) => text)).toEqual(['Nora', 'Idris'])
  const heights = drawing.bars.map(({ height }) => height)
  expect(heights[2]).toBeGreaterThan(4 * Math.min(...heights))
  const file = await made({ toMs: 3_600, clip: { ...wave, fade: 'none', loudness: null } })
  const loud = await tenths(file)
  const silent = loud.map((level, tenth) => (level < 0.001 ? tenth : -1)).filter((tenth) => tenth >= 0)
  expect(silent.length).toBeGreaterThan(2)
  expect(Math.min(...silent)).toBeGreaterThan(12)
  expect(loud[3]).toBeGreaterThan(0.05)
})

it('fades, has the loudness that is asked for, and can be sound alone, without what is cut', async () => {
  const { made, service, page, recordingId, of, request, clip, folder } = await opened('wav')
  const stretch = { id: 'c1', startMs: 2_050, endMs: 2_450, reason: 'person' } as const
  await page().call('cut.change', { recordingId, set: [stretch] })
  const file = await made({ clipSound: 'flac', cut: true, clip: { ...clip, fade: 'long' } })
  const loud = await tenths(file)
  expect(loud).toHaveLength(14)
  expect(loud[0]).toBeLessThan(0.3 * (loud[6] ?? 0))
  expect(loud.at(-1)).toBeLessThan(0.3 * (loud[6] ?? 0))
  await expect(page().call('exports.clip', { ...of, toMs: 9_000, choices: clip })).rejects.toMatchObject({
    error: { code: 'clip.span' },
  })
  await expect(service.startFilm(request, path.join(folder, 'x.mp4'))).rejects.toMatchObject({
    code: 'video.no-picture',
  })
  const before = await readdir(folder)
  const cover = { ...request, clip: { ...clip, picture: 'cover' } } as const
  const { jobId } = await service.startFilm(cover, path.join(folder, 'x.mp4'))
  await vi.waitFor(async () => {
    const job = (await page().call('jobs.list', {})).find(({ id }) => id === jobId)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'clip.no-cover' } })
  }, 20_000)
  expect(await readdir(folder)).toEqual(before)
})
