import { readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import {
  heardSamples,
  heardSecond,
  countedFilm,
  shownNumbers,
  SOUND_RATE,
} from '../studio/sound/captioned/testing/counted-film.ts'
import { codecsOf, probed } from '../studio/sound/captioned/testing/films.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { mustExit } from './testing/run-parolo.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

let place: TestHome
const run = (...words: string[]) => runInProcess(words, place)
const exported = (...words: string[]) =>
  run('export', 'talk', '--out', 'out', '--lang', 'en', '--cut', ...words)
const out = (name: string): string => path.join(place.folder, 'out', name)

/** A film of 6 s at 10 frames a second with a word each second, of which the fourth is cut. */
beforeEach(async () => {
  place = await testHome()
  await countedFilm(path.join(place.folder, 'talk.mp4'), { rate: '10', seconds: 6 })
  const cues = Array.from(
    { length: 6 },
    (_, second) => `${second + 1}\n00:00:0${second},100 --> 00:00:0${second},900\nWord${second}.\n`,
  )
  await writeFile(path.join(place.folder, 'talk.srt'), cues.join('\n'))
  mustExit(await run('add', 'talk.srt'), 0)
  mustExit(await run('cut', 'talk', '--from', '3', '--to', '4'), 0)
})

it('writes films of the cut, with its captions, frame for frame', async () => {
  const { exitCode, stderr } = await exported('--format', 'mp4,mkv,burn,srt')
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  const names = await readdir(path.join(place.folder, 'out'))
  expect(names.toSorted()).toEqual(['talk.burned.mp4', 'talk.captions.mkv', 'talk.captions.mp4', 'talk.srt'])
  const numbers = await shownNumbers(out('talk.captions.mp4'))
  const gap = numbers.findIndex((number, at) => number !== at)
  const gone = (numbers[gap] ?? 0) - gap
  expect(gap).toBeGreaterThanOrEqual(29)
  expect(gone).toBeGreaterThanOrEqual(7)
  expect(numbers.slice(gap)).toEqual(Array.from({ length: 60 - gap - gone }, (_, at) => gap + gone + at))
  for (const name of names.filter((each) => !each.endsWith('.srt')))
    expect(await shownNumbers(out(name))).toEqual(numbers)
  expect(codecsOf(await probed(out('talk.captions.mkv')))).toEqual(['h264', 'aac', 'subrip'])
  const heard = await heardSamples(out('talk.captions.mp4'))
  expect(Math.abs(heard.length / SOUND_RATE - numbers.length / 10)).toBeLessThan(0.05)
  expect(heardSecond(heard, (gap / 10 - 0.5) * SOUND_RATE)).toBe(2)
})

it('says why there is no film where the recording was moved, and where no word is kept', async () => {
  const film = path.join(place.folder, 'talk.mp4')
  await rename(film, `${film}.moved`)
  const moved = await exported('--format', 'mp4,srt')
  expect(moved.exitCode).toBe(1)
  expect(moved.stderr).toContain(film)
  expect(await readdir(path.join(place.folder, 'out'))).toEqual(['talk.srt'])
  await rename(`${film}.moved`, film)
  mustExit(await run('cut', 'talk', '--from', '0', '--to', '6'), 0)
  const nothing = await exported('--format', 'burn')
  expect(nothing.exitCode).toBe(1)
  expect(nothing.stderr).toContain('no captions to add')
})
