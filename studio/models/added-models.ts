import type { Library } from '../library/library.ts'
import { type Model, modelSha256, type ModelStore } from './model-store.ts'

interface Parts {
  readonly models: ModelStore
  readonly library: Library
}

/** As `ModelStore.add`, and records the model in the library, which notifies every page. */
export async function addModel({ models, library }: Parts, folder: string): Promise<Model> {
  const model = await models.add(folder)
  const { entry, folder: kept } = model
  await library.addModel({
    id: entry.id,
    entry: JSON.stringify(entry),
    folder: kept,
    sha256: modelSha256(entry),
  })
  return model
}

/** As `ModelStore.remove`, and removes the model from the library, which notifies every page. */
export async function removeModel({ models, library }: Parts, id: string): Promise<void> {
  await models.remove(id)
  await library.removeModel(id)
}
