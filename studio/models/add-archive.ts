import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { DownloadStep } from '#contracts/model-downloads'
import type { ModelEntry } from '#contracts/models'
import { archiveVersion, type CatalogModel } from '#core/models/catalog-model'
import { catalog } from '#core/models/catalog/catalog'
import { factsOf } from '../drives/files.ts'
import { ensureFreeSpace } from '../files/free-space.ts'
import { archiveFormat, unpackArchive } from './archives/unpack.ts'
import { entryOfCatalogModel } from './model-folder.ts'
import type { Model, ModelStore } from './model-store.ts'
import { entryFromFolder } from './recognize-folder.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'

export interface UnpackOptions {
  readonly signal?: AbortSignal | undefined
  /** `fraction` of the step, 0–1. */
  readonly report?: (step: DownloadStep, fraction: number) => void
}

export interface ArchiveOptions extends UnpackOptions {
  /** Its origin, shown to people. */
  readonly source: string
  /** Its name there, which determines the model's kind if the archive has no folder of its own. */
  readonly name: string
  /** SHA-256 that the whole file must have; null if none is known. */
  readonly sha256: string | null
  /** The catalog, for tests. */
  readonly knownModels?: readonly CatalogModel[]
}

/**
 * Adds the model in an archive. One with the hash of a catalog model is that model, wherever it came from.
 * Throws `model.wrong-hash`, the faults of unpacking and of adding.
 */
export async function addArchive(store: ModelStore, file: string, options: ArchiveOptions): Promise<Model> {
  const { name, source, knownModels = catalog } = options
  const { bytes: size } = await factsOf(file)
  const found = await sha256OfFile(file, options.signal, (read) => {
    options.report?.('check', read / Math.max(1, size))
  })
  if (options.sha256 !== null && found !== options.sha256) throw wrongHash(name, options.sha256, found)
  for (const known of knownModels) {
    if (archiveVersion(known, found) !== undefined) {
      return addCatalogArchive(store, file, known, { sha256: found, acceptedAtMs: null }, options)
    }
  }
  return store.stage(async (staging) => {
    const folder = await unpackInto(file, name, staging, null, options)
    options.report?.('add', 0)
    const ownName = folder === staging ? withoutEnding(name) : path.basename(folder)
    const archive = { sha256: found, acceptedAtMs: null }
    return { entry: { ...(await entryFromFolder(folder, ownName)), source, archive }, folder }
  })
}

/** Adds a catalog model from its archive, which the catalog knows or a person accepted. */
export async function addCatalogArchive(
  store: ModelStore,
  file: string,
  model: CatalogModel,
  archive: NonNullable<ModelEntry['archive']>,
  options: UnpackOptions,
): Promise<Model> {
  await store.ensureUntaken(model.id)
  const members = 'files' in model.download ? null : model.download.members
  return store.stage(async (staging) => {
    const folder = await unpackInto(file, model.name, staging, members, options)
    options.report?.('add', 0)
    return { entry: await entryOfCatalogModel(model, folder, archive), folder }
  })
}

export function wrongHash(file: string, expected: string, found: string): Fault {
  return new Fault('model.wrong-hash', { file }, `${found} instead of ${expected}`)
}

function withoutEnding(name: string): string {
  return name.replace(/\.(tar\.(bz2|gz)|tbz2?|tgz|zip)$/iu, '')
}

/** 1.26 to 1.4 times, for the models with 8-bit weights examined. */
const USUAL_GROWTH = 1.5

/**
 * Unpacks into an empty folder; returns the folder with the model: the archive's own if it has a single one.
 */
async function unpackInto(
  file: string,
  name: string,
  staging: string,
  members: readonly string[] | null,
  { signal, report }: UnpackOptions,
): Promise<string> {
  const format = await archiveFormat(file)
  if (format === null)
    throw new Fault('model.archive-damaged', { file: name }, 'no archive of a known format')
  await ensureFreeSpace(staging, (await factsOf(file)).bytes * USUAL_GROWTH)
  report?.('unpack', 0)
  const names = await unpackArchive(file, name, format, staging, members, {
    signal,
    onFraction: (fraction) => report?.('unpack', fraction),
  })
  const tops = new Set(names.map((one) => (one.includes('/') ? one.slice(0, one.indexOf('/')) : '')))
  const [top = ''] = tops
  return tops.size === 1 ? path.join(staging, top) : staging
}
