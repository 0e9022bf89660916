import { createHash } from 'node:crypto'
import { access, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ModelSource } from '#contracts/model-downloads'
import type { CatalogModel } from '#core/models/catalog-model'
import { catalog } from '#core/models/catalog/catalog'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/library.ts'
import { nemoMembers, tarGzBytes } from '../models/archives/testing/tar-bytes.ts'
import { removeModel } from '../models/added-models.ts'
import type { ModelStore } from '../models/model-store.ts'
import { acceptUnknownFile } from '../models/unknown-file.ts'
import { type FileServer, fileServer, serve, serveUntil } from '../network/testing/file-server.ts'
import { modelStore } from '../studio.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { runJob } from '../queue/run-job.ts'
import { downloadModelKind, requestDownload } from './download-model.ts'

const LONG = 30_000
const archive = tarGzBytes(nemoMembers('some-nemo'))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let library: Library
let models: ModelStore
let folder: string
beforeEach(async () => {
  folder = path.join(await temporaryFolder(), 'library')
  library = await openLibrary(folder)
  models = modelStore(folder)
  onTestFinished(() => library.close())
})

/** A catalog model on a server of this computer. */
function knownModel(server: FileServer, change: Partial<CatalogModel> = {}): CatalogModel {
  return {
    ...(catalog[0] as CatalogModel),
    id: 'made-up',
    name: 'Made up',
    download: {
      url: `${server.url}/some-nemo.tar.gz`,
      versions: [
        { bytes: archive.length, sha256: sha256(archive), published: '2026-07-09', source: 'this test' },
      ],
      members: ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'],
    },
    ...change,
  }
}

interface Run {
  readonly known?: CatalogModel
  readonly signal?: AbortSignal
  readonly steps?: string[]
}

async function run(source: ModelSource, { known, signal, steps = [] }: Run = {}): Promise<string | null> {
  const kind = downloadModelKind(
    { library, models },
    { stallMs: 1_000, retryMs: [0], ...(known && { knownModels: [known] }) },
  )
  const job = await requestDownload(library, source, 'models')
  return runJob(library, kind, job, {
    signal: signal ?? new AbortController().signal,
    onProgress: (progress) => {
      if (progress.kind === 'step' && steps.at(-1) !== progress.step) steps.push(progress.step)
    },
  })
}

const nothingKept = async () => {
  expect(await readdir(path.join(folder, 'models', '.downloads'))).toEqual([])
  expect((await readdir(path.join(folder, 'models'))).filter((name) => name.startsWith('.staging'))).toEqual(
    [],
  )
}

describe('a model of the catalog', { timeout: LONG }, () => {
  it('is downloaded, checked, unpacked and added under its own id', async () => {
    const server = await fileServer(serve(archive))
    const known = knownModel(server)
    const steps: string[] = []
    expect(await run({ catalogId: 'made-up' }, { known, steps })).toBe('made-up')
    expect(steps).toEqual(['download', 'check', 'unpack', 'add'])
    const model = await models.find('made-up')
    expect(model.entry).toMatchObject({
      name: 'Made up',
      kind: 'nemo-transducer',
      catalog: true,
      licence: 'CC-BY-4.0',
      languages: known.languages,
    })
    expect((await readdir(model.folder)).sort()).toEqual([
      'decoder.int8.onnx',
      'encoder.int8.onnx',
      'joiner.int8.onnx',
      'model.json',
      'tokens.txt',
    ])
    expect((await models.verify(model)).problems).toEqual([])
    expect((await library.models()).map(({ id }) => id)).toEqual(['made-up'])
    expect(await library.connections({ limit: 9, subject: 'model:made-up' })).toMatchObject([
      {
        url: `${server.url}/some-nemo.tar.gz`,
        purpose: 'model',
        title: 'Made up',
        askedBy: 'models',
        outcome: 'complete',
        status: 200,
      },
    ])
    await nothingKept()
  })

  it('is downloaded once, and again after it was removed', async () => {
    const server = await fileServer(serve(archive))
    const known = knownModel(server)
    await run({ catalogId: 'made-up' }, { known })
    await run({ catalogId: 'made-up' }, { known })
    expect(server.asked).toHaveLength(1)
    await models.remove('made-up')
    expect(await run({ catalogId: 'made-up' }, { known })).toBe('made-up')
    expect(server.asked).toHaveLength(2)
  })

  it('that was interrupted goes on where it was, as the same job', async () => {
    const server = await fileServer(serveUntil(archive, 100, 'stall'), serve(archive))
    const known = knownModel(server)
    const stop = new AbortController()
    const stopped = run({ catalogId: 'made-up' }, { known, signal: stop.signal })
    const part = path.join(folder, 'models', '.downloads', 'made-up.archive.part')
    await expect
      .poll(
        () =>
          readFile(part).then(
            ({ length }) => length,
            () => 0,
          ),
        { timeout: 5_000 },
      )
      .toBe(100)
    stop.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await run({ catalogId: 'made-up' }, { known })).toBe('made-up')
    expect(server.asked[1]?.range).toBe('bytes=100-')
    expect((await library.listedJobs(9)).map(({ state }) => state)).toEqual(['done'])
  })

  it('that a person cancels leaves nothing behind', async () => {
    const server = await fileServer(serveUntil(archive, 100, 'stall'))
    const stop = new AbortController()
    const stopped = run({ catalogId: 'made-up' }, { known: knownModel(server), signal: stop.signal })
    await expect.poll(async () => (await library.listedJobs(0))[0]?.state).toBe('running')
    await expect.poll(() => server.asked.length).toBe(1)
    const [job] = await library.listedJobs(0)
    await library.setJobState(job?.id ?? '', 'cancelled')
    stop.abort()
    await expect(stopped).rejects.toThrow(/.+/u)
    await nothingKept()
  })

  it.each([
    ['no archive', Buffer.alloc(archive.length, 'x')],
    ['half as long', archive.subarray(0, archive.length / 2)],
  ])('is refused if it is %s, before anything is unpacked', async (_name, wrong) => {
    const known = knownModel(await fileServer(serve(wrong)))
    await expect(run({ catalogId: 'made-up' }, { known })).rejects.toMatchObject({ code: 'model.wrong-hash' })
    await expect(models.find('made-up')).rejects.toMatchObject({ code: 'model.unknown' })
    await nothingKept()
    const [job] = await library.listedJobs(9)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'model.wrong-hash' } })
  })

  it('waits as a failed job for an answer if the catalog does not know its archive', async () => {
    const newer = tarGzBytes(nemoMembers('some-nemo', 'after'))
    const server = await fileServer(serve(newer))
    const known = knownModel(server)
    await expect(run({ catalogId: 'made-up' }, { known })).rejects.toMatchObject({
      code: 'model.unknown-file',
    })
    const [job] = await library.listedJobs(9)
    expect(job).toMatchObject({ state: 'failed', error: { code: 'model.unknown-file' } })
    await acceptUnknownFile(models, 'made-up', sha256(newer), 1_000)
    expect(await run({ catalogId: 'made-up' }, { known })).toBe('made-up')
    expect(server.asked).toHaveLength(1)
    expect((await library.listedJobs(9)).map(({ id, state }) => [id, state])).toEqual([[job?.id, 'done']])
  })

  it('is refused if a file of it is not in the archive', async () => {
    const server = await fileServer(serve(archive))
    const plain = knownModel(server)
    const members = ['other.onnx', 'tokens.txt']
    const known = { ...plain, download: { ...plain.download, members } } as CatalogModel
    await expect(run({ catalogId: 'made-up' }, { known })).rejects.toMatchObject({
      code: 'model.archive-incomplete',
      values: { member: 'other.onnx' },
    })
    expect((await models.list()).every(({ embedded }) => embedded)).toBe(true)
  })

  it('may come as several files', async () => {
    const contents = {
      'x-encoder.onnx': 'e'.repeat(900),
      'x-decoder.onnx': 'd'.repeat(100),
      'x-tokens.txt': 't',
    }
    const server = await fileServer((request, response) => {
      const name = path.basename(request.url ?? '') as keyof typeof contents
      serve(Buffer.from(contents[name]))(request, response)
    })
    const files = Object.entries(contents).map(([name, content]) => ({
      name,
      url: `${server.url}/${name}`,
      bytes: content.length,
      sha256: sha256(Buffer.from(content)),
    }))
    const known = knownModel(server, { kind: 'whisper', languages: ['*'], download: { files } })
    const steps: string[] = []
    expect(await run({ catalogId: 'made-up' }, { known, steps })).toBe('made-up')
    expect(steps).toEqual(['download', 'add'])
    const { entry } = await models.find('made-up')
    expect(entry.config).toMatchObject({ whisper: { encoder: 'file:x-encoder.onnx' } })
    await nothingKept()
  })

  it('is unknown if it is not in the catalog', async () => {
    await expect(run({ catalogId: 'nobody' })).rejects.toMatchObject({ code: 'model.not-in-catalog' })
  })
})

describe('a model at an address', { timeout: LONG }, () => {
  it('is added if its files are of a known kind, as not from the catalog', async () => {
    const server = await fileServer(serve(archive))
    const url = `${server.url}/some-nemo.tar.gz`
    expect(await run({ url, sha256: null })).toBe('some-nemo')
    const { entry } = await models.find('some-nemo')
    expect(entry).toMatchObject({ kind: 'nemo-transducer', source: url })
    expect(entry.catalog).toBe(undefined)
    expect(entry.archive).toEqual({ sha256: sha256(archive), acceptedAtMs: null })
    expect(await library.connections({ limit: 9, subject: 'model:some-nemo' })).toMatchObject([
      { url, title: 'some-nemo.tar.gz', outcome: 'complete' },
    ])
    await removeModel({ models, library }, 'some-nemo')
    expect(await library.connections({ limit: 9 })).toMatchObject([{ url: null, title: null, status: 200 }])
    await nothingKept()
  })

  it('must have the hash that was given', async () => {
    const server = await fileServer(serve(archive))
    const url = `${server.url}/some-nemo.tar.gz`
    await expect(run({ url, sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'model.wrong-hash' })
    await nothingKept()
    expect(await run({ url, sha256: sha256(archive) })).toBe('some-nemo')
  })

  it('is refused if nobody knows its kind, or if it is no archive', async () => {
    const odd = tarGzBytes([{ name: 'odd/picture.onnx', content: 'x' }])
    const server = await fileServer(serve(odd), serve(Buffer.from('<html>')))
    await expect(run({ url: `${server.url}/odd.tar.gz`, sha256: null })).rejects.toMatchObject({
      code: 'model.bad-folder',
    })
    await expect(run({ url: `${server.url}/page.tar.gz`, sha256: null })).rejects.toMatchObject({
      code: 'model.archive-damaged',
    })
    await nothingKept()
  })

  it('that leads elsewhere leaves nothing anywhere', async () => {
    const hostile = tarGzBytes([...nemoMembers('n'), { name: '../../../evil.onnx', content: 'x' }])
    const server = await fileServer(serve(hostile))
    await expect(run({ url: `${server.url}/n.tar.gz`, sha256: null })).rejects.toMatchObject({
      code: 'model.archive-unsafe',
    })
    await nothingKept()
    await expect(access(path.join(folder, '..', 'evil.onnx'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
