import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { withoutModels } from './testing/fake-engine.ts'
import { runParolo, startParolo } from './testing/run-parolo.ts'
import { tone } from './testing/short-sounds.ts'
import { oneVoiceEn } from './testing/speech.ts'
import { testHome } from './testing/test-home.ts'

it('once: what is in a folder is transcribed by the real models, then only what is new; refusals are reported once', async () => {
  const place = await testHome()
  const folder = path.join(place.folder, 'in')
  await mkdir(folder)
  await copyFile(oneVoiceEn, path.join(folder, `talk${path.extname(oneVoiceEn)}`))
  await writeFile(path.join(folder, 'broken.mp3'), 'there is no sound in here')
  const once = ['watch', 'in', '--once', '--language', 'en', '--format', 'srt,txt']
  const first = await runParolo(once, place)
  expect(first.stderr).toContain('complete, will be transcribed')
  expect(first.stderr).toContain('broken.mp3: skipped, and tried again when it changes.')
  expect(first.stderr).toContain('1 done, 1 failed')
  expect(first.exitCode).toBe(1)
  expect((await readdir(folder)).filter((name) => /\.(?:srt|txt)$/u.test(name))).toEqual([
    'talk.srt',
    'talk.txt',
  ])
  expect(await readFile(path.join(folder, 'talk.srt'), 'utf8')).toMatch(/-->/u)
  // Captions deleted by a person do not come back, and nothing is reported again.
  await rm(path.join(folder, 'talk.txt'))
  const second = await runParolo(once, place)
  expect(second).toMatchObject({ exitCode: 0, stderr: '0 done, 0 failed\n' })
  expect(await readdir(folder)).not.toContain('talk.txt')
}, 180_000)

it('a file of which only the beginning was transcribed gets captions of all of it', async () => {
  const place = await testHome()
  const folder = path.join(place.folder, 'in')
  await mkdir(folder)
  const talk = path.join(folder, `talk${path.extname(oneVoiceEn)}`)
  await copyFile(oneVoiceEn, talk)
  const run = (...words: string[]) => runParolo(words, { ...place, environment: withoutModels })
  expect(
    await run('transcribe', talk, '--to', '5', '--language', 'en', '--quick', '--format', 'srt'),
  ).toMatchObject({ exitCode: 0 })
  expect((await run('list')).stdout).toMatch(/\t0:00–0:05 only\ttalk$/mu)
  expect((await run('publish', 'talk')).stderr).toContain('Only 0:00 to 0:05 of “talk” has been transcribed.')
  const watched = await run('watch', 'in', '--once', '--language', 'en', '--format', 'srt')
  expect(watched).toMatchObject({ exitCode: 0 })
  const captions = await readFile(path.join(folder, 'talk.srt'), 'utf8')
  expect(captions.match(/--> 00:00:(?<second>\d\d)/gu)?.at(-1)).toMatch(/(?:1[5-9]|2\d)$/u)
  expect((await run('list')).stdout).toMatch(/\tdone\ttalk$/mu)
}, 120_000)

it('goes on until Ctrl-C, which ends well; a kill in between loses nothing', async () => {
  const place = await testHome()
  const folder = path.join(place.folder, 'in')
  await mkdir(folder)
  await writeFile(path.join(folder, 'before.wav'), tone(32_000, 300))
  const watch = ['watch', 'in', '--language', 'en', '--progress', 'json']
  const first = startParolo(watch, { ...place, environment: withoutModels })
  await first.line(({ type }) => type === 'watching')
  await writeFile(path.join(folder, 'a.wav'), tone(32_000, 400))
  await first.line(({ type }) => type === 'watch-taken')
  process.kill(first.pid, 'SIGKILL')
  await first.result
  await writeFile(path.join(folder, 'b.wav'), tone(32_000, 500))
  const second = startParolo(watch, { ...place, environment: withoutModels })
  for (const name of ['a.wav', 'b.wav'])
    await second.line(({ type, file }) => type === 'watch-written' && file === name)
  process.kill(second.pid, 'SIGINT')
  expect(await second.result).toMatchObject({ exitCode: 0 })
  expect((await readdir(folder)).toSorted()).toEqual(['a.srt', 'a.wav', 'b.srt', 'b.wav', 'before.wav'])
}, 180_000)
