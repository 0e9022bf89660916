import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { runInProcess } from './testing/run-in-process.ts'
import { makeTestHome } from './testing/test-home.ts'

it('moves the library, which every command then finds', async () => {
  const place = await makeTestHome()
  onTestFinished(place.remove)
  const library = await openLibrary(place.home)
  const facts = { path: '/elsewhere/a.mp3', fileName: 'a.mp3', bytes: 7, mtimeMs: 1, sha256: 'ab'.repeat(32) }
  await library.addRecording({ ...facts, title: 'Minutes' })
  await library.close()
  const run = (...words: string[]) => runInProcess(words, place)
  expect((await run('move')).exitCode).toBe(2)
  const moved = await run('move', 'elsewhere')
  const to = path.join(place.folder, 'elsewhere')
  expect(moved).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: `The library with 1 recording is now in ${to}. Every program finds it there.\n`,
  })
  expect((await run('list')).stdout).toContain('Minutes')
  expect((await run('list', '--data', to)).stdout).toContain('Minutes')
  expect((await run('move', 'elsewhere', '--lang', 'fr')).stderr).toContain(
    'dans le dossier de la bibliothèque',
  )
})
