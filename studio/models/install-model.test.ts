import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { CatalogModel } from '#core/models/catalog-model'
import { catalog } from '#core/models/catalog/catalog'
import { installedArchive, type RecordedArchive } from '#core/models/installed-archive'
import { Ledger } from '../network/ledger.ts'
import { type FileServer, fileServer, serve } from '../network/testing/file-server.ts'
import { nemoMembers, tarGzBytes } from './archives/testing/tar-bytes.ts'
import { dropDownload, installModel } from './install-model.ts'
import { ModelStore } from './model-store.ts'
import { acceptUnknownFile, unknownFile } from './unknown-file.ts'

const archive = tarGzBytes(nemoMembers('some-nemo'))
/** The same model as exported before, and as exported after this version of the program. */
const former = tarGzBytes(nemoMembers('some-nemo', 'before'))
const newer = tarGzBytes(nemoMembers('some-nemo', 'after'))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const versionOf = (bytes: Uint8Array, published: string | null) =>
  ({ bytes: bytes.length, sha256: sha256(bytes), published, source: 'this test' }) as const

const ID = 'made-up'
const source = { catalogId: ID }

let folder: string
let models: ModelStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parolo-install-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  models = new ModelStore(
    path.join(import.meta.dirname, '../../resources/models'),
    path.join(folder, 'models'),
  )
})

function knownModel(server: FileServer): CatalogModel {
  return {
    ...(catalog[0] as CatalogModel),
    id: ID,
    name: 'Made up',
    download: {
      url: `${server.url}/some-nemo.tar.gz`,
      versions: [versionOf(archive, '2026-07-09'), versionOf(former, '2026-06-11')],
      members: ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'],
    },
  }
}

const nobody = {
  self: { id: 'this test', pid: 1, startedAt: null },
  beginConnection: () => Promise.resolve(1),
  endConnection: () => Promise.resolve(),
}
const install = (known: CatalogModel) =>
  installModel(models, source, {
    signal: new AbortController().signal,
    ledger: new Ledger(nobody, {
      purpose: 'model',
      title: 'Made up',
      askedBy: 'models',
      subject: 'model:made-up',
    }),
    report: () => undefined,
    knownModels: [known],
  })

const nothingKept = async () => expect(await readdir(models.downloads)).toEqual([])

const unpacked = async () => readFile(path.join((await models.find(ID)).folder, 'tokens.txt'), 'utf8')
const isAsked = { code: 'model.unknown-file', values: { id: ID, name: 'Made up', sha256: sha256(newer) } }
const accept = (bytes: Uint8Array = newer) => acceptUnknownFile(models, ID, sha256(bytes), 1_000)

describe('an archive that is not the newest one of the catalog', () => {
  it('is installed if it is a former one, and remembered as that', async () => {
    const known = knownModel(await fileServer(serve(former)))
    await install(known)
    const { entry } = await models.find(ID)
    expect(entry).toMatchObject({
      catalog: true,
      archive: { sha256: sha256(former), acceptedAtMs: null },
    })
    expect(installedArchive(known, entry.archive as RecordedArchive)).toMatchObject({
      published: '2026-06-11',
      newer: '2026-07-09',
    })
    await nothingKept()
  })

  it('is kept for a question if it is unknown, and installed by the answer, without another download', async () => {
    const server = await fileServer(serve(newer))
    const known = knownModel(server)
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await expect(models.find(ID)).rejects.toMatchObject({ code: 'model.unknown' })
    expect(await unknownFile(models, ID)).toEqual({
      sha256: sha256(newer),
      bytes: newer.length,
      acceptedAtMs: null,
    })
    // The program may end here, or ask in two windows.
    await accept()
    await accept()
    await install(known)
    expect(server.asked).toHaveLength(1)
    const { entry } = await models.find(ID)
    expect(entry).toMatchObject({
      catalog: false,
      archive: { sha256: sha256(newer), acceptedAtMs: 1_000 },
    })
    expect(await unpacked()).toBe('after')
    await nothingKept()
  })

  it('leaves nothing of a program that was killed while it unpacked, or once it was installed', async () => {
    const known = knownModel(await fileServer(serve(newer)))
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await accept()
    const question = await readFile(path.join(models.downloads, `${ID}.unknown.json`))
    const added = path.dirname(models.downloads)
    // No system has a process of this number.
    const left = `.staging-${hostname()}-999999999-aBc123`
    const others = [
      `.staging-${hostname()}-${process.pid}-aBc123`,
      `.staging-${hostname()}-other-999999999-aBc123`,
    ]
    for (const name of [left, ...others])
      await mkdir(path.join(added, name, 'some-nemo'), { recursive: true })
    await install(known)
    expect((await readdir(added)).toSorted()).toEqual(['.downloads', ID, ...others].toSorted())
    await writeFile(path.join(models.downloads, `${ID}.archive`), newer)
    await writeFile(path.join(models.downloads, `${ID}.unknown.json`), question)
    await install(known)
    await nothingKept()
  })

  it('is downloaded again and asked about again if a person tries again instead', async () => {
    const server = await fileServer(serve(newer), serve(newer), serve(archive))
    const known = knownModel(server)
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await install(known)
    expect((await models.find(ID)).entry.catalog).toBe(true)
    await nothingKept()
  })

  it('is installed by no answer to a question about another file', async () => {
    const known = knownModel(await fileServer(serve(newer)))
    await expect(accept()).rejects.toMatchObject({ code: 'model.file-changed' })
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await expect(accept(archive)).rejects.toMatchObject({ code: 'model.file-changed' })
    expect((await unknownFile(models, ID))?.acceptedAtMs).toBe(null)
  })

  it('is asked about again if it was replaced after the answer', async () => {
    const known = knownModel(await fileServer(serve(newer)))
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await accept()
    const other = tarGzBytes(nemoMembers('some-nemo', 'swapped'))
    await writeFile(path.join(models.downloads, 'made-up.archive'), other)
    await expect(install(known)).rejects.toMatchObject({
      code: isAsked.code,
      values: { sha256: sha256(other) },
    })
    expect(await unknownFile(models, ID)).toMatchObject({ sha256: sha256(other), acceptedAtMs: null })
  })

  it('is refused even if it was accepted, where it leads elsewhere, and is not kept', async () => {
    const evil = tarGzBytes([...nemoMembers('n'), { name: '../../../evil.onnx', content: 'x' }])
    const known = knownModel(await fileServer(serve(evil)))
    const bytes = { bytes: evil.length, sha256: '0'.repeat(64), published: null, source: 'this test' }
    const download = { ...known.download, versions: [bytes] } as CatalogModel['download']
    await expect(install({ ...known, download })).rejects.toMatchObject({ code: isAsked.code })
    await accept(evil)
    await expect(install({ ...known, download })).rejects.toMatchObject({
      code: 'model.archive-unsafe',
    })
    await expect(access(path.join(folder, '..', 'evil.onnx'))).rejects.toMatchObject({ code: 'ENOENT' })
    await nothingKept()
  })

  it('is refused where the catalog knows the hash of an archive that leads elsewhere', async () => {
    const evil = tarGzBytes([...nemoMembers('n'), { name: 'n/x.onnx', type: '2', link: '/etc/passwd' }])
    const known = knownModel(await fileServer(serve(evil)))
    const version = { bytes: evil.length, sha256: sha256(evil), published: null, source: 'this test' }
    const download = { ...known.download, versions: [version] } as CatalogModel['download']
    await expect(install({ ...known, download })).rejects.toMatchObject({
      code: 'model.archive-unsafe',
    })
    await nothingKept()
  })

  it('is not read without end: a longer one is no export of the same model', async () => {
    const endless = Buffer.concat([newer, Buffer.alloc(newer.length)])
    const known = knownModel(await fileServer(serve(endless)))
    await expect(install(known)).rejects.toMatchObject({ code: 'network.too-large' })
    await nothingKept()
  })

  it('goes with its question when the download is canceled', async () => {
    const known = knownModel(await fileServer(serve(newer)))
    await expect(install(known)).rejects.toMatchObject(isAsked)
    await dropDownload(models, source, [known])
    expect(await unknownFile(models, ID)).toBe(null)
    await nothingKept()
  })
})
