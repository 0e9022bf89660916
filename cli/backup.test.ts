import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { runInProcess } from './testing/run-in-process.ts'
import { makeTestHome } from './testing/test-home.ts'

it('saves a library to a file and makes it again', async () => {
  const place = await makeTestHome()
  onTestFinished(place.remove)
  const library = await openLibrary(place.home)
  await library.addRecording({
    path: '/elsewhere/a.mp3',
    fileName: 'a.mp3',
    title: 'Minutes',
    bytes: 7,
    mtimeMs: 1,
    sha256: 'ab'.repeat(32),
  })
  await library.close()
  const run = (...words: string[]) => runInProcess(words, place)
  expect(await run('backup')).toMatchObject({ exitCode: 2 })
  const made = await run('backup', 'all.parolo-backup')
  expect(made).toMatchObject({ exitCode: 0, stdout: '' })
  expect(made.stderr).toMatch(/: 1 recording, \d+\s[kM]B\.\nThe file of 1 recording is outside the library/u)
  expect(await run('backup', 'all.parolo-backup')).toMatchObject({ exitCode: 1 })
  const other = path.join(place.folder, 'other')
  const restored = await run('restore', 'all.parolo-backup', '--data', other)
  expect(restored).toMatchObject({ exitCode: 0, stderr: `1 recording restored to ${other}.\n` })
  expect((await run('list', '--data', other)).stdout).toContain('Minutes')
  const refused = await run('restore', 'all.parolo-backup', '--data', other, '--lang', 'fr')
  expect(refused.exitCode).toBe(1)
  expect(refused.stderr).toContain('contient des enregistrements')
  const again = await run('restore', 'all.parolo-backup', '--data', other, '--replace')
  expect(again.stderr).toContain(path.join(other, 'backups', 'replaced-1'))
  const file = path.join(place.folder, 'all.parolo-backup')
  await writeFile(file, (await readFile(file)).subarray(0, -1))
  const damaged = await run('restore', 'all.parolo-backup', '--data', path.join(place.folder, 'third'))
  expect(damaged.stderr).toContain('is damaged: it was cut or changed')
})
