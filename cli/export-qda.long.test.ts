import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, expect, it } from 'vitest'
import { elementsNamed, readXml } from '#core/formats/reading/xml-tree'
import { brokenRefiRules } from '#core/formats/testing/refi-rules'
import { described } from '../studio/sound/sound-file/testing/sound-files.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit } from './testing/run-parolo.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

let place: TestHome
const vtt =
  'WEBVTT\n\n00:00.200 --> 00:00.900\n<v Ada>Hello there.\n\n00:01.100 --> 00:01.400\n<v Ben>Hm.\n\n00:01.600 --> 00:01.900\n<v Ada>We go.\n'
const run = (...words: string[]) => runInProcess(words, place)
const exported = (...words: string[]) =>
  run('export', 'talk', '--format', 'qdpx', '--out', 'out', '--lang', 'en', ...words)

/** A tone of 2 s with captions of two speakers. */
beforeEach(async () => {
  place = await testHome()
  const tone = ['-f', 'lavfi', '-i', 'sine=duration=2:sample_rate=44100']
  await ffmpeg(tone, path.join(place.folder, 'talk.wav'))
  await writeFile(path.join(place.folder, 'talk.vtt'), vtt)
  mustExit(await run('add', 'talk.vtt'), 0)
})

/** The project, its text, and the length of its sound in seconds; null without sound. */
async function opened() {
  const files = unzipSync(await readFile(path.join(place.folder, 'out', 'talk.qdpx')))
  const project = readXml(strFromU8(files['project.qde'] ?? new Uint8Array()), ({ detail }) => {
    throw new Error(detail)
  })
  expect(brokenRefiRules(project)).toEqual([])
  const texts = Object.keys(files).filter((name) => name.endsWith('.txt'))
  const text = strFromU8(files[texts[0] ?? ''] ?? new Uint8Array())
  const sound = Object.keys(files).find((name) => name.endsWith('.mp3'))
  let seconds: number | null = null
  if (sound !== undefined) {
    const [source] = elementsNamed(project, 'AudioSource')
    expect(`Sources/${source?.attributes['path']?.replace('internal://', '')}`).toBe(sound)
    const file = path.join(place.folder, 'heard.mp3')
    await writeFile(file, files[sound] ?? new Uint8Array())
    seconds = Number((await described(file)).format.duration)
  }
  const points = elementsNamed(project, 'SyncPoint').map(({ attributes }) => Number(attributes['timeStamp']))
  return { names: Object.keys(files), text, texts, seconds, points }
}

it('a recording is a project with its text and its sound, and what it leaves out is said', async () => {
  const { exitCode, stderr } = await exported()
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  expect(stderr).toContain('talk.qdpx')
  const { text, texts, seconds, points } = await opened()
  expect(text).toBe('Ada: Hello there.\nBen: Hm.\nAda: We go.\n')
  expect(texts).toHaveLength(2)
  expect(seconds).toBeCloseTo(2, 0)
  expect(points.slice(0, 3)).toEqual([200, 900, 1_100])
  const again = await exported()
  expect(again).toMatchObject({ exitCode: 1 })
  mustExit(await exported('--overwrite', '--no-sound'), 0)
  expect((await opened()).names).toHaveLength(2)
  const useless = await exported('--overwrite', '--sound-around')
  expect(useless.exitCode).toBe(2)
})

it('of the cut has what is kept, in its own time', async () => {
  mustExit(await run('cut', 'talk', '--from', '1', '--to', '1.5'), 0)
  mustExit(await exported('--cut', '--bitrate', '64'), 0)
  const { text, seconds, points } = await opened()
  expect(text).toBe('Ada: Hello there.\nAda: We go.\n')
  expect(seconds).toBeLessThan(1.9)
  expect(points.at(-1)).toBeLessThan(1_000 * (seconds ?? 0))
  expect(points.at(-1)).toBeLessThan(1_800)
})
