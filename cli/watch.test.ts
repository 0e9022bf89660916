import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { oneVoiceEn } from './testing/speech.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { testHome } from './testing/test-home.ts'

it('folders are added to the setting, listed, changed and removed', async () => {
  const place = await testHome()
  const run = (...words: string[]) => runInProcess(['watch', ...words], place)
  await mkdir(path.join(place.folder, 'in'))
  await writeFile(path.join(place.folder, 'in', 'a.mp3'), await readFile(oneVoiceEn))
  const folder = await realpath(path.join(place.folder, 'in'))
  expect((await run('--list')).stderr).toContain('No folder is watched.')

  const added = await run('--add', 'in', '--format', 'vtt,srt', '--speakers', '2')
  expect(added).toMatchObject({ exitCode: 0, stdout: '' })
  expect(added.stderr).toBe(
    `Watched from now on: ${folder}, while a window or \`parolo serve\` is open, or \`parolo watch\` runs. Files already there are left alone.\n`,
  )
  expect((await run('--list')).stdout).toBe(
    `${folder}\twatched\tauto\t2\tvtt,srt\t0 written, 0 waiting, 0 failed\n`,
  )
  expect((await run('--add', 'in', '--language', 'fr', '--subfolders')).stderr).toBe(`Changed: ${folder}\n`)
  expect(JSON.parse((await run('--list', '--format', 'json')).stdout)).toEqual([
    {
      path: folder,
      isOn: true,
      language: 'fr',
      speakers: 2,
      formats: ['vtt', 'srt'],
      withSubfolders: true,
      written: 0,
      waiting: 0,
      troubled: 0,
      problem: null,
    },
  ])
  const known = await run('--add', 'in', '--existing')
  expect(known.exitCode).toBe(1)
  expect(known.stderr).toContain('is watched already')
  expect((await run('--remove', 'in', '--lang', 'fr')).stderr).toContain('N’est plus surveillé')
  expect(await run('--remove', 'in')).toMatchObject({ exitCode: 1 })
  expect(await run()).toMatchObject({ exitCode: 1 })
})

it.each([
  [['--add'], 'No file was given.', 2],
  [['--once'], 'No file was given.', 2],
  [['--add', '.', '--once'], 'Unknown or invalid option: --once', 2],
  [['--add', '--remove', '.'], 'Unknown or invalid option: --remove', 2],
  [['a', 'b'], 'Unknown or invalid option: --watch b.', 2],
  [['--add', '.', '--format', 'xyz'], 'Unknown format: “xyz”.', 2],
  [['--add', 'missing'], 'missing is not there.', 1],
  [['missing'], 'missing is not there.', 1],
  [['--remove', 'missing'], 'missing is not watched.', 1],
])('says what is wrong with %j', async (words, message, exitCode) => {
  const result = await runInProcess(['watch', ...words], await testHome())
  expect(result.stderr).toContain(message)
  expect(result.exitCode).toBe(exitCode)
})

it('the library’s own folder is not watched', async () => {
  const place = await testHome()
  await runInProcess(['list'], place)
  const result = await runInProcess(['watch', '--add', place.home], place)
  expect(result.stderr).toContain('is the library’s own folder, or inside it.')
  expect(await readdir(place.home)).toContain('library.db')
})
