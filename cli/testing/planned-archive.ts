import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ArchiveStatus } from '#core/archive/status'
import { withoutModels } from './fake-engine.ts'
import { runInProcess } from './run-in-process.ts'
import { mustExit, type ParoloResult, startParolo } from './run-parolo.ts'
import { filesBelow, testHome } from './test-home.ts'

/** A planned archive of these recordings; its engine has no models. */
export async function planned(recordings: Readonly<Record<string, string>>, ...options: string[]) {
  const place = await testHome()
  const environment = { ...withoutModels, TMPDIR: place.root }
  const sounds = path.join(place.root, 'recordings of the archive')
  await mkdir(sounds)
  for (const [name, sound] of Object.entries(recordings)) await copyFile(sound, path.join(sounds, name))
  const dir = path.join(place.folder, 'plan')
  const run = (...words: string[]): Promise<ParoloResult> =>
    runInProcess(['archive', ...words], { ...place, environment })
  const start = (...words: string[]) =>
    startParolo(['archive', ...words], { ...place, environment, ownGroup: true })
  const status = async (): Promise<ArchiveStatus> =>
    JSON.parse((await run('status', dir, '--json')).stdout) as ArchiveStatus
  const results = async () =>
    (await filesBelow(path.join(dir, 'done'))).map((file) => path.join(dir, 'done', file))
  const plan = async (...more: string[]) => {
    const result = await run('plan', sounds, '--out', dir, '--quick', '--language', 'en', ...more)
    mustExit(result, 0)
    return result
  }
  await plan(...options)
  return { ...place, sounds, dir, run, start, status, results, plan }
}
