import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { makeMoonshineFolder } from '../studio/models/testing/moonshine.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'
import { runParolo } from './testing/run-parolo.ts'

const LONG = 120_000

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
})
afterEach(() => place.remove())

const run = (...words: string[]) => runParolo(words, place)

describe('a model that cannot be read', { timeout: LONG }, () => {
  beforeEach(async () => {
    await mkdir(path.join(place.home, 'models', 'later'), { recursive: true })
    await writeFile(path.join(place.home, 'models', 'later', 'model.json'), '{}')
  })

  it('is listed as such beside the others', async () => {
    const list = await run('models', 'list')
    expect(list.exitCode).toBe(0)
    expect(list.stdout).toMatch(/^later\t-\t-\t-\t-\tcannot be read\t-$/mu)
    expect(list.stdout).toMatch(/^whisper-base-beam5\trecogniser\t/mu)
  })

  it('is what verify and doctor find wrong, with what to do', async () => {
    const verified = await run('models', 'verify')
    expect(verified.exitCode).toBe(1)
    expect(verified.stdout).toMatch(/^later\tcannot be read$/mu)
    expect(verified.stdout).toMatch(/^silero-vad-v6\tintact$/mu)
    const doctor = await run('doctor')
    expect(doctor.exitCode).toBe(1)
    expect(doctor.stdout).toMatch(
      /^- The model later cannot be read \(.*model\.json\)\. .*newer version of Parolo/mu,
    )
  })

  it('goes when a person removes it', async () => {
    expect(await run('models', 'remove', 'later')).toMatchObject({ exitCode: 0 })
    expect((await run('models', 'list')).stdout).not.toContain('later')
  })
})

describe('a model that is added or removed on the command line', { timeout: LONG }, () => {
  it('is so for every page that is open on the library', async () => {
    const library = await openLibrary(place.home)
    onTestFinished(() => library.close())
    const told: unknown[] = []
    library.watch((event) => told.push([event.kind, event.touched]))
    const added = await run('models', 'add', await makeMoonshineFolder(place.root))
    expect(added).toMatchObject({ exitCode: 0, stderr: 'moonshine-tiny: added (moonshine)\n' })
    expect(await library.models()).toMatchObject([
      { id: 'moonshine-tiny', folder: path.join(place.home, 'models', 'moonshine-tiny') },
    ])
    await expect.poll(() => told).toEqual([['model-added', { modelId: 'moonshine-tiny' }]])
    expect((await run('models', 'remove', 'moonshine-tiny')).exitCode).toBe(0)
    expect(await library.models()).toEqual([])
    await expect.poll(() => told).toContainEqual(['model-removed', { modelId: 'moonshine-tiny' }])
  })
})
