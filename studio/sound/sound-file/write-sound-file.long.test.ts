import { writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { soundFileBytes, soundFileIds, usualSound } from '#core/formats/sounds/sound-files'
import { keptPart } from '#core/cut/kept-part'
import { Splicer } from '#core/cut/splicer'
import { mayMount, mountDisk } from '../../../cli/testing/mounts.ts'
import { ffmpeg, lavfi } from '../captioned/testing/films.ts'
import { decodeWords } from './decode-words.ts'
import { pipeSound } from './pipe-sound.ts'
import { readSoundSource } from './sound-source.ts'
import { writeSoundFile } from './write-sound-file.ts'
import {
  described,
  firstOther,
  measured,
  noTags,
  RATE,
  samplesIn,
  SECONDS,
  signal,
  useSounds,
  whole,
} from './testing/sound-files.ts'

const { fileOf, folder, noise, written } = useSounds()
const MIX = -1
const mounts = await mayMount()

describe.each(soundFileIds)('a file of sound in %s', (id) => {
  it.each([
    [false, 2],
    [true, 1],
  ])(
    'has the channels of the recording, or one (mono: %s), and the size that was said',
    async (isMono, channels) => {
      const { file, bytes } = await written(await noise('talk.wav'), id, { choices: { isMono } })
      const { streams, format } = await described(file)
      expect(streams).toHaveLength(1)
      expect(streams[0]).toMatchObject({ channels, sample_rate: id === 'opus' ? '48000' : String(RATE) })
      expect(Math.abs(Number(format.duration) - SECONDS)).toBeLessThan(0.06)
      const facts = { seconds: SECONDS, channels: 2, sampleRate: RATE, bits: 16 }
      const said = soundFileBytes(id, { isMono, bitRate: null }, facts)
      expect(bytes).toBeLessThan(1.1 * said + 5_000)
      // Noise is not what Opus spends its bits on.
      if (id !== 'flac') expect(bytes).toBeGreaterThan((id === 'opus' ? 0.6 : 0.85) * said)
      expect(await readdir(folder())).toHaveLength(2)
    },
  )

  it('has its tags, unless the container has no place for them', async () => {
    const cover = fileOf('cover.jpg')
    await ffmpeg(lavfi('color=red:size=64x64'), ['-frames:v', '1', cover])
    const chapters = [
      { atMs: 0, title: 'Début = 1; #a', isListed: true },
      { atMs: 500, title: 'Unlisted', isListed: false },
      { atMs: 1_600, title: 'Fin', isListed: true },
    ]
    const people = ['Nora', 'Idris']
    const given = { title: 'Tëst; "a"', people, album: 'Mending', date: '2026-11-30', chapters }
    const tags = { ...given, cover: await readFile(cover) }
    const source = await noise('talk.wav')
    const found = await described((await written(source, id, { options: { tags } })).file)
    const all = { ...found.format.tags, ...(id === 'opus' ? found.streams[0]?.tags : {}) }
    const { title, album, date } = given
    expect(all).toMatchObject({ title, album, date, artist: 'Nora, Idris' })
    const isWav = id === 'wav'
    const shown = found.chapters.map(({ start_time, tags: named }) => [Number(start_time), named?.title])
    expect(shown.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(
      isWav
        ? []
        : [
            [0, 'Début = 1; #a'],
            [1.6, 'Fin'],
          ],
    )
    expect(found.streams.filter(({ disposition }) => disposition.attached_pic === 1)).toHaveLength(
      isWav ? 0 : 1,
    )
    // It is measured while it is written.
    const even = await written(source, id, { options: { tags }, choices: { loudness: -23 } })
    const { streams, format, chapters: named } = await described(even.file)
    expect(named).toEqual(found.chapters)
    expect(format.tags).toEqual(found.format.tags)
    expect(streams.map(({ tags: own }) => own)).toEqual(found.streams.map(({ tags: own }) => own))
    expect(format.duration).toBe(found.format.duration)
    const { integrated } = await measured(even.file)
    expect(Math.abs((even.loudness?.reached?.integrated ?? 0) - integrated)).toBeLessThan(0.15)
    const choices = { chapters: false, cover: false }
    const plain = await described((await written(source, id, { options: { tags }, choices })).file)
    expect(plain.chapters).toEqual([])
    expect(plain.streams).toHaveLength(1)
  })
})

describe('a file of sound', () => {
  it('has the samples of a recording of 24 bits', async () => {
    const source = await noise('fine.wav', ['-c:a', 'pcm_s24le'])
    for (const id of ['wav', 'flac'] as const)
      expect(firstOther(await samplesIn((await written(source, id)).file), await samplesIn(source))).toBe(-1)
  })

  it('of several tracks is their mix, as it is played', async () => {
    const two = fileOf('two.mka')
    const tones = [...lavfi('sine=frequency=300:duration=2'), ...lavfi('sine=frequency=900:duration=1')]
    await ffmpeg(tones, ['-map', '0', '-map', '1', '-c:a', 'flac', two])
    const mix = await samplesIn((await written(two, 'wav', { track: MIX })).file)
    const first = await samplesIn((await written(two, 'wav', { track: 0 })).file)
    const second = await samplesIn((await written(two, 'wav', { track: 1 })).file)
    expect(mix).toHaveLength(first.length)
    const off = mix.findIndex(
      (value, at) => Math.abs(value - 0.707 * ((first[at] ?? 0) + (second[at] ?? 0))) > 1e5,
    )
    expect(off).toBe(-1)
  })

  it('has the time before the first sound of a container', async () => {
    const late = fileOf('late.mkv')
    const input = [
      '-itsoffset',
      '1',
      ...lavfi('sine=duration=1'),
      ...lavfi('color=size=64x64:rate=5:duration=2'),
    ]
    await ffmpeg(input, ['-map', '0:a', '-map', '1:v', '-c:a', 'flac', '-c:v', 'libvpx', late])
    const samples = await samplesIn((await written(late, 'wav')).file)
    expect(samples).toHaveLength(SECONDS * RATE)
    const first = samples.findIndex((value) => value !== 0)
    expect(first).toBeGreaterThan(RATE - 10)
    expect(first).toBeLessThan(RATE + 100)
  })

  it('by a disk without space says so, as ffmpeg found it', async () => {
    const source = await readSoundSource(await noise('talk.wav'), 0)
    const splicer = new Splicer({ channels: 2, kept: whole, silences: [] })
    const run = { source: source.file, work: folder(), folder: folder(), channels: 2, splicer, signal }
    const input = ['-f', 'f32le', '-ar', String(RATE), '-ac', '2', '-i', 'pipe:0']
    const encode = ['-v', 'error', ...input, '-f', 'wav', '-y', '/dev/full']
    const piped = pipeSound(decodeWords(source, 2, null), encode, { ...run, onSamples: () => undefined })
    await expect(piped).rejects.toMatchObject({ code: 'disk.full', values: { folder: folder() } })
  })

  it.runIf(mounts)(
    'on a disk that becomes full meanwhile leaves nothing, before that it is not begun',
    async () => {
      const out = fileOf('disk')
      const disk = await mountDisk(out, '90m')
      const source = fileOf('long.wav')
      await ffmpeg(lavfi(`anoisesrc=sample_rate=${RATE}:duration=120`), ['-ac', '2', source])
      const sound = await readSoundSource(source, 0)
      const kept = keptPart(undefined, 120_000, RATE)
      let isFull = false
      const fill = (): void => {
        if (!isFull) writeFileSync(path.join(out, 'filler'), Buffer.alloc(85e6))
        isFull = true
      }
      const write = () =>
        writeSoundFile(sound, 'wav', path.join(out, 'made.wav'), usualSound, {
          signal,
          kept,
          silences: [],
          tags: noTags,
          onProgress: fill,
        })
      const full = { code: 'disk.full', values: { folder: out } }
      try {
        await expect(write()).rejects.toMatchObject(full)
        expect(isFull).toBe(true)
        expect(await readdir(out)).toEqual(['filler'])
        await expect(write()).rejects.toMatchObject(full)
        expect(await readdir(out)).toEqual(['filler'])
      } finally {
        await disk.end()
      }
    },
  )

  it('of nothing that is kept has no sound', async () => {
    const kept = keptPart({ startMs: 0, endMs: 0 }, SECONDS * 1_000, RATE)
    const { file } = await written(await noise('talk.wav'), 'wav', { kept })
    expect(await samplesIn(file)).toHaveLength(0)
  })
})

describe('loudness', () => {
  it.each([
    [-14, false],
    [-16, true],
    [-23, true],
  ] as const)('of %d LUFS is reached (mono: %s)', async (loudness, isMono) => {
    const source = await noise('talk.wav')
    const { file, loudness: said } = await written(source, 'flac', { choices: { loudness, isMono } })
    const found = await measured(file)
    expect(Math.abs(found.integrated - loudness)).toBeLessThan(0.2)
    expect(said?.reached).toEqual(found)
  })

  it.each([64, 128, 192, 320])(
    'is reached in MP3 at %d kbit/s, which LAME makes quieter',
    async (bitRate) => {
      const tone = fileOf('tone.wav')
      await ffmpeg(lavfi(`sine=frequency=440:sample_rate=${RATE}:duration=${SECONDS}`), tone)
      const { loudness } = await written(tone, 'mp3', { choices: { loudness: -16, bitRate } })
      expect(Math.abs((loudness?.reached?.integrated ?? 0) + 16)).toBeLessThan(0.15)
    },
  )

  it('is one gain for every sample', async () => {
    const source = await noise('talk.wav')
    const { file, loudness } = await written(source, 'flac', { choices: { loudness: -23 } })
    expect(Math.abs((loudness?.was?.integrated ?? 0) - (await measured(source)).integrated)).toBeLessThan(
      0.15,
    )
    const [before, after] = [await samplesIn(source), await samplesIn(file)]
    const gain = 10 ** ((-23 - (loudness?.was?.integrated ?? 0)) / 20)
    // Up to a step of 16 bits.
    const off = before.findIndex((value, at) => Math.abs(gain * value - (after[at] ?? 0)) > 70_000)
    expect(off).toBe(-1)
  })

  it('lets no peak be over -1 dBTP, says what is reached then, and changes no length', async () => {
    const quiet = fileOf('peaks.wav')
    // Quiet, with a loud click each half second.
    const click = 'aevalsrc=0.02*sin(2*PI*300*t)+0.7*lt(mod(t\\,0.5)\\,0.002)*sin(2*PI*9000*t)'
    await ffmpeg(lavfi(`${click}:s=${RATE}:d=${SECONDS}`), quiet)
    const { file, loudness } = await written(quiet, 'wav', { choices: { loudness: -14 } })
    const found = await measured(file)
    expect(found.truePeak).toBeLessThanOrEqual(-1)
    expect(loudness?.reached).toEqual(found)
    expect(await samplesIn(file)).toHaveLength(SECONDS * RATE)
  })

  it('of silence cannot be measured: it is left as it is, and that is said', async () => {
    const silent = fileOf('silent.wav')
    await ffmpeg(lavfi(`anullsrc=sample_rate=${RATE}:duration=${SECONDS}`), silent)
    const { loudness } = await written(silent, 'mp3', { choices: { loudness: -16 } })
    expect(loudness).toEqual({ was: null, reached: null })
    expect((await written(silent, 'mp3')).loudness).toBeNull()
  })
})
