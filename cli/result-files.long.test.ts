import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSampleLibrary } from './testing/sample-library.ts'
import { filesBelow, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { jsonLines } from './testing/run-parolo.ts'
import { twoVoicesEn } from './testing/speech.ts'

/** Each run decodes real speech: seconds, and several times as long on a busy machine. */
const LONG = 120_000

describe('where results go', () => {
  let place: TestHome
  beforeAll(async () => {
    place = await makeSampleLibrary()
  }, LONG)
  afterAll(() => place.remove())

  it('into the folder in which the person stands, under the name of the recording, as srt and vtt', async () => {
    const stood = path.join(place.root, 'where they stand')
    await mkdir(stood)
    await copyFile(twoVoicesEn, path.join(stood, 'a talk.opus'))
    const environment = { INIT_CWD: stood }
    const result = await runInProcess(['transcribe', 'a talk.opus', '--quick'], { ...place, environment })
    expect(result.exitCode).toBe(0)
    expect(await filesBelow(stood)).toEqual(['a talk.opus', 'a talk.srt', 'a talk.vtt'])
    const out = await runInProcess(
      ['transcribe', 'a talk.opus', '--quick', '--out', 'sub/folder', '--format', 'rttm'],
      {
        ...place,
        environment,
      },
    )
    expect(out.exitCode).toBe(0)
    expect(await readFile(path.join(stood, 'sub/folder/a talk.rttm'), 'utf8')).toMatch(/^SPEAKER a_talk 1 /u)
    expect(await filesBelow(place.folder)).toEqual([])
  })

  it('two inputs of one name do not clash', async () => {
    const here = path.join(place.root, 'same names')
    await mkdir(path.join(here, 'one'), { recursive: true })
    await mkdir(path.join(here, 'two'))
    await copyFile(twoVoicesEn, path.join(here, 'one/talk.opus'))
    await copyFile(twoVoicesEn, path.join(here, 'two/talk.ogg'))
    const words = ['transcribe', 'one/talk.opus', 'two/talk.ogg', '--quick', '--format', 'srt,rttm']
    const result = await runInProcess(words, { ...place, folder: here })
    expect(result.exitCode).toBe(0)
    expect((await filesBelow(here)).filter((file) => !file.includes('/'))).toEqual([
      'talk-2.rttm',
      'talk-2.srt',
      'talk.rttm',
      'talk.srt',
    ])
    expect(await readFile(path.join(here, 'talk-2.rttm'), 'utf8')).toMatch(/^SPEAKER talk-2 1 /u)
    // The same command finds both already done.
    const again = await runInProcess([...words, '--progress', 'json'], { ...place, folder: here })
    expect(
      jsonLines(again.stderr)
        .map(({ type }) => type)
        .filter((type) => type === 'unchanged'),
    ).toHaveLength(4)
  })

  it('a file that this command did not write stays as it is, unless --overwrite', async () => {
    const target = path.join(place.folder, 'two-voices-8s-en.srt')
    await writeFile(target, 'mine')
    const refused = await runInProcess(['transcribe', twoVoicesEn, '--quick'], place)
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toBe(
      `parolo: ${twoVoicesEn}: ${target} already exists and was not overwritten. Use --overwrite, or choose another folder with --out.\n`,
    )
    expect(await readFile(target, 'utf8')).toBe('mine')
    expect(await filesBelow(place.folder)).toEqual(['two-voices-8s-en.srt'])
    const overwritten = await runInProcess(['transcribe', twoVoicesEn, '--quick', '--overwrite'], place)
    expect(overwritten.exitCode).toBe(0)
    expect(await readFile(target, 'utf8')).toContain('-->')
    // Edited since: no longer the program's file.
    await writeFile(target, 'changed by hand')
    expect((await runInProcess(['transcribe', twoVoicesEn, '--quick'], place)).exitCode).toBe(1)
    expect(await readFile(target, 'utf8')).toBe('changed by hand')
    await rm(target)
    expect((await runInProcess(['transcribe', twoVoicesEn, '--quick'], place)).exitCode).toBe(0)
  })

  it(
    'other settings are another command: its file is not overwritten by them',
    async () => {
      const here = path.join(place.root, 'settings')
      await mkdir(here)
      expect(
        (
          await runInProcess(['transcribe', twoVoicesEn, '--quick', '--format', 'txt'], {
            ...place,
            folder: here,
          })
        ).exitCode,
      ).toBe(0)
      const other = ['transcribe', twoVoicesEn, '--quick', '--format', 'txt', '--speakers', '1']
      expect((await runInProcess(other, { ...place, folder: here })).exitCode).toBe(1)
    },
    LONG,
  )
})
