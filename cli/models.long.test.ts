import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { nemoMembers, tarGzBytes } from '../studio/models/archives/testing/tar-bytes.ts'
import { fileServer, refuse, serve, serveUntil } from '../studio/network/testing/file-server.ts'
import { makeMoonshineFolder } from '../studio/models/testing/moonshine.ts'
import { filesBelow, makeTestHome, type TestHome } from './testing/test-home.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { runParolo, startParolo } from './testing/run-parolo.ts'

const LONG = 120_000

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
})
afterEach(() => place.remove())

const run = (...words: string[]) => runInProcess(words, place)

describe('a model that cannot be read', { timeout: LONG }, () => {
  beforeEach(async () => {
    await mkdir(path.join(place.home, 'models', 'later'), { recursive: true })
    await writeFile(path.join(place.home, 'models', 'later', 'model.json'), '{}')
  })

  it('is listed as such beside the others', async () => {
    const list = await run('models', 'list')
    expect(list.exitCode).toBe(0)
    expect(list.stdout).toMatch(/^later\t-\t-\t-\t-\tcannot be read\t-\t-$/mu)
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
    const reported: unknown[] = []
    library.watch((event) => reported.push([event.kind, event.touched]))
    const added = await runParolo(['models', 'add', await makeMoonshineFolder(place.root)], place)
    expect(added).toMatchObject({ exitCode: 0, stderr: 'moonshine-tiny: added (moonshine)\n' })
    expect(await library.models()).toMatchObject([
      { id: 'moonshine-tiny', folder: path.join(place.home, 'models', 'moonshine-tiny') },
    ])
    await expect.poll(() => reported).toEqual([['model-added', { modelId: 'moonshine-tiny' }]])
    expect((await run('models', 'remove', 'moonshine-tiny')).exitCode).toBe(0)
    expect(await library.models()).toEqual([])
    await expect.poll(() => reported).toContainEqual(['model-removed', { modelId: 'moonshine-tiny' }])
  })
})

/** The bytes of an unfinished download that are on disk. */
async function partOf(home: string): Promise<Buffer> {
  const [part] = (await filesBelow(home)).filter((file) => file.endsWith('.part'))
  return part === undefined ? Buffer.alloc(0) : readFile(path.join(home, part))
}

describe('a model that is fetched', { timeout: LONG }, () => {
  const archive = tarGzBytes(nemoMembers('some-nemo'))
  const sha256 = createHash('sha256').update(archive).digest('hex')

  it('from an address goes on after Ctrl-C, and is listed as not from the catalog', async () => {
    const server = await fileServer(serveUntil(archive, 100, 'stall'), serve(archive))
    const words = ['models', 'add', `${server.url}/some-nemo.tar.gz`, '--sha256', sha256.toUpperCase()]
    const first = startParolo([...words, '--progress=json'], place)
    await first.line(({ step }) => step === 'download')
    // At most ten lines are printed per second, and the server sends nothing more.
    await expect.poll(() => partOf(place.home)).toHaveLength(100)
    first.child.kill('SIGINT')
    expect((await first.result).exitCode).toBe(130)
    const second = await runParolo(words, place)
    expect(second).toMatchObject({ exitCode: 0, stderr: 'some-nemo: added (nemo-transducer)\n' })
    expect(server.asked[1]?.range).toBe('bytes=100-')
    const { stdout } = await run('models', 'list')
    expect(stdout).toMatch(
      /^some-nemo\trecogniser\tnemo-transducer\t-\t.*\tadded, not from the catalog\t.*\t[0-9a-f]{64}$/mu,
    )
    expect(stdout).toMatch(/^parakeet-tdt-0\.6b-v3\t.*\t487\sMB\tcan be downloaded\tCC-BY-4\.0\t-$/mu)
    const verified = await run('models', 'verify')
    expect(verified.stdout).toMatch(/^some-nemo\tintact$/mu)
    expect(verified.stdout).not.toContain('parakeet')
  })

  it.each([
    ['installs', serve(archive), 0, /model-(?:added|here)/u],
    ['refuses', refuse(404), 1, /404/u],
  ] as const)(
    'from an address that two terminals ask for at once is asked for once where the server %s it',
    async (_, answer, exitCode, said) => {
      const isAwaited = Promise.withResolvers<void>()
      const server = await fileServer((request, response) => {
        void isAwaited.promise.then(() => answer(request, response))
      })
      const words = ['models', 'add', `${server.url}/some-nemo.tar.gz`, '--progress=json']
      const both = [startParolo(words, place), startParolo(words, place)]
      await Promise.any(both.map((each) => each.line(({ type }) => type === 'waiting')))
      isAwaited.resolve()
      for (const { result } of both) {
        const { stderr, ...ended } = await result
        expect(ended).toMatchObject({ exitCode })
        expect(stderr).toMatch(said)
      }
      expect(server.asked).toHaveLength(1)
    },
  )

  it('from a file is added like a folder, and refused with another hash', async () => {
    const file = path.join(place.folder, 'some-nemo.tar.gz')
    await writeFile(file, archive)
    const refused = await run('models', 'add', file, '--sha256', '0'.repeat(64))
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toMatch(/some-nemo\.tar\.gz is not the expected file/u)
    expect(await run('models', 'add', 'some-nemo.tar.gz', '--sha256', sha256)).toMatchObject({ exitCode: 0 })
    expect(await readdir(path.join(place.home, 'models', 'some-nemo'))).toContain('tokens.txt')
  })

  it('is refused whole with a member that leads elsewhere', async () => {
    const file = path.join(place.folder, 'evil.tar.gz')
    await writeFile(
      file,
      tarGzBytes([...nemoMembers('n'), { name: 'n/x.onnx', type: '2', link: '/etc/passwd' }]),
    )
    const result = await run('models', 'add', file, '--lang', 'fr')
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toMatch(/evil\.tar\.gz a été refusé/u)
    expect(await readdir(path.join(place.home, 'models'))).toEqual([])
  })

  it.each([
    [['get', 'nobody'], /no model named “nobody”.*parakeet/u],
    [['add', 'http://example.org/a.zip'], /not allowed/u],
    [['add', 'a.zip', '--sha256', 'abc'], /not a SHA-256/u],
    [['get'], /models get/u],
  ])('%j is a mistake that is told before anything is asked', async (words, reported) => {
    const result = await run('models', ...words)
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toMatch(reported)
  })
})
