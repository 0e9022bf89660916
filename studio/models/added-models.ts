import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '#contracts/errors'
import type { Library } from '../library/library.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { archiveFormat } from './archives/unpack.ts'
import { addArchive, type UnpackOptions } from './add-archive.ts'
import { type Model, modelSha256, type ModelStore } from './model-store.ts'

interface Parts {
  readonly models: ModelStore
  readonly library: Library
}

/**
 * Adds the model in a folder or archive on this computer, and records it in the library, which notifies every
 * page. `sha256`: of an archive, if known. Throws the faults of `ModelStore.add` and `addArchive`.
 */
export async function addModel(
  { models, library }: Parts,
  file: string,
  options: UnpackOptions & { readonly sha256?: string | null } = {},
): Promise<Model> {
  const { sha256 = null } = options
  const facts = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Fault('model.bad-folder', { folder: file }, error.message, error)
    throw diskFault(error, file)
  })
  // A folder has no hash to compare.
  if (facts.isDirectory() && sha256 !== null) throw new Fault('model.not-verified', { folder: file })
  const name = path.basename(file)
  if (!facts.isDirectory() && (await archiveFormat(file)) === null) {
    throw new Fault('model.bad-folder', { folder: file }, 'neither a folder nor an archive')
  }
  const model = facts.isDirectory()
    ? await models.add(file)
    : await addArchive(models, file, { ...options, sha256, source: 'added from a file', name })
  await recordAddedModel(library, model)
  return model
}

/** Records a model of the store in the library, which notifies every page. */
export async function recordAddedModel(library: Library, { entry, folder }: Model): Promise<void> {
  await library.addModel({ id: entry.id, entry: JSON.stringify(entry), folder, sha256: modelSha256(entry) })
}

/** Like `ModelStore.remove`, and also removes the model from the library, which notifies every page. */
export async function removeModel({ models, library }: Parts, id: string): Promise<void> {
  await models.remove(id)
  await library.removeModel(id)
}
