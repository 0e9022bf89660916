import type { ModelEntry } from '#contracts/models'
import { archiveVersion } from '#core/models/catalog-model'
import { catalogModel } from '#core/models/catalog/catalog'

/**
 * Whether a model's files are those of the catalog, compared by hash: also of an archive that a person accepted and
 * that the present catalog knows.
 */
export function isOfCatalog({ id, catalog, archive }: ModelEntry): boolean {
  if (catalog === true) return true
  if (archive === undefined || archive.acceptedAtMs === null) return false
  const model = catalogModel(id)
  return model !== undefined && archiveVersion(model, archive.sha256) !== undefined
}
