import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '../library/library.ts'
import { openedLibrary } from '../library/testing/fixtures.ts'
import { decodedTracks, pitchOf } from '../recording/testing/decoded-tracks.ts'
import { joinFiles } from './join-files.ts'

const run = promisify(execFile)
let folder: string
const file = (name: string): string => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parolo-join-'))
  const tone = (hertz: number, seconds: number, name: string, rate = 16_000) => {
    const source = `sine=frequency=${hertz}:duration=${seconds}:sample_rate=${rate}`
    return run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, file(name)])
  }
  await Promise.all([
    tone(440, 2, '1-anna_0.wav'),
    tone(880, 1, '2-ben_0.flac', 44_100),
    run('ffmpeg', [
      ...'-v error -f lavfi -i sine=frequency=300 -f lavfi -i sine=frequency=600 -map 0 -map 1 -t 1'.split(
        ' ',
      ),
      file('two.mka'),
    ]),
  ])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A library for one test. */
async function openedPlace(): Promise<{ library: Library; dataFolder: string }> {
  const dataFolder = await mkdtemp(file('library-'))
  return { dataFolder, library: await openedLibrary(dataFolder) }
}

const signal = new AbortController().signal
const part = (samples: Int16Array | undefined, fromSeconds: number, toSeconds: number): Int16Array =>
  samples?.subarray(fromSeconds * 48_000, toSeconds * 48_000) ?? new Int16Array()

describe('files that belong together', () => {
  it('are one recording with a named track each, from when each began, and stay as they are', async () => {
    const files = [file('1-anna_0.wav'), file('2-ben_0.flac')]
    const place = await openedPlace()
    const before = await Promise.all(files.map((one) => readFile(one)))
    const fractions: number[] = []
    const options = { order: 'together', offsetsMs: [0, 500], signal } as const
    const joined = await joinFiles(place, files, { ...options, onProgress: (done) => fractions.push(done) })
    expect(joined.title).toBe('anna, ben')
    expect(path.relative(place.dataFolder, joined.path)).toMatch(/^media/u)
    // Listed with its length immediately, before anything is decoded.
    expect(joined.durationMs).toBe(2_000)
    expect((await place.library.card(joined.id)).durationMs).toBe(2_000)
    const { media } = await place.library.card(joined.id)
    expect(media?.tracks.map(({ codec, speaker }) => [codec, speaker])).toEqual([
      ['flac', 'anna'],
      ['flac', 'ben'],
    ])
    const tracks = await decodedTracks(joined.path, 2)
    expect(pitchOf(part(tracks[0], 0.1, 1.9))).toBeCloseTo(440, -1)
    expect(part(tracks[1], 0, 0.48).every((sample) => sample === 0)).toBe(true)
    expect(pitchOf(part(tracks[1], 0.6, 1.4))).toBeCloseTo(880, -1)
    expect(fractions.at(-1)).toBeGreaterThan(0)
    expect(await Promise.all(files.map((one) => readFile(one)))).toEqual(before)
    // Repeating it gives the same recording, and leaves nothing else.
    expect((await joinFiles(place, files, options)).id).toBe(joined.id)
    expect(await readdir(path.join(place.dataFolder, 'media', 'incoming'))).toEqual([])
  })
})

describe('files that follow one another', () => {
  it('are one recording of one track', async () => {
    const files = [file('1-anna_0.wav'), file('2-ben_0.flac')]
    const place = await openedPlace()
    const joined = await joinFiles(place, files, { order: 'in-order', title: 'Both', signal })
    expect(joined.title).toBe('Both')
    expect((await place.library.card(joined.id)).media?.tracks).toHaveLength(1)
    const [track] = await decodedTracks(joined.path, 1)
    expect((track?.length ?? 0) / 48_000).toBeCloseTo(3, 1)
    expect(pitchOf(part(track, 0.1, 1.9))).toBeCloseTo(440, -1)
    expect(pitchOf(part(track, 2.1, 2.9))).toBeCloseTo(880, -1)
  })

  it('must have as many tracks as the first', async () => {
    const files = [file('1-anna_0.wav'), file('two.mka')]
    const joining = joinFiles(await openedPlace(), files, { order: 'in-order', signal })
    await expect(joining).rejects.toMatchObject({
      code: 'import.other-tracks',
      values: { file: 'two.mka' },
    })
  })
})
