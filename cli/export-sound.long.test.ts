import { execFile } from 'node:child_process'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { importRecording } from '#studio/originals/import-recording'
import { firstOther, samplesIn } from '../studio/sound/sound-file/testing/sound-files.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

const srt = '1\n00:00:00,200 --> 00:00:00,900\nHello\n'

/** A tone of 2 s with a caption, in a library. */
async function opened(): Promise<TestHome & { readonly out: (name: string) => string }> {
  const place = await testHome()
  await ffmpeg(
    ['-f', 'lavfi', '-i', 'sine=duration=2:sample_rate=44100'],
    path.join(place.folder, 'talk.wav'),
  )
  await writeFile(path.join(place.folder, 'talk.srt'), srt)
  expect((await runInProcess(['add', 'talk.srt'], place)).exitCode).toBe(0)
  return { ...place, out: (name) => path.join(place.folder, 'out', name) }
}

const exported = (place: TestHome, ...words: string[]) =>
  runInProcess(['export', 'talk', '--out', 'out', '--lang', 'en', ...words], place)

async function soundOf(file: string): Promise<unknown> {
  const words = [
    '-v',
    'error',
    '-of',
    'json',
    '-show_entries',
    'stream=codec_name,channels:format=bit_rate',
    file,
  ]
  return JSON.parse((await promisify(execFile)('ffprobe', words)).stdout)
}

describe('parolo export', () => {
  it('writes the sound beside other formats, as loud as asked, and says what was reached', async () => {
    const place = await opened()
    const words = ['--format', 'mp3,srt,opus', '--loudness', '-16', '--channels', 'mono', '--bitrate', '64']
    const { exitCode, stderr } = await exported(place, ...words)
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    expect((await readdir(place.out(''))).toSorted()).toEqual(['talk.mp3', 'talk.opus', 'talk.srt'])
    expect(stderr).toMatch(/talk\.mp3: saved\n {2}-1[56]\.\d LUFS, was -\d+\.\d; true peak -\d+\.\d dBTP/u)
    expect(await soundOf(place.out('talk.mp3'))).toMatchObject({
      streams: [{ codec_name: 'mp3', channels: 1 }],
    })
    expect(await soundOf(place.out('talk.opus'))).toMatchObject({ streams: [{ codec_name: 'opus' }] })
    const json = await exported(place, '--format', 'wav', '--progress', 'json')
    const last = JSON.parse(json.stderr.trim().split('\n').at(-1) ?? '') as unknown
    expect(last).toMatchObject({ file: place.out('talk.wav'), format: 'wav', loudness: null })
    // A watched folder does not take what is exported into it for a new recording.
    const library = await openLibrary(place.home)
    expect(await library.isOwnOutput(place.out('talk.wav'))).toBe(true)
    await library.close()
  })

  it('writes the sound of a recording without a transcript, of which the trim is kept; anything else needs one', async () => {
    const place = await testHome()
    const file = path.join(place.folder, 'talk.wav')
    await ffmpeg(['-f', 'lavfi', '-i', 'anoisesrc=seed=7:duration=2:sample_rate=44100'], file)
    const library = await openLibrary(place.home)
    const { id } = await importRecording(library, file, new AbortController().signal)
    expect((await exported(place, '--format', 'wav')).exitCode).toBe(0)
    const made = (ending: string) => samplesIn(path.join(place.folder, 'out', `talk.${ending}`))
    expect(firstOther(await made('wav'), await samplesIn(file))).toBe(-1)
    await library.setTrim(id, { startMs: 500, endMs: 1_250 })
    const { exitCode, stderr } = await exported(place, '--format', 'flac')
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    expect(await made('flac')).toHaveLength(0.75 * 44_100)
    await library.close()
    for (const words of [
      ['--format', 'mp3,srt'],
      ['--format', 'mp3', '--cut'],
    ])
      expect((await exported(place, ...words)).stderr).toContain('no finished transcript')
  })

  it('--cut writes what is kept of it, sample for sample, as long as its captions say', async () => {
    const place = await testHome()
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=amplitude=0.3:seed=7:sample_rate=44100:duration=4']
    await ffmpeg(noise, path.join(place.folder, 'talk.wav'))
    const times = ['00,200 --> 00:00:00,900', '01,200 --> 00:00:01,900', '03,200 --> 00:00:03,900']
    const cues = times.map((time, index) => `${index + 1}\n00:00:${time}\nWord\n`)
    await writeFile(path.join(place.folder, 'talk.srt'), cues.join('\n'))
    expect((await runInProcess(['add', 'talk.srt'], place)).exitCode).toBe(0)
    expect((await runInProcess(['cut', 'talk', '--from', '1', '--to', '3'], place)).exitCode).toBe(0)
    const { exitCode, stderr } = await exported(place, '--cut', '--format', 'wav,srt')
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
    const out = path.join(place.folder, 'out')
    const [whole, cut] = await Promise.all(
      [path.join(place.folder, 'talk.wav'), path.join(out, 'talk.wav')].map(samplesIn),
    )
    const gone = (whole?.length ?? 0) - (cut?.length ?? 0)
    expect(gone / 44_100).toBeGreaterThan(0.6)
    const fade = Math.round(0.008 * 44_100)
    const join = cut?.findIndex((value, at) => value !== whole?.[at]) ?? -1
    expect(join).toBeGreaterThan(0.9 * 44_100)
    const after = cut?.slice(join + 2 * fade) ?? []
    expect(after.length).toBeGreaterThan(0.9 * 44_100)
    expect(after.findIndex((value, at) => value !== whole?.[join + 2 * fade + gone + at])).toBe(-1)
    const srtOut = await readFile(path.join(out, 'talk.srt'), 'utf8')
    const seconds = Number(/00:00:(\d+,\d+)\n(?:[^\n]+\n)+\n?$/u.exec(srtOut)?.[1]?.replace(',', '.'))
    expect(seconds).toBeGreaterThan(1)
    expect(seconds).toBeLessThanOrEqual((cut?.length ?? 0) / 44_100 + 0.001)
  })

  it('never replaces a file that it is not told to, nor the recording', async () => {
    const place = await opened()
    expect((await exported(place, '--format', 'wav')).exitCode).toBe(0)
    const again = await exported(place, '--format', 'wav')
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain('talk.wav')
    expect((await exported(place, '--format', 'wav', '--overwrite')).exitCode).toBe(0)
    const before = await readFile(path.join(place.folder, 'talk.wav'))
    const onto = await runInProcess(['export', 'talk', '--format', 'wav', '--overwrite', '--out', '.'], place)
    expect(onto.exitCode).toBe(1)
    expect((await readFile(path.join(place.folder, 'talk.wav'))).equals(before)).toBe(true)
  })

  it('of a recording that was moved writes its text, and says why there is no sound', async () => {
    const place = await opened()
    await rename(path.join(place.folder, 'talk.wav'), path.join(place.folder, 'elsewhere.wav'))
    const { exitCode, stderr } = await exported(place, '--format', 'flac,srt')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(path.join(place.folder, 'talk.wav'))
    expect(await readdir(place.out(''))).toEqual(['talk.srt'])
  })

  it.each([
    ['--format', 'srt', '--loudness', '-16'],
    ['--format', 'wav', '--bitrate', '128'],
    ['--format', 'mp3', '--bitrate', '1000'],
    ['--format', 'mp3', '--loudness', '-10'],
    ['--format', 'mp3', '--channels', '2'],
    ['--format', 'mp3', '--stdout'],
    ['--format', 'mp5'],
  ])('refuses %s %s %s %s before it writes anything', async (...words) => {
    const place = await testHome()
    const { exitCode, stderr } = await exported(place, ...words)
    expect(exitCode).not.toBe(0)
    expect(stderr).not.toContain('talk.wav')
    expect(stderr).toMatch(/--(?:loudness|bitrate|channels|stdout)|mp5/u)
  })
})
