import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readJson } from '#core/formats/json/json-reader'
import { recordingOfResult } from '#core/archive/places'
import { withoutModels } from '../../cli/testing/fake-engine.ts'
import { startParolo, type RunParoloOptions } from '../../cli/testing/run-parolo.ts'
import { writeShortSounds } from '../../cli/testing/short-sounds.ts'
import { filesBelow } from '../../cli/testing/test-home.ts'

export interface Kills {
  readonly kills: number
  readonly results: number
  readonly halfFiles: number
  readonly missing: number
  readonly twiceInLibrary: number
  readonly leftParts: number
}

/**
 * Kills workers (the whole process group, like a node that loses power) and the gathering program at random
 * times, the given number of times; then everything is finished. With engines without models.
 *
 * @param random 0–1
 */
export async function measureKills(
  folder: string,
  {
    kills,
    recordings,
    random,
  }: { readonly kills: number; readonly recordings: number; readonly random: () => number },
): Promise<Kills> {
  const [sounds, dir, data, scratch] = ['sounds', 'plan', 'library', 'scratch'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string]
  await mkdir(sounds, { recursive: true })
  await writeShortSounds(sounds, recordings)
  const options: RunParoloOptions = {
    home: data,
    folder,
    environment: { ...withoutModels, TMPDIR: scratch },
    ownGroup: true,
  }
  const finish = async (...words: string[]): Promise<void> => {
    const { exitCode, stderr } = await startParolo(['archive', ...words], options).result
    if (exitCode !== 0) throw new Error(`archive ${words.join(' ')} ended with ${exitCode}:\n${stderr}`)
  }
  await finish('plan', sounds, '--out', dir, '--quick', '--language', 'en')
  const work = ['work', dir, '--shard', '0']
  const gather = ['gather', dir, '--data', data]
  for (let kill = 0; kill < kills; kill += 1) {
    const isWorker = kill % 2 === 0
    const running = startParolo(['archive', ...(isWorker ? work : gather)], options)
    await new Promise((resolve) => setTimeout(resolve, random() * (isWorker ? 6_000 : 1_500)))
    killGroup(running.pid)
    await running.result
  }
  await finish('retry', dir)
  await finish(...work)
  await finish(...gather)
  await finish(...gather)
  const list = await startParolo(['list', '--data', data], options).result
  const listed = list.stdout.trim().split('\n')
  const results = await filesBelow(path.join(dir, 'done'))
  let halfFiles = 0
  for (const file of results) {
    const { document } = readJson(await readFile(path.join(dir, 'done', file), 'utf8'))
    if (recordingOfResult(path.basename(file)) !== document.recording.sha256) halfFiles += 1
  }
  return {
    kills,
    results: results.length,
    halfFiles,
    missing: recordings - new Set(listed).size,
    twiceInLibrary: listed.length - new Set(listed).size,
    leftParts: (await filesBelow(path.join(dir, 'tmp'))).length + (await readdir(scratch)).length,
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
