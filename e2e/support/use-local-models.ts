import type { CatalogModel } from '../../core/models/catalog-model.ts'
import { catalog } from '../../core/models/catalog/catalog.ts'
import type { LocalModel } from './local-models.ts'

/** Preloaded into a program (`--import`): catalog models are downloaded from the journey's server. */
const local = JSON.parse(process.env['PAROLO_JOURNEY_MODELS'] ?? '[]') as readonly LocalModel[]
const models = catalog as CatalogModel[]
for (const { id, url, bytes, sha256 } of local) {
  const at = models.findIndex((model) => model.id === id)
  const model = models[at]
  if (model === undefined || 'files' in model.download) throw new Error(`${id} is no archive of the catalog`)
  const version = { bytes, sha256, published: null, source: 'the journey' }
  models[at] = { ...model, download: { ...model.download, url, versions: [version] } }
}
