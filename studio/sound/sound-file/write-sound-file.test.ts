import { readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { keptPart } from '#core/cut/kept-part'
import { ffmpeg, lavfi } from '../captioned/testing/films.ts'
import { described, firstOther, RATE, samplesIn, SECONDS, useSounds } from './testing/sound-files.ts'

const { fileOf, folder, noise, written } = useSounds()

const largestStep = (samples: Int32Array, from: number, to: number): number => {
  let most = 0
  for (let at = from + 1; at < to; at++)
    most = Math.max(most, Math.abs((samples[at] ?? 0) - (samples[at - 1] ?? 0)))
  return most
}

describe('a file of sound', () => {
  it('that loses nothing has the samples of the recording', async () => {
    const source = await noise('talk.wav')
    const samples = await samplesIn(source)
    for (const id of ['wav', 'flac'] as const)
      expect(firstOther(await samplesIn((await written(source, id)).file), samples)).toBe(-1)
  })

  it('has a part of it to the sample, and is silent where that is asked', async () => {
    const source = await noise('talk.wav')
    const kept = keptPart({ startMs: 501, endMs: 1_503 }, SECONDS * 1_000, RATE)
    const silences = [{ startMs: 250, endMs: 625 }, { startMs: 1_000, endMs: 1_050 }] // prettier-ignore
    const { file } = await written(source, 'wav', { kept, options: { silences } })
    const [from, to] = [Math.round(0.501 * RATE), Math.round(1.503 * RATE)]
    const expected = (await samplesIn(source)).slice(2 * from, 2 * to)
    for (const { startMs, endMs } of silences) {
      const [start = 0, end] = [startMs, endMs].map((ms) => 2 * (Math.round((ms * RATE) / 1_000) - from))
      expected.fill(0, Math.max(0, start), end)
    }
    expect(firstOther(await samplesIn(file), expected)).toBe(-1)
  })

  it('of several kept spans has their samples, and at joins no step that is not in the sound', async () => {
    const source = fileOf('tone.wav')
    await ffmpeg(lavfi(`sine=frequency=220:sample_rate=${RATE}:duration=${SECONDS}`), source)
    const length = 2_003
    const spans = Array.from({ length: 30 }, (_, index) => ({
      startSample: index * 2_801,
      endSample: index * 2_801 + length,
    }))
    const { file } = await written(source, 'wav', {
      kept: { rate: RATE, lengthSamples: SECONDS * RATE, spans },
    })
    const [original, cut] = [await samplesIn(source), await samplesIn(file)]
    const fade = Math.round(0.008 * RATE)
    expect(cut).toHaveLength(30 * length)
    const slope = original.reduce((most, value) => Math.max(most, value)) / fade
    // Two tones that meet in phase make twice the step.
    const most = 2 * (largestStep(original, 0, RATE) + slope)
    for (const [index, { startSample }] of spans.entries()) {
      const from = index * length
      const [first, last] = [index === 0 ? 0 : fade, length - (index === 29 ? 0 : fade)]
      expect(
        firstOther(
          cut.slice(from + first, from + last),
          original.slice(startSample + first, startSample + last),
        ),
      ).toBe(-1)
      if (index > 0) expect(largestStep(cut, from - fade, from + fade)).toBeLessThan(most)
    }
  })

  it('has its title, people, date, chapters and cover', async () => {
    const cover = fileOf('cover.jpg')
    await ffmpeg(lavfi('color=red:size=64x64'), ['-frames:v', '1', cover])
    const chapters = [
      { atMs: 0, title: 'Début = 1; #a', isListed: true },
      { atMs: 500, title: 'Unlisted', isListed: false },
      { atMs: 1_250, title: 'Fin', isListed: true },
    ]
    const people = ['Nora', 'Idris']
    const given = { title: 'Tëst', people, album: '', date: '2026-11-30', chapters }
    const tags = { ...given, cover: await readFile(cover) }
    const { file } = await written(await noise('talk.wav'), 'mp3', { options: { tags } })
    const found = await described(file)
    expect(found.format.tags).toMatchObject({ title: 'Tëst', artist: 'Nora, Idris', date: '2026-11-30' })
    expect(found.format.tags).not.toHaveProperty('album')
    expect(found.chapters.map(({ start_time, tags: named }) => [Number(start_time), named?.title])).toEqual([
      [0, 'Début = 1; #a'],
      [1.25, 'Fin'],
    ])
    expect(found.streams.map(({ disposition }) => disposition.attached_pic)).toEqual([0, 1])
  })

  it('that is stopped leaves nothing, and an older one as it was', async () => {
    const source = await noise('talk.wav')
    await writeFile(fileOf('written.mp3'), 'older')
    const controller = new AbortController()
    const options = { signal: controller.signal, onProgress: () => controller.abort() }
    const stopped = { code: 'job.cancelled' }
    await expect(written(source, 'mp3', { options })).rejects.toMatchObject(stopped)
    await expect(written(source, 'mp3', { options })).rejects.toMatchObject(stopped)
    expect((await readdir(folder())).toSorted()).toEqual(['talk.wav', 'written.mp3'])
    expect(await readFile(fileOf('written.mp3'), 'utf8')).toBe('older')
  })

  it('that cannot be made says why: it is the recording itself, which is no sound, or gone', async () => {
    const source = await noise('written.wav')
    await expect(written(source, 'wav')).rejects.toMatchObject({ code: 'output.is-input' })
    await writeFile(fileOf('text.wav'), 'no sound')
    await expect(written(fileOf('text.wav'), 'mp3')).rejects.toMatchObject({ code: 'media.unreadable' })
    await expect(written(fileOf('gone.wav'), 'mp3')).rejects.toMatchObject({ code: 'media.not-found' })
    expect((await readdir(folder())).toSorted()).toEqual(['text.wav', 'written.wav'])
  })

  it('that two programs write at once is whole', async () => {
    const source = await noise('talk.wav')
    const [one, other] = await Promise.all([written(source, 'flac'), written(source, 'flac')])
    expect(one.bytes).toBe(other.bytes)
    expect(firstOther(await samplesIn(one.file), await samplesIn(source))).toBe(-1)
    expect((await readdir(folder())).toSorted()).toEqual(['talk.wav', 'written.flac'])
  })
})
