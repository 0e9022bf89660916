import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { sampleLibraryForTest } from './testing/sample-library.ts'
import { withoutModels } from './testing/fake-engine.ts'
import { filesBelow, type TestHome, testHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { decodesOf, runParolo, startParolo, mustExit } from './testing/run-parolo.ts'
import { fillDisk, mayMount } from './testing/mounts.ts'
import { readOnly, smallDisk } from './testing/small-disk.ts'
import { twoVoicesEn } from './testing/speech.ts'

const LONG = 120_000
const mounts = await mayMount()
const leftOut = mounts ? '' : ' (left out: no right to mount here)'

const words = ['transcribe', twoVoicesEn, '--quick']
const results = ['two-voices-8s-en.srt', 'two-voices-8s-en.vtt']

describe(`a full disk${leftOut}`, () => {
  it.runIf(mounts)(
    'under the library: said before decoding, nothing half-written; with room again it ends well',
    async () => {
      const place = { ...(await testHome()), environment: withoutModels }
      const disk = await smallDisk(place.home, '16m')
      const full = await runParolo(words, place)
      expect(full.exitCode).toBe(1)
      expect(full.stderr).toMatch(
        /^parolo: [^\n]*The disk is full: \d+ MB are needed, \d+ MB are free\. [^\n]*\n$/u,
      )
      expect(await filesBelow(path.join(place.home, 'cache'))).toEqual([])
      expect(await filesBelow(place.folder)).toEqual([])
      await disk.resize('300m')
      expect((await runParolo(words, place)).exitCode).toBe(0)
      expect(await filesBelow(place.folder)).toEqual(results)
    },
    LONG,
  )

  it.runIf(mounts)(
    'under the library while it works: said plainly; with room again it goes on',
    async () => {
      const place = { ...(await testHome()), environment: withoutModels }
      await smallDisk(place.home, '100m')
      const run = startParolo([...words, '--progress', 'json'], place)
      await run.line((line) => line.step === 'speakers')
      const filler = await fillDisk(place.home)
      const full = await run.result
      mustExit(full, 1)
      expect(full.stderr).toContain('"code":"disk.full"')
      expect(full.stderr).toContain('The disk is full')
      expect(await filesBelow(place.folder)).toEqual([])
      await rm(filler)
      const again = await runParolo([...words, '--progress', 'json'], place)
      mustExit(again, 0)
      expect(decodesOf(again).failed).toBe(0)
      expect(await filesBelow(place.folder)).toEqual(results)
    },
    LONG,
  )

  it.runIf(mounts)(
    'under the results: said plainly, nothing half-written, no decode lost',
    async () => {
      const place = { ...(await testHome()), environment: withoutModels }
      const out = path.join(place.root, 'out')
      await smallDisk(out, '1m')
      const filler = await fillDisk(out)
      const full = await runParolo([...words, '--out', out], place)
      expect(full.exitCode).toBe(1)
      expect(full.stderr).toMatch(/^parolo: [^\n]*The disk is full\. [^\n]*\n$/u)
      expect(await filesBelow(out)).toEqual(['filler'])
      await rm(filler)
      const again = await runParolo([...words, '--out', out, '--progress', 'json'], place)
      expect(again.exitCode).toBe(0)
      expect(decodesOf(again).decoded).toBe(0)
      expect(await filesBelow(out)).toEqual(results)
    },
    LONG,
  )
})

describe(`a folder that may not be written${leftOut}`, () => {
  it.runIf(mounts)(
    'for the results: said plainly with the folder; elsewhere it ends well',
    async () => {
      const place = await sampleLibraryForTest()
      const out = path.join(place.root, 'out')
      await mkdir(out)
      const { end } = await readOnly(out)
      const refused = await runParolo([...words, '--out', out], place)
      expect(refused.exitCode).toBe(1)
      expect(refused.stderr).toContain(`Parolo does not have permission to write to ${out}.`)
      await end()
      expect((await runParolo([...words, '--out', out], place)).exitCode).toBe(0)
      expect(await filesBelow(out)).toEqual(results)
    },
    LONG,
  )

  it.runIf(mounts)(
    'for the library: said plainly, by doctor too',
    async () => {
      const place = await testHome()
      await mkdir(place.home)
      await readOnly(place.home)
      const refused = await runParolo(words, place)
      expect(refused.exitCode).toBe(1)
      expect(refused.stderr).toMatch(
        /^parolo: Parolo does not have permission to write to [^\n]*\. [^\n]*\n$/u,
      )
      const doctor = await runParolo(['doctor'], place)
      expect(doctor.exitCode).toBe(1)
      expect(doctor.stdout).toContain('does not have permission')
    },
    LONG,
  )
})

/** A person's own file, transcribed, with its captions in the folder. */
async function placeOfDoneFile(): Promise<TestHome & { readonly file: string }> {
  const place = await sampleLibraryForTest()
  const file = path.join(place.root, 'talk.opus')
  await copyFile(twoVoicesEn, file)
  const result = await runInProcess(['transcribe', file, '--quick', '--format', 'srt'], place)
  mustExit(result, 0)
  return { ...place, file }
}

describe('an original that was moved', () => {
  it(
    'is exported still; from its new place it counts as done; a new file at the old place is another',
    async () => {
      const place = await placeOfDoneFile()
      const moved = path.join(place.root, 'elsewhere', 'my talk.opus')
      await mkdir(path.dirname(moved))
      await rename(place.file, moved)
      const exported = await runInProcess(
        ['export', 'two-voices-8s-en', '--format', 'srt', '--stdout'],
        place,
      )
      expect(exported).toMatchObject({
        exitCode: 0,
        stdout: await readFile(path.join(place.folder, 'talk.srt'), 'utf8'),
      })
      const gone = await runInProcess(['transcribe', place.file, '--quick'], place)
      expect(gone.exitCode).toBe(1)
      expect(gone.stderr).toContain('was not found')
      const again = await runInProcess(
        ['transcribe', moved, '--quick', '--format', 'srt', '--progress', 'json'],
        place,
      )
      expect(again.exitCode).toBe(0)
      expect(decodesOf(again)).toEqual({ decoded: 0, reused: 0, failed: 0 })
      // The library still has both recordings.
      expect((await runInProcess(['list'], place)).stdout.trimEnd().split('\n')).toHaveLength(2)
    },
    LONG,
  )

  it(
    'the cache deleted: the same command with other settings decodes the sound again',
    async () => {
      const place = await placeOfDoneFile()
      await rm(path.join(place.home, 'cache'), { recursive: true })
      const done = await runInProcess(['transcribe', place.file, '--quick', '--format', 'txt'], place)
      expect(done.exitCode).toBe(0)
      const other = ['transcribe', place.file, '--quick', '--speakers', '2', '--stdout', '--progress', 'json']
      const again = await runInProcess(other, { ...place, environment: withoutModels })
      mustExit(again, 0)
      // The words were decoded before, so only the sound is recreated.
      expect(decodesOf(again).reused).toBeGreaterThan(0)
      expect(await filesBelow(path.join(place.home, 'cache'))).toHaveLength(4)
    },
    LONG,
  )
})

describe('a damaged library', () => {
  it.each([
    ['its first page', 0, 100],
    ['all of it', 0, Number.POSITIVE_INFINITY],
  ])(
    '%s overwritten: told, kept, and the same command ends well',
    async (_, from, most) => {
      const place = { ...(await placeOfDoneFile()), environment: withoutModels }
      const file = path.join(place.home, 'library.db')
      const bytes = await readFile(file)
      bytes.fill(0x5a, from, Math.min(bytes.length, from + most))
      await writeFile(file, bytes)
      const list = await runParolo(['list'], place)
      mustExit(list, 0)
      expect(list.stderr).toContain('The library was damaged.')
      expect((await filesBelow(path.join(place.home, 'backups'))).length).toBeGreaterThan(0)
      const again = await runInProcess(
        ['transcribe', place.file, '--quick', '--format', 'srt', '--overwrite'],
        place,
      )
      mustExit(again, 0)
      expect(again.stderr).not.toContain('damaged')
    },
    LONG,
  )
})

describe('a library of a newer program', () => {
  it('is refused and not touched', async () => {
    const place = await testHome()
    await runInProcess(['list'], place)
    const file = path.join(place.home, 'library.db')
    const database = new Database(file)
    database.pragma('user_version = 9999')
    database.close()
    const before = await readFile(file)
    const files = await filesBelow(place.home)
    for (const command of [words, ['list'], ['search', 'x']]) {
      const result = await runParolo(command, place)
      expect(result.exitCode).toBe(1)
      expect(result.stderr).toMatch(
        /^parolo: The library in [^\n]* was saved by a newer version of Parolo\. [^\n]*\n$/u,
      )
    }
    const doctor = await runInProcess(['doctor'], place)
    expect(doctor.exitCode).toBe(1)
    expect(doctor.stdout).toContain('newer version of Parolo')
    expect((await readFile(file)).equals(before)).toBe(true)
    expect(await filesBelow(place.home)).toEqual(files)
  })
})
