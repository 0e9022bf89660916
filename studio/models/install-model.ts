import { createHash } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { DownloadStep, ModelSource } from '#contracts/model-downloads'
import {
  type ArchiveDownload,
  archiveVersion,
  bytesToInstall,
  type CatalogModel,
} from '#core/models/catalog-model'
import { catalog } from '#core/models/catalog/catalog'
import { download, type DownloadOptions } from '../network/download.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { addArchive, addCatalogArchive, wrongHash } from './add-archive.ts'
import { archiveFormat } from './archives/unpack.ts'
import { entryOfCatalogModel } from './model-folder.ts'
import type { Model, ModelStore } from './model-store.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { forgetUnknownFile, noteUnknownFile, undecidedFile, unknownFile } from './unknown-file.ts'

export interface InstallOptions extends Omit<DownloadOptions, 'onProgress' | 'expectedBytes'> {
  /** `fraction` of the step, 0–1. */
  readonly report: (step: DownloadStep, fraction: number) => void
  /** The catalog, for tests. */
  readonly knownModels?: readonly CatalogModel[]
}

interface KnownFile {
  readonly url: string
  /** Null if unknown. */
  readonly bytes: number | null
  readonly sha256: string | null
}

/**
 * Downloads a model, checks it and adds it to the store; returns the model itself if it is already installed.
 * An unfinished download is kept and continued by the next call, and so is an archive that the catalog does not know:
 * it is installed after a person's decision (unknown-file.ts). Throws `model.not-in-catalog`, `model.unknown-file`,
 * `model.wrong-hash`, the faults of `download`, of unpacking and of adding.
 */
export async function installModel(
  store: ModelStore,
  source: ModelSource,
  options: InstallOptions,
): Promise<Model> {
  await mkdir(store.downloads, { recursive: true })
  if (!('catalogId' in source)) return installFromAddress(store, source, options)
  const { knownModels = catalog } = options
  const known = knownModels.find(({ id }) => id === source.catalogId)
  if (known === undefined) throw notInCatalog(source.catalogId, knownModels)
  const here = (await store.list()).find(({ entry }) => entry.id === known.id)
  if (here !== undefined) {
    // A program that was killed once it was installed left its archive.
    await dropDownload(store, source, knownModels)
    return here
  }
  await store.ensureUntaken(known.id)
  await store.dropLeftStaging()
  const isThere = await bytesThere(store, known)
  await ensureFreeSpace(store.downloads, Math.max(0, bytesToInstall(known) - isThere))
  if ('files' in known.download) return installFiles(store, known, known.download.files, options)
  return installArchive(store, known, known.download, options)
}

/** Beyond this, a file is not another export of the same model. */
const MAX_SIZE_CHANGE = 1.25

async function installArchive(
  store: ModelStore,
  model: CatalogModel,
  archive: ArchiveDownload,
  options: InstallOptions,
): Promise<Model> {
  const file = keptAt(store, model.id, 'archive')
  // A person who was asked and tries again wants the server's present file.
  if ((await undecidedFile(store, model)) !== null) await dropArchive(store, model.id)
  const sizes = archive.versions.map(({ bytes }) => bytes)
  const mostBytes = Math.ceil(Math.max(...sizes) * MAX_SIZE_CHANGE)
  await fetchFile(archive.url, file, { ...options, mostBytes }, options.report)
  const sha256 = await hashOf(file, options, options.report)
  const asked = await unknownFile(store, model.id)
  const acceptedAtMs = asked?.sha256 === sha256 ? asked.acceptedAtMs : null
  if (archiveVersion(model, sha256) === undefined && acceptedAtMs === null) {
    const bytes = (await sizeOf(file)) ?? 0
    const isOfModel = bytes >= Math.min(...sizes) / MAX_SIZE_CHANGE && (await archiveFormat(file)) !== null
    if (!isOfModel) {
      await dropArchive(store, model.id)
      throw wrongHash(fileNameOf(archive.url), archive.versions[0].sha256, sha256)
    }
    await noteUnknownFile(store, model.id, { sha256, bytes })
    throw new Fault('model.unknown-file', { id: model.id, name: model.name, sha256 })
  }
  const taken = { sha256, acceptedAtMs }
  const added = await addCatalogArchive(store, file, model, taken, options).catch(async (error: unknown) => {
    // It cannot be unpacked at another attempt either.
    if (error instanceof Fault && error.code.startsWith('model.archive-')) await dropArchive(store, model.id)
    throw error
  })
  await dropArchive(store, model.id)
  return added
}

/** Deletes a complete archive, and the question about it. */
async function dropArchive(store: ModelStore, modelId: string): Promise<void> {
  await rm(keptAt(store, modelId, 'archive'), { force: true })
  await forgetUnknownFile(store, modelId)
}

export function notInCatalog(id: string, models: readonly CatalogModel[] = catalog): Fault {
  return new Fault('model.not-in-catalog', { id, known: models.map((one) => one.id).join(', ') })
}

/** Deletes the data of an unfinished download. */
export async function dropDownload(
  store: ModelStore,
  source: ModelSource,
  knownModels: readonly CatalogModel[] = catalog,
): Promise<void> {
  const model = 'url' in source ? undefined : knownModels.find(({ id }) => id === source.catalogId)
  const files = 'url' in source ? [keptOfAddress(store, source.url)] : model ? keptFiles(store, model) : []
  for (const file of files) {
    for (const ending of ['', '.part', '.part.json']) await rm(`${file}${ending}`, { force: true })
  }
  if (model !== undefined) await forgetUnknownFile(store, model.id)
}

function keptOfAddress(store: ModelStore, url: string): string {
  return path.join(store.downloads, createHash('sha256').update(url).digest('hex').slice(0, 16))
}

/** Where a model's file is kept until the model is complete. */
function keptAt(store: ModelStore, id: string, name: string): string {
  return path.join(store.downloads, `${id}.${name}`)
}

function keptFiles(store: ModelStore, { id, download: wanted }: CatalogModel): string[] {
  const names = 'files' in wanted ? wanted.files.map(({ name }) => name) : ['archive']
  return names.map((name) => keptAt(store, id, name))
}

async function bytesThere(store: ModelStore, model: CatalogModel): Promise<number> {
  const paths = keptFiles(store, model).flatMap((file) => [file, `${file}.part`])
  const sizes = await Promise.all(paths.map(sizeOf))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

/** Null if there is no such file. */
async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
}

async function installFiles(
  store: ModelStore,
  model: CatalogModel,
  files: readonly (KnownFile & { readonly name: string; readonly bytes: number })[],
  options: InstallOptions,
): Promise<Model> {
  const whole = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for (const file of files) {
    await fetchChecked(file, keptAt(store, model.id, file.name), options, (step, fraction) => {
      // Checking one of several files counts as downloading.
      const share = step === 'download' ? fraction : 1
      options.report('download', (before + file.bytes * share) / whole)
    })
    before += file.bytes
  }
  return store.stage(async (folder) => {
    options.report('add', 0)
    for (const { name } of files) await rename(keptAt(store, model.id, name), path.join(folder, name))
    return { entry: await entryOfCatalogModel(model, folder), folder }
  })
}

type Report = (step: 'download' | 'check', fraction: number) => void

/** Afterwards `file` is complete and has the hash; a file with another hash is deleted. */
async function fetchChecked(
  { url, bytes, sha256 }: KnownFile,
  file: string,
  options: InstallOptions,
  report: Report,
): Promise<void> {
  await fetchFile(url, file, { ...options, expectedBytes: bytes }, report)
  if (sha256 === null) return
  const found = await hashOf(file, options, report)
  if (found === sha256) return
  await rm(file, { force: true })
  throw wrongHash(fileNameOf(url), sha256, found)
}

/** Downloads a file that is not there yet. */
async function fetchFile(
  url: string,
  file: string,
  options: Omit<DownloadOptions, 'onProgress'>,
  report: Report,
): Promise<void> {
  if ((await sizeOf(file)) !== null) return
  await download(url, file, {
    ...options,
    onProgress: (there, of) => report('download', of === null || of === 0 ? 0 : Math.min(1, there / of)),
  })
}

async function hashOf(file: string, { signal }: InstallOptions, report: Report): Promise<string> {
  const size = (await sizeOf(file)) ?? 0
  return sha256OfFile(file, signal, (read) => report('check', read / Math.max(1, size)))
}

async function installFromAddress(
  store: ModelStore,
  { url, sha256 }: { readonly url: string; readonly sha256: string | null },
  options: InstallOptions,
): Promise<Model> {
  const file = keptOfAddress(store, url)
  await fetchChecked({ url, bytes: null, sha256 }, file, options, options.report)
  try {
    return await addArchive(store, file, { ...options, source: url, name: fileNameOf(url), sha256: null })
  } finally {
    // A file that cannot be added is useless too.
    if (!options.signal.aborted) await rm(file, { force: true })
  }
}

/** The last part of an address's path. */
export function fileNameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  return last.replace(/[^\w.-]+/gu, '-').slice(0, 120)
}
