import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Fault } from '#contracts/errors'
import { type ArchiveVersion, archiveVersion, type CatalogModel } from '#core/models/catalog-model'
import { diskFault } from '../faults/disk-fault.ts'
import type { ModelStore } from './model-store.ts'

/** A downloaded archive that the catalog does not know, kept until a person decides. */
const UnknownFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  bytes: z.number().int().nonnegative(),
  /** When a person decided to install exactly this file; null before. */
  acceptedAtMs: z.number().int().nonnegative().nullable(),
})
export type UnknownFile = z.infer<typeof UnknownFile>

export interface UndecidedFile extends Pick<UnknownFile, 'sha256' | 'bytes'> {
  /** What the catalog knows at that address, the newest first. */
  readonly known: readonly ArchiveVersion[]
}

/** The file that a person is to decide about; null if there is none, also once the catalog knows it. */
export async function undecidedFile(store: ModelStore, model: CatalogModel): Promise<UndecidedFile | null> {
  const file = await unknownFile(store, model.id)
  if (file === null || file.acceptedAtMs !== null || 'files' in model.download) return null
  if (archiveVersion(model, file.sha256) !== undefined) return null
  return { sha256: file.sha256, bytes: file.bytes, known: model.download.versions }
}

/** The file that a person was asked about last, whatever was decided; null if there is none. */
export async function unknownFile(store: ModelStore, modelId: string): Promise<UnknownFile | null> {
  const file = placeOf(store, modelId)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw diskFault(error, file)
  })
  if (text === null) return null
  try {
    return UnknownFile.parse(JSON.parse(text))
  } catch {
    // Written by another version, or truncated: the file is downloaded and the person asked again.
    return null
  }
}

/** Notes a file for the question, before the job that found it ends. */
export const noteUnknownFile = (
  store: ModelStore,
  modelId: string,
  facts: Pick<UnknownFile, 'sha256' | 'bytes'>,
): Promise<void> => write(store, modelId, { ...facts, acceptedAtMs: null })

/**
 * Records a person's decision to install the file with that hash; no other file is installed by it. Throws
 * `model.file-changed` if it is not the one that is asked about.
 */
export async function acceptUnknownFile(
  store: ModelStore,
  modelId: string,
  sha256: string,
  nowMs: number,
): Promise<void> {
  const asked = await unknownFile(store, modelId)
  if (asked === null || asked.sha256 !== sha256) throw new Fault('model.file-changed')
  if (asked.acceptedAtMs === null) await write(store, modelId, { ...asked, acceptedAtMs: nowMs })
}

export const forgetUnknownFile = (store: ModelStore, modelId: string): Promise<void> =>
  rm(placeOf(store, modelId), { force: true })

const placeOf = (store: ModelStore, modelId: string): string =>
  path.join(store.downloads, `${modelId}.unknown.json`)

async function write(store: ModelStore, modelId: string, facts: UnknownFile): Promise<void> {
  const file = placeOf(store, modelId)
  const draft = `${file}.new`
  try {
    await writeFile(draft, JSON.stringify(facts))
    await rename(draft, file)
  } catch (error) {
    throw diskFault(error, file)
  }
}
